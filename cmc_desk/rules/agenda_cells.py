"""Several things of an agenda in one cell of a table, written so that they can be read back: points, presenters."""

import re
from collections.abc import Iterable, Sequence

from cmc_desk.rules.meeting import SpeakerPlan

_BETWEEN, _WITHIN = " | ", "; "
_POINT = re.compile(r"point (\d{1,3})", re.IGNORECASE)


def joined(parts: Iterable[str]) -> str:
    """Return the parts in one line: `Opening | Adoption of the agenda`."""
    return _BETWEEN.join(_escaped(part, "|") for part in parts)


def parted(text: str) -> tuple[str, ...]:
    """Return the parts of a line that `joined` wrote, or that a person wrote alike."""
    return tuple(_plain(part, "|") for part in _cut(text, "|") if part)


def presenters_text(speakers: Iterable[SpeakerPlan], points: Sequence[str]) -> str:
    """Return presenters in one line: `A. Example; Director; IOM; point 2 | B. Sample`."""
    written = []
    for speaker in speakers:
        point = f"point {points.index(speaker.point) + 1}" if speaker.point in points else ""
        facts = [_escaped(fact, "|;") for fact in (speaker.name, speaker.functional_title, speaker.organisation)]
        while not facts[-1] and len(facts) > 1:
            facts.pop()
        written.append(_WITHIN.join([*facts, *([point] if point else [])]))
    return _BETWEEN.join(written)


def presenters(text: str, points: Sequence[str]) -> tuple[SpeakerPlan, ...]:
    """Return the presenters that a line names, each with the one of `points` to which they speak."""
    return tuple(_presenter(part, points) for part in _cut(text, "|") if part)


def _presenter(text: str, points: Sequence[str]) -> SpeakerPlan:
    facts = _cut(text, ";")
    point = _POINT.fullmatch(facts[-1]) if len(facts) > 1 else None
    spoken = ""
    if point is not None:
        facts = facts[:-1]
        number = int(point[1])
        spoken = points[number - 1] if 0 < number <= len(points) else ""
    name, title, organisation = ([_plain(fact, "|;") for fact in facts] + ["", "", ""])[:3]
    return SpeakerPlan(name, title, organisation, spoken)


def _escaped(text: str, signs: str) -> str:
    return re.sub(rf"([\\{signs}])", r"\\\1", text)


def _plain(text: str, signs: str) -> str:
    return re.sub(rf"\\([\\{signs}])", r"\1", text)


def _cut(text: str, sign: str) -> list[str]:
    """Cut at a sign that no backslash precedes; what is escaped stays so, and what is empty at the end is left out."""
    found, begin, place = [], 0, 0
    while place < len(text):
        if text[place] == sign:
            found.append(text[begin:place])
            begin = place + 1
        place += 2 if text[place] == "\\" else 1
    found.append(text[begin:])
    pieces = [piece.strip() for piece in found]
    while pieces and not pieces[-1]:
        pieces.pop()
    return pieces
