"""How a draft is shown with what was proposed for it: one shape for the screen, the stage, Word and PDF."""

from dataclasses import dataclass
from enum import StrEnum

from cmc_desk.rules.document_kinds import Concern, ProposalAction, ProposalDecision
from cmc_desk.rules.drafts import DraftText, Provision
from cmc_desk.rules.word_difference import Kept


class View(StrEnum):
    """How a draft is looked at."""

    REDLINE = "redline"
    CLEAN = "clean"
    SIDE_BY_SIDE = "side by side"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: the same, removed or added; `proposal` is the key of the one that does it, empty if it was done already."""

    text: str
    kept: Kept = Kept.SAME
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A text that stands in brackets because nobody has decided: as proposed, against that of the draft.

    `proposals` are the keys of those that want it, alike ones together; none if it is the text of the draft itself. `opening` is what
    stands before it, such as "[3 bis.", and `closing` its bracket. `proposers` and `supporters` are codes of delegations. `leading`
    is the one that most delegations stand behind, if one is ahead. `cells` are those of a new row of a plan.
    """

    opening: str
    runs: tuple[Run, ...]
    closing: str = "]"
    proposals: tuple[str, ...] = ()
    action: ProposalAction = ProposalAction.MODIFY
    field: str = ""
    decision: ProposalDecision = ProposalDecision.OPEN
    proposers: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    reservations: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    leading: bool = False
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A provision as it is shown: `runs` are its text against that of the version before, with what was accepted since.

    `cells` are those of a plan's row in the same way, by the values of `PlanField`. `alternatives` are in the order in which they came in.
    What is to be put in after it comes last. `brackets` counts the pairs that are left in it, alternatives included; `concerns` are of all proposals on it.
    """

    provision: Provision
    runs: tuple[Run, ...]
    cells: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    proposals: tuple[str, ...] = ()
    brackets: int = 0
    concerns: tuple[Concern, ...] = ()


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a draft is agreed; counts of provisions that can be agreed on (headings and titles cannot), and of pairs of brackets.

    What was deleted is in none of them; `deferred` is in `open` too.
    """

    agreed: int = 0
    ad_referendum: int = 0
    bracketed: int = 0
    open: int = 0
    deferred: int = 0
    brackets: int = 0

    @property
    def whole(self) -> int:
        """How many provisions there are."""
        return self.agreed + self.ad_referendum + self.bracketed + self.open


@dataclass(frozen=True, slots=True)
class RenderedDraft:
    """A draft as it is shown; `base` is the number of the version against which it is redlined, 0 if there is none before it."""

    text: DraftText
    provisions: tuple[Rendered, ...]
    meter: Meter
    base: int = 0
