"""What importing an agenda would do, line by line: new, changed, unchanged, wrong, and what the file no longer has."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.agenda_lines import FileAgenda, FileLine, Why
from cmc_desk.rules.agenda_matching import matched
from cmc_desk.rules.agenda_places import BEGINS, PlacedLine, placed
from cmc_desk.rules.agenda_plan import PLENARY, ZERO, StartKind
from cmc_desk.rules.agenda_reading import Ours, said_of
from cmc_desk.rules.agenda_said import field_title
from cmc_desk.rules.agenda_words import kind_told
from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import ItemKind, ItemPlan

# The fields that an import can change, in the order in which they are told.
FIELDS = (
    "title",
    "day",
    "starts",
    "ends",
    "track",
    "kind",
    "points",
    "speakers",
    "documents",
    "start_kind",
    "not_after",
    "end_kind",
    "minimum",
    "importance",
    "topic",
    "continues",
    "attendance",
    "remark",
)
# What really happened is measured against the plan of then; presence belongs to a session of a day.
_OF_THE_CLOCK = frozenset({"day", "starts", "ends", "track"})
_OF_PRESENCE = frozenset({"day", "attendance"})
_TIMES = frozenset({"day", "starts", "ends", "not_after"})
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class LineVerdict(StrEnum):
    """What will become of a line of the file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left out"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class LineDifference:
    """A field of which the file says something else than the agenda; what is `kept` stays as the agenda has it."""

    field: str
    ours: Any
    theirs: Any
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What will become of one line of the file.

    `item` is the key of the item of ours that it is, or empty; `plan` is the item as it would then be, None where that cannot be said.
    `note` is for people, or empty.
    """

    where: str
    title: str
    verdict: LineVerdict
    item: str = ""
    plan: ItemPlan | None = None
    differs: tuple[LineDifference, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    note: str = ""

    @property
    def changing(self) -> tuple[str, ...]:
        """The fields that change if the line is taken."""
        return tuple(difference.field for difference in self.differs if not difference.kept)


@dataclass(frozen=True, slots=True)
class GoneItem:
    """An item that the file no longer has; `stays` says why it cannot be removed, or is empty."""

    item: ItemPlan
    stays: str = ""


@dataclass(frozen=True, slots=True)
class AgendaDryRun:
    """The whole dry run: every line of the file once, in its order, and what of the same days and rooms is not in it."""

    file: str
    form: str
    lines: tuple[PlannedLine, ...]
    gone: tuple[GoneItem, ...] = ()

    def count(self, verdict: LineVerdict) -> int:
        """Return how many lines have this verdict."""
        return sum(1 for line in self.lines if line.verdict is verdict)


def plan_agenda(agenda: FileAgenda, ours: Ours, *, day: date | None = None, begins: timedelta = BEGINS) -> AgendaDryRun:
    """Compare a file with the agenda of the meeting; nothing is written.

    What a file does not say stays as it is. `day` and `begins` are for lines that tell no day and no time of their own.
    """
    lines = placed(agenda.parts, days=ours.days, zone=ours.zone, day=day, begins=begins)
    read = [said_of(line, ours) for line in lines]
    of_line = matched([(line.line, said) for line, (said, _problems) in zip(lines, read, strict=True)], ours.items)
    # What a line goes on with is called by the key that the file gives it.
    called = {line.line.key: of_line.get(place, line.line.key) for place, line in enumerate(lines)}
    planner = _Planner(ours, called)
    planned = [
        planner.line(line, said, problems, of_line.get(place, ""))
        for place, (line, (said, problems)) in enumerate(zip(lines, read, strict=True))
    ]
    # A file without times adds to a day; only one that has a programme can be said to lack something.
    timed = [one for one, line in zip(planned, lines, strict=True) if not line.untimed]
    scope = {(line.plan.day, line.plan.track) for line in timed if line.plan is not None}
    found = set(of_line.values())
    gone = (item for item in ours.items if item.key not in found and (item.day, item.track) in scope)
    return AgendaDryRun(
        file=agenda.file,
        form=agenda.form,
        lines=tuple(_crowded(planned, ours.skipped)),
        gone=tuple(GoneItem(item, ours.stays.get(item.key, "")) for item in gone),
    )


class _Planner:
    """What becomes of one line after the other; keys of new items are given once."""

    def __init__(self, ours: Ours, called: Mapping[str, str]) -> None:
        self._ours, self._called = ours, called
        self._items = {item.key: item for item in ours.items}
        self._keys = set(self._items)
        self._first = {item.day: item.starts for item in sorted(ours.items, key=lambda item: item.starts, reverse=True)}

    def line(self, placed: PlacedLine, said: dict[str, Any], problems: list[CellProblem], item: str) -> PlannedLine:
        line = placed.line
        planned = PlannedLine(line.where, line.title, LineVerdict.PROBLEM, item, problems=tuple(problems))
        if line.no_item is not None:
            return replace(planned, verdict=LineVerdict.LEFT_OUT, problems=(), note=_(_LEFT_OUT[line.no_item]))
        if not item and line.key in self._items:
            again = CellProblem("", _("The same item stands in another line above."))
            return replace(planned, problems=(*planned.problems, again))
        if problems:
            return planned
        if "continues" in said:
            said["continues"] = self._called.get(said["continues"], said["continues"])
        if item:
            return self._compared(replace(planned, note=placed.note), placed, self._items[item], said)
        return self._new(replace(planned, note=placed.note), line, said)

    def _compared(
        self, planned: PlannedLine, placed: PlacedLine, ours: ItemPlan, said: Mapping[str, Any]
    ) -> PlannedLine:
        said = _comparable(placed, ours, said)
        kept = self._kept(ours.key)
        differs = tuple(
            LineDifference(name, getattr(ours, name), said[name], kept=name in kept)
            for name in FIELDS
            if name in said and getattr(ours, name) != said[name]
        )
        if any(one.kept and one.field == "day" for one in differs):
            # Times are of a day: those of another day stay with it.
            differs = tuple(replace(one, kept=one.kept or one.field in _TIMES) for one in differs)
        plan = _fitted(replace(ours, **{one.field: one.theirs for one in differs if not one.kept}))
        note = planned.note
        if stays := [field_title(one.field) for one in differs if one.kept]:
            words = _("Something of it was recorded, so these stay as they are: {fields}.")
            note = " ".join(part for part in (note, words.format(fields=", ".join(stays))) if part)
        compared = replace(planned, plan=plan, differs=differs, note=note)
        if wrong := _wrong(plan, said):
            return replace(compared, problems=(CellProblem("", wrong),))
        return replace(compared, verdict=LineVerdict.CHANGED if compared.changing else LineVerdict.UNCHANGED)

    def _kept(self, key: str) -> frozenset[str]:
        kept = _OF_THE_CLOCK if key in self._ours.begun else frozenset()
        return kept | _OF_PRESENCE if key in self._ours.attended else kept

    def _new(self, planned: PlannedLine, line: FileLine, said: Mapping[str, Any]) -> PlannedLine:
        kind = said.get("kind") or kind_told(said["title"])
        length = said["ends"] - said["starts"]
        first = said["starts"] <= self._first.get(said["day"], said["starts"])
        usual: dict[str, Any] = {
            "kind": kind,
            "track": PLENARY,
            "attendance": kind is ItemKind.REGISTRATION,
            "minimum": minimum_of(kind, length),
            "start_kind": start_kind_of(kind, first_of_day=first),
        }
        plan = _fitted(ItemPlan(key=self._key(line.key), **{**usual, **said}))
        note = planned.note
        if "kind" not in said:
            supposed = _("Its kind is not said: taken as “{kind}”.").format(kind=_(WORDS[kind]))
            note = " ".join(part for part in (note, supposed) if part)
        if wrong := _wrong(plan, said):
            return replace(planned, plan=plan, problems=(CellProblem("", wrong),))
        return replace(planned, verdict=LineVerdict.NEW, plan=plan, note=note)

    def _key(self, wanted: str) -> str:
        """Return the key that a file gives an item, so that the next version of the file finds it; nothing if it is none."""
        if not _KEY.fullmatch(wanted) or wanted in self._keys:
            return ""
        self._keys.add(wanted)
        return wanted


_LEFT_OUT = {
    Why.SKIPPED: N_("It is marked to be skipped."),
    Why.MILESTONE: N_("A milestone has no length, and is no item."),
    Why.UNKNOWN: N_("Its type is not known."),
}


def _comparable(placed: PlacedLine, ours: ItemPlan, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return of what a line says what can be held against an item of ours: a file without times only says how long things are."""
    found = dict(said)
    if placed.untimed:
        found = {name: value for name, value in found.items() if name not in _TIMES}
        if placed.line.length is not None:
            found["ends"] = ours.starts + placed.line.length
    if found.get("start_kind", ours.start_kind) is not StartKind.FIXED:
        found.pop("not_after", None)
    return found


