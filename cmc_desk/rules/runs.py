"""Runs of a text with changes: both texts can be had from them, and further changes are put over them."""

from collections.abc import Iterable, Iterator, Sequence

from cmc_desk.rules.redline import Run
from cmc_desk.rules.word_difference import Kept, compared


def render_text(before: str, after: str, proposal: str = "") -> tuple[Run, ...]:
    """Return how one text became another, the changes with the key of the proposal that makes them."""
    return tuple(
        Run(piece.text, piece.kept, "" if piece.kept is Kept.SAME else proposal) for piece in compared(before, after)
    )


def accepted(runs: Iterable[Run]) -> str:
    """Return the text with all changes made."""
    return "".join(run.text for run in runs if run.kept is not Kept.REMOVED)


def rejected(runs: Iterable[Run]) -> str:
    """Return the text as it was before all changes."""
    return "".join(run.text for run in runs if run.kept is not Kept.ADDED)


def said_over(runs: Sequence[Run], after: str, proposal: str = "") -> tuple[Run, ...]:
    """Return the runs with the changes that make of their new text the one that follows.

    What was removed before stays so; what was added before and is taken away again is gone, as if nobody had ever said it.
    """
    said = accepted(runs)
    return tuple(runs) if said == after else tuple(_joined(_over(runs, render_text(said, after, proposal))))


def changed_runs(runs: Sequence[Run]) -> tuple[int, ...]:
    """Return the places of the runs with which a change begins."""
    return tuple(
        place
        for place, run in enumerate(runs)
        if run.kept is not Kept.SAME and (not place or runs[place - 1].kept is Kept.SAME)
    )


def _over(runs: Sequence[Run], further: Iterable[Run]) -> Iterator[Run]:
    waiting = list(runs)[::-1]
    for change in further:
        while waiting and waiting[-1].kept is Kept.REMOVED:
            yield waiting.pop()
        if change.kept is Kept.ADDED:
            yield change
            continue
        left = len(change.text)
        while left:
            run = waiting.pop()
            if run.kept is Kept.REMOVED:
                yield run
                continue
            part = Run(run.text[:left], run.kept, run.proposal)
            if len(run.text) > left:
                waiting.append(Run(run.text[left:], run.kept, run.proposal))
            left -= len(part.text)
            if change.kept is Kept.SAME:
                yield part
            elif part.kept is Kept.SAME:
                yield Run(part.text, Kept.REMOVED, change.proposal)
    yield from waiting[::-1]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Return the runs with those joined that differ in nothing but their text."""
    last: Run | None = None
    for run in runs:
        if last is not None and (last.kept, last.proposal) == (run.kept, run.proposal):
            last = Run(last.text + run.text, run.kept, run.proposal)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
