"""Ratios against a floor that is taken in the same run, alternately, so that a machine that drifts drifts for both."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: `value` in `unit`, the floor beside it, what it should be, and whether it is."""

    name: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    aim: str
    holds: bool


def alternately(
    ours: Callable[[], object], floor: Callable[[], object], *, runs: int
) -> tuple[list[float], list[float]]:
    """Time two pieces of work in turn, `runs` times each, in milliseconds; one turn before is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        for work, kept in zip((ours, floor), times, strict=True):
            elapsed = milliseconds(work)
            if turn:
                kept.append(elapsed)
    return times


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes, without the collector of garbage coming in between."""
    # What is young only: a look at all that the program has loaded takes 80 ms, hundreds of times in a row.
    gc.collect(1)
    gc.disable()
    try:
        begun = time.perf_counter()
        work()
        return (time.perf_counter() - begun) * 1000
    finally:
        gc.enable()


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0–1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def against(name: str, ours: Sequence[float], floor: Sequence[float], *, most: float, unit: str = "ms") -> Row:
    """Return the median beside the median of the floor; it holds if it is at most `most` times that."""
    value, least = statistics.median(ours), statistics.median(floor)
    ratio = value / least
    return Row(name, value, unit, least, ratio, f"≤ {most} ×", ratio <= most)


def at_most(name: str, value: float, limit: float, *, unit: str = "ms", floor: float | None = None) -> Row:
    """Return a figure that has a limit of its own."""
    ratio = None if floor is None else value / floor
    return Row(name, value, unit, floor, ratio, f"≤ {limit:g} {unit}", value <= limit)
