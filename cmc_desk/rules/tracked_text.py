"""A text with changes that several hands made: who put in a stretch and who took it out, as programs that track changes keep it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cmc_desk.rules.redline import Run
from cmc_desk.rules.word_difference import Kept

# Changes of two hands that stand closer, in letters, are read as one and cannot be told apart any more.
_APART = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: `inserted` and `removed` name who did it, None if nobody did; one hand can take out what another put in."""

    text: str
    inserted: str | None = None
    removed: str | None = None

    @property
    def before(self) -> str:
        """What stands here with every change rejected."""
        return self.text if self.inserted is None else ""

    @property
    def after(self) -> str:
        """What stands here with every change accepted."""
        return self.text if self.removed is None else ""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A place of a text that one hand would have otherwise: what stands from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str
    hand: str


def of_runs(runs: Iterable[Run]) -> tuple[Stretch, ...]:
    """Return runs as stretches; a change of nobody has the empty name."""
    return tuple(
        Stretch(
            run.text,
            run.proposal if run.kept is Kept.ADDED else None,
            run.proposal if run.kept is Kept.REMOVED else None,
        )
        for run in runs
        if run.text
    )


def rejected_text(stretches: Iterable[Stretch]) -> str:
    """Return the text with every change rejected."""
    return "".join(one.before for one in stretches)


def accepted_text(stretches: Iterable[Stretch]) -> str:
    """Return the text with every change accepted."""
    return "".join(one.after for one in stretches)


def woven(stretches: Sequence[Stretch], wishes: Sequence[Sequence[Run]]) -> tuple[Stretch, ...] | None:
    """Return the stretches with the changes of every wish in them, each of which is a text against what they say now.

    None if they cannot stand in one text: two would change the same words or neighbours, or one was made to another text.
    """
    says = accepted_text(stretches)
    edits: list[_Edit] = []
    for runs in wishes:
        if "".join(run.text for run in runs if run.kept is not Kept.ADDED) != says:
            return None
        edits += _edits(runs)
    edits.sort(key=lambda one: (one.start, one.end))
    for first, second in pairwise(edits):
        if second.hand != first.hand and second.start < first.end + _APART:
            return None
    return tuple(one for one in _joined(_applied(stretches, edits)) if one.text)


def _edits(runs: Sequence[Run]) -> Iterator[_Edit]:
    """Yield the places that change, what was removed and what was added in its place as one."""
    place = start = 0
    added = hand = ""
    for run in runs:
        if run.kept is Kept.SAME:
            if place > start or added:
                yield _Edit(start, place, added, hand)
            place += len(run.text)
            start, added = place, ""
        else:
            hand = run.proposal
            if run.kept is Kept.REMOVED:
                place += len(run.text)
            else:
                added += run.text
    if place > start or added:
        yield _Edit(start, place, added, hand)


def _applied(stretches: Sequence[Stretch], edits: Sequence[_Edit]) -> Iterator[Stretch]:
    waiting = list(reversed(edits))
    place = 0
    for stretch in stretches:
        if stretch.removed is not None:
            yield stretch
            continue
        rest = stretch.text
        while rest and waiting and waiting[-1].start < place + len(rest):
            edit = waiting[-1]
            kept = max(edit.start - place, 0)
            gone = min(edit.end - place, len(rest))
            yield replace(stretch, text=rest[:kept])
            yield replace(stretch, text=rest[kept:gone], removed=edit.hand)
            place, rest = place + gone, rest[gone:]
            if edit.end <= place:
                yield Stretch(edit.text, inserted=edit.hand)
                waiting.pop()
        yield replace(stretch, text=rest)
        place += len(rest)
    yield from (Stretch(edit.text, inserted=edit.hand) for edit in reversed(waiting))


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Join neighbours of the same hands."""
    last: Stretch | None = None
    for one in stretches:
        if not one.text:
            continue
        if last is not None and (last.inserted, last.removed) == (one.inserted, one.removed):
            last = replace(last, text=last.text + one.text)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
