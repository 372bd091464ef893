"""What the page shows at the moment: the document, the provision that is open, the proposal that is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cmc_desk.desk.draft_seen import digest_of_seen
from cmc_desk.rules.alternatives import CHANGING
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.proposals import AMENDING, Proposal
from cmc_desk.rules.redline import Alternative, Rendered, RenderedDraft


@dataclass(frozen=True, slots=True)
class About:
    """`proposals` are all of the document by key, in the order of their numbers; `present` are the delegations that are here."""

    draft: RenderedDraft
    provision: Rendered | None = None
    proposal: Proposal | None = None
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    present: tuple[str, ...] = ()

    @property
    def text(self) -> DraftText:
        """The document with the text of the version that is shown."""
        return self.draft.text

    @property
    def key(self) -> str:
        """The key of the provision that is open, empty if there is none."""
        return self.provision.provision.key if self.provision is not None else ""

    def here(self) -> tuple[Proposal, ...]:
        """Return the proposals on the provision that is open, those that are decided last; without one, those on the whole document."""
        found = [one for one in self.proposals.values() if one.provision == self.key]
        return tuple(sorted(found, key=lambda one: (not one.live, bool(one.applied_in), one.number)))

    def seen(self, proposals: Iterable[Proposal] | None = None) -> str:
        """Return the digest of the provision that is open and of `proposals` on it, of all of them unless they are told."""
        kept = self.text.provision(self.key)
        return digest_of_seen(() if kept is None else (kept,), self.here() if proposals is None else proposals)

    def alternative(self) -> Alternative | None:
        """Return the alternative of the chosen proposal; if it has none, the one that leads, or the only one."""
        alternatives = self.provision.alternatives if self.provision is not None else ()
        if self.proposal is not None:
            mine = next((one for one in alternatives if self.proposal.key in one.proposals), None)
            if mine is not None:
                return mine
        leading = next((one for one in alternatives if one.leading), None)
        return leading or (alternatives[0] if len(alternatives) == 1 else None)

    def falling(self) -> tuple[Proposal, ...]:
        """Return the proposals that are not accepted if the alternative is agreed on: those for the same words, as `agree_on` decides."""
        chosen = self.alternative()
        taken = [one for one in self.here() if chosen is not None and one.key in chosen.proposals and one.live]
        if not taken or taken[0].action not in CHANGING:
            return ()
        keys = {one.key for one in taken}
        rivals = [one for one in self.here() if one.live and one.key not in keys and one.action in CHANGING]
        return tuple(one for one in rivals if one.field == taken[0].field)

    def mergeable(self) -> tuple[Proposal, ...]:
        """Return the proposals that want another text for the same words as the chosen one."""
        one = self.proposal
        if one is None or not one.live or one.action not in AMENDING:
            return ()
        return tuple(
            other
            for other in self.here()
            if other.key != one.key and other.live and other.action in AMENDING and other.field == one.field
        )

    def title(self) -> str:
        """Return what the open provision is called: its number, and the heading beneath which it stands."""
        if self.provision is None:
            return ""
        number, heading = self.provision.provision.path or self.provision.provision.label, ""
        for one in self.draft.provisions:
            if one.provision.kind in (ProvisionKind.HEADING, ProvisionKind.TITLE):
                heading = one.provision.text
            if one.provision.key == self.key:
                break
        words = " ".join(part for part in (number, " ".join(heading.split())) if part)
        return words or self.text.short_title


def opening_number(opening: str) -> str:
    """Return an alternative as it is spoken about: "[3 bis." is [3 bis]."""
    return f"{opening.rstrip().rstrip('.')}]" if opening.startswith("[") else opening
