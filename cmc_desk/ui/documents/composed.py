"""A rendered draft as parts of a text: one provision with its alternatives, or all of them beneath one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import Concern, ProvisionKind, ProvisionStatus
from cmc_desk.rules.new_cells import with_cells
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Alternative, Rendered, RenderedDraft, Run, View
from cmc_desk.rules.support import behind
from cmc_desk.rules.word_difference import Kept
from cmc_desk.ui.context import Facts
from cmc_desk.ui.documents.parts import Caption, CellPart, Part, Passage, Sides, after_of, before_of, clean_of
from cmc_desk.ui.documents.stands import Stand, backers_of
from cmc_desk.ui.documents.words import CONCERNS, FIELDS, STATUS, action_chip, names_of, numbered
from cmc_desk.ui.parts.chip import ChipLook

_BOLD = frozenset({ProvisionKind.TITLE, ProvisionKind.HEADING})


@dataclass(frozen=True, slots=True)
class Composer:
    """What every part needs to know: how it is looked at, who is who, and the proposals by key."""

    facts: Facts
    view: View
    proposals: Mapping[str, Proposal]
    whole: bool = False

    def provision(self, one: Rendered, caption: str = "") -> Iterator[Part]:
        """Give the parts of a provision: its text, its cells, its alternatives."""
        key = one.provision.key
        depth = _depth(one) if self.whole else 0
        if caption:
            yield Caption(key, text=caption)
        if self.view is View.SIDE_BY_SIDE:
            yield from self._beside(one)
            return
        yield self._passage(one, depth)
        for alternative in one.alternatives:
            yield self._stand(one, alternative, depth)
        for name, runs in one.cells:
            shown = clean_of(runs) if self.view is View.CLEAN else runs
            if shown:
                yield CellPart(key, name=_(FIELDS.get(name, name)), runs=shown, depth=depth)

    def _passage(self, one: Rendered, depth: int) -> Passage:
        provision = one.provision
        sign = STATUS[provision.status]
        heading = provision.kind in _BOLD
        runs = clean_of(one.runs) if self.view is View.CLEAN else one.runs
        deleted = provision.status is ProvisionStatus.DELETED
        if deleted and not any(run.kept is Kept.REMOVED for run in runs):
            runs = tuple(Run(run.text, Kept.REMOVED) for run in runs)
        return Passage(
            provision.key,
            runs=runs,
            label=numbered(provision.label),
            depth=depth,
            bold=heading,
            sign=sign.sign if self.whole and not heading else "",
            sign_tone=sign.tone,
            tone="slate" if deleted else "ink",
        )

    def _stand(self, one: Rendered, alternative: Alternative, depth: int) -> Stand:
        name = self.facts.delegation_name
        rank = one.alternatives.index(alternative)
        proposers = alternative.proposers
        wished = wished_runs(alternative)
        runs = clean_of(wished) if self.view is View.CLEAN else wished
        return Stand(
            one.provision.key,
            alternative.proposals[0] if alternative.proposals else "",
            opening=alternative.opening,
            closing=alternative.closing,
            runs=runs or (Run(_("(deleted)")),),
            proposer=names_of(proposers, name) if alternative.proposals else _("text of the draft"),
            flag=self.facts.flag(proposers[0]) if proposers else "",
            chips=(*self._field(alternative), action_chip(alternative.action, alternative=rank > 0)),
            backers=backers_of(
                self._flags(behind(alternative)),
                self._flags(alternative.opponents),
                self._flags(alternative.reservations),
            ),
            notes=concern_chips(alternative.concerns),
            leading=alternative.leading or (rank == 0 and len(one.alternatives) == 1),
            depth=depth,
        )

    def _field(self, alternative: Alternative) -> tuple[ChipLook, ...]:
        return (ChipLook(_(FIELDS.get(alternative.field, alternative.field)), "outline"),) if alternative.field else ()

    def _flags(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.facts.flag(code) for code in codes)

    def _beside(self, one: Rendered) -> Iterator[Part]:
        key, label = one.provision.key, numbered(one.provision.label)
        head = "" if self.whole else _("Before  |  This draft")
        if self.whole and not one.alternatives:
            yield Sides(key, left=before_of(one.runs), right=after_of(one.runs), label=label)
            return
        yield Sides(key, left=before_of(one.runs), right=after_of(one.runs), head=head, label=label)
        for alternative in one.alternatives:
            names = (
                names_of(alternative.proposers, self.facts.delegation_name)
                if alternative.proposals
                else _("text of the draft")
            )
            by = _("{opening} {delegation}").format(opening=alternative.opening, delegation=names)
            yield Sides(
                key,
                alternative.proposals[0] if alternative.proposals else "",
                left=before_of(alternative.runs),
                right=after_of(wished_runs(alternative)),
                head=by,
            )


def wished_runs(alternative: Alternative) -> tuple[Run, ...]:
    """Return what an alternative says, the cells of a new row of a plan in lines below its text."""
    return with_cells(alternative.runs, alternative.cells, lambda name: _(FIELDS.get(name, name)))


def concern_chips(concerns: tuple[Concern, ...]) -> tuple[ChipLook, ...]:
    """Return what has to be known of a proposal beside others, as chips; what can be combined is said where nothing stands against it."""
    grave = [one for one in dict.fromkeys(concerns) if one is not Concern.COMBINABLE]
    return tuple(ChipLook(_(words), kind) for words, kind in (CONCERNS[one] for one in grave or concerns))


def parts_of_one(composer: Composer, draft: RenderedDraft, provision: str) -> tuple[Part, ...]:
    """Return one provision with everything that is proposed for it."""
    one = next((found for found in draft.provisions if found.provision.key == provision), None)
    if one is None:
        return ()
    version = draft.text.version
    number = version.number if version is not None else 0
    caption = _("Text of draft {number}").format(number=number) if number else _("Text")
    return tuple(composer.provision(one, caption))


def parts_of_all(composer: Composer, draft: RenderedDraft) -> tuple[Part, ...]:
    """Return the whole draft."""
    return tuple(part for one in draft.provisions for part in composer.provision(one))


def _depth(one: Rendered) -> int:
    provision = one.provision
    return 0 if provision.kind in _BOLD else max(0, min(3, provision.level - 1))
