"""How a provision with what is proposed for it stands in a file that tracks changes: what is woven into its text, what stands beside it.

Changes that can stand in one text do, each under the name of who proposes it: accepting one gives its text, rejecting it that of the
draft. What excludes one another, or what the meeting left undecided, stands in brackets, one after the other, as such texts have it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.rules.document_kinds import Concern, ProposalAction, ProposalDecision
from cmc_desk.rules.redline import Alternative, Rendered, Run
from cmc_desk.rules.tracked_text import Stretch, of_runs, woven
from cmc_desk.rules.word_difference import Kept

_CHANGES = frozenset({ProposalAction.MODIFY, ProposalAction.DELETE})


@dataclass(frozen=True, slots=True)
class Beside:
    """A text of its own that one hand puts in beside a provision: `label` with its bracket, as `[3 bis.`; `deletes` has no text.

    `cells` are those of a row of a plan.
    """

    key: str
    label: str
    text: str
    closing: str = ""
    deletes: bool = False
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A text as it is written: its stretches, between brackets if it is one of several, then the others, then what is new after it.

    `opening` is what stands before the one that is written in the place of the text, such as `[3 bis.`; empty if it is the text itself.
    """

    stretches: tuple[Stretch, ...]
    bracketed: bool = False
    opening: str = ""
    others: tuple[Beside, ...] = ()
    insertions: tuple[Beside, ...] = ()


def laid_out(rendered: Rendered, field: str = "") -> Laid:
    """Return how a field of a provision is written with changes: its text (the empty name), or a cell of its row."""
    runs = dict(rendered.cells).get(field, ()) if field else rendered.runs
    stretches = of_runs(runs)
    beside = [one for one in rendered.alternatives if one.field == field]
    insertions = tuple(_inserted(one) for one in beside if one.action is ProposalAction.INSERT_AFTER)
    texts = [one for one in beside if not one.proposals or one.action in _CHANGES]
    wishes = [one for one in texts if one.proposals]
    if not wishes:
        return Laid(stretches, insertions=insertions)
    if all(one.decision is ProposalDecision.OPEN and Concern.CONFLICT not in one.concerns for one in wishes):
        together = woven(stretches, [_named(one) for one in wishes])
        if together is not None:
            return Laid(together, insertions=insertions)
    standing = _standing(texts)
    first = woven(stretches, [_named(standing)] if standing.proposals else ()) if standing is not None else None
    others = [one for one in texts if one.proposals and (one is not standing or first is None)]
    return Laid(
        stretches if first is None else first,
        bracketed=True,
        opening=standing.opening if standing is not None and first is not None else "",
        others=tuple(_other(one) for one in others),
        insertions=insertions,
    )


def moved(rendered: Rendered) -> Alternative | None:
    """Return the wish to have a provision elsewhere, if it can be written as one: nobody decided, nothing else is wished of it."""
    wishes = [one for one in rendered.alternatives if one.proposals and one.action is not ProposalAction.INSERT_AFTER]
    if len(wishes) != 1 or wishes[0].action is not ProposalAction.MOVE:
        return None
    unchanged = all(run.kept is Kept.SAME for run in rendered.runs)
    return wishes[0] if unchanged and wishes[0].decision is ProposalDecision.OPEN else None


def _standing(texts: Sequence[Alternative]) -> Alternative | None:
    """Return which of several texts is written in the place of the text: that of the draft, else the first that says anything.

    Where none does, the text stays: brackets around nothing would be left once every change is accepted.
    """
    of_draft = (one for one in texts if not one.proposals)
    return next(of_draft, next((one for one in texts if _wanted(one.runs).strip()), None))


def _named(alternative: Alternative) -> tuple[Run, ...]:
    """Return the runs of an alternative, each change under the first of the proposals that want it."""
    return tuple(
        Run(run.text, run.kept, "" if run.kept is Kept.SAME else alternative.proposals[0]) for run in alternative.runs
    )


def _inserted(alternative: Alternative) -> Beside:
    undecided = alternative.decision is not ProposalDecision.OPEN
    label = alternative.opening if undecided else alternative.opening.removeprefix("[")
    closing = alternative.closing if undecided else ""
    return Beside(alternative.proposals[0], label, _wanted(alternative.runs), closing, cells=alternative.cells)


def _other(alternative: Alternative) -> Beside:
    text = _wanted(alternative.runs)
    return Beside(alternative.proposals[0], alternative.opening, text, alternative.closing, deletes=not text)


def _wanted(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs if run.kept is not Kept.REMOVED)