def _fitted(plan: ItemPlan) -> ItemPlan:
    """Return a plan in which nothing contradicts what was changed: “not after” is of a fixed beginning, a minimum within the length."""
    if plan.start_kind is not StartKind.FIXED and plan.not_after is not None:
        plan = replace(plan, not_after=None)
    if plan.minimum is not None and plan.minimum > plan.ends - plan.starts:
        plan = replace(plan, minimum=plan.ends - plan.starts)
    return plan


def _wrong(plan: ItemPlan, said: Mapping[str, Any]) -> str:
    """Return one sentence if a plan cannot be, or nothing."""
    if said.get("minimum", ZERO) > plan.ends - plan.starts:
        return _("Its minimum is longer than it is.")
    if plan.not_after is not None and plan.not_after < plan.starts:
        return _("“Not after” is before its beginning.")
    return ""


def _crowded(lines: Sequence[PlannedLine], skipped: Collection[str]) -> list[PlannedLine]:
    """Return the lines with a note at those that begin before another of the same day and room has ended; what is skipped is not held."""
    plans = [
        (place, line.plan) for place, line in enumerate(lines) if line.plan is not None and line.item not in skipped
    ]
    in_order = sorted(plans, key=lambda each: (each[1].day, each[1].track, each[1].starts, each[1].ends))
    noted = list(lines)
    for (_before, before), (place, plan) in pairwise(in_order):
        if (before.day, before.track) == (plan.day, plan.track) and plan.starts < before.ends:
            note = _("It begins before “{title}” has ended.").format(title=before.title)
            noted[place] = replace(noted[place], note=" ".join(part for part in (noted[place].note, note) if part))
    return noted
