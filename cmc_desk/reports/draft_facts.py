"""A draft as the papers show it: the text as it is rendered, what was proposed for it, and what delegations are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations
from zoneinfo import ZoneInfo

from cmc_desk.reports.dates import long_date
from cmc_desk.rules.document_kinds import PartyRole, PlanField, ProvisionKind
from cmc_desk.rules.document_words import FIELD_WORDS, decision_word
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.new_cells import with_cells
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Alternative, Meter, Rendered, RenderedDraft, Run
from cmc_desk.rules.word_difference import Kept


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """A draft with its proposals, as it stands now, for a paper.

    `language` is of the paper, not of the draft; `delegations` are the codes of all that may be named with their names in that language,
    in the official order; `zone` is the meeting's, in which times are told; `secretariat` is who is named for changes that no
    delegation proposed. `draft` holds the rendering, `proposals` every proposal of the draft, those that are decided too.
    """

    language: str
    draft: RenderedDraft
    proposals: tuple[Proposal, ...] = ()
    delegations: tuple[tuple[str, str], ...] = ()
    zone: str = "UTC"
    secretariat: str = ""

    @property
    def text(self) -> DraftText:
        """The draft and the version that is shown."""
        return self.draft.text

    @property
    def is_plan(self) -> bool:
        """Whether the draft has rows of a plan, which are printed as a table on wide pages."""
        return any(one.provision.kind is ProvisionKind.PLAN_ROW for one in self.draft.provisions)

    def proposal(self, key: str) -> Proposal | None:
        """Return a proposal by its key."""
        return next((one for one in self.proposals if one.key == key), None)

    def of(self, rendered: Rendered) -> tuple[Proposal, ...]:
        """Return the proposals on a provision, in the order of their numbers."""
        return tuple(one for one in self.proposals if one.provision == rendered.provision.key)

    def name(self, code: str) -> str:
        """Return what a delegation is called, or its code if nobody knows it any more."""
        return dict(self.delegations).get(code, code)

    def local(self, at: datetime) -> datetime:
        """Return a time in the zone of the meeting."""
        return at.astimezone(ZoneInfo(self.zone))


def names(content: DraftPaper, codes: Sequence[str]) -> str:
    """Return the names of delegations as a list in one line."""
    return ", ".join(content.name(code) for code in codes)


def author(content: DraftPaper, proposal: Proposal | None, texts: NullTranslations) -> str:
    """Return under whose name a change stands in Word: `Barbados (P-014)`, or the secretariat if nobody proposed it."""
    if proposal is None:
        return content.secretariat or texts.gettext("Secretariat")
    proposers = names(content, proposal.of(PartyRole.PROPOSER)) or content.secretariat or texts.gettext("Secretariat")
    return f"{proposers} ({proposal.name})"


def title(content: DraftPaper) -> str:
    """Return the title of the draft, from its text if it has one, else as it is kept."""
    of_text = (one for one in content.draft.provisions if one.provision.kind is ProvisionKind.TITLE)
    return next((one.provision.text for one in of_text if one.provision.text), content.text.title)


def version_words(content: DraftPaper, texts: NullTranslations) -> str:
    """Return which version it is and of when: `Draft 3 · 5 December 2019`, or that it was adopted."""
    version = content.text.version
    if version is None:
        return texts.gettext("No text yet")
    label = version.label or texts.gettext("Draft {number}").format(number=version.number)
    words = [content.text.symbol, label, long_date(content.local(version.created_at).date(), texts)]
    words.append(
        {
            Decided.APPROVED: texts.gettext("Adopted"),
            Decided.AMENDED: texts.gettext("Adopted as amended"),
            Decided.DEFERRED: texts.pgettext("document", "Deferred"),
        }.get(version.decided, "")
    )
    return " · ".join(filter(None, words))


def against_words(content: DraftPaper, texts: NullTranslations) -> str:
    """Return against which version the changes are, or nothing if there is none before it."""
    if not content.draft.base:
        return ""
    return texts.gettext("Changes against draft {number}").format(number=content.draft.base)


def meter_words(meter: Meter, texts: NullTranslations) -> str:
    """Return how much is agreed in one line: `7 agreed · 2 agreed ad referendum · 6 in brackets · 3 open · 14 brackets`."""
    counted = (
        (meter.agreed, texts.ngettext("{count} agreed", "{count} agreed", meter.agreed)),
        (
            meter.ad_referendum,
            texts.ngettext("{count} agreed ad referendum", "{count} agreed ad referendum", meter.ad_referendum),
        ),
        (meter.bracketed, texts.ngettext("{count} in brackets", "{count} in brackets", meter.bracketed)),
        (meter.open, texts.ngettext("{count} open", "{count} open", meter.open)),
        (
            meter.brackets,
            texts.ngettext("{count} pair of brackets left", "{count} pairs of brackets left", meter.brackets),
        ),
    )
    return " · ".join(words.format(count=count) for count, words in counted if count)


def decision_words(proposal: Proposal, texts: NullTranslations) -> str:
    """Return what became of a proposal."""
    return decision_word(proposal.decision, texts)


def plan_fields(content: DraftPaper) -> tuple[str, ...]:
    """Return the columns of a plan besides activity and indicator: those in which anything stands, in the usual order."""
    used = {name for one in content.draft.provisions for name, runs in one.cells if runs}
    used |= {name for one in content.draft.provisions for name, said in one.provision.cells if said}
    beside = [two for one in content.draft.provisions for two in one.alternatives]
    used |= {two.field for two in beside if two.field} | {name for two in beside for name, _said in two.cells}
    return tuple(field.value for field in PlanField if field.value in used)


def field_words(field: str, texts: NullTranslations) -> str:
    """Return what a column of a plan is called."""
    return texts.gettext(FIELD_WORDS[field]) if field else texts.gettext("Activity")


def cell_runs(rendered: Rendered, field: str = "") -> tuple[Run, ...]:
    """Return the runs of a field of a provision: of its text (the empty name), or of a cell."""
    return dict(rendered.cells).get(field, ()) if field else rendered.runs


def alternatives(rendered: Rendered, field: str = "") -> tuple[Alternative, ...]:
    """Return what stands beside a field because nobody has decided."""
    return tuple(one for one in rendered.alternatives if one.field == field)


def wished_runs(alternative: Alternative, texts: NullTranslations) -> tuple[Run, ...]:
    """Return what an alternative says, the cells of a new row of a plan in lines below its text."""
    key = alternative.proposals[0] if alternative.proposals else ""
    return with_cells(alternative.runs, alternative.cells, lambda name: field_words(name, texts), key)


def now_says(runs: Sequence[Run]) -> str:
    """Return the text with every change taken."""
    return "".join(run.text for run in runs if run.kept is not Kept.REMOVED)


def printed_label(label: str) -> str:
    """Return a number as it stands before its text: 3 and 3 bis with a full stop, (a) as it is."""
    return f"{label}." if label[-1:].isalnum() else label
