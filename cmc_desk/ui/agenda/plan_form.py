"""The form of a line of the plan, and how what is typed in it becomes a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cmc_desk.desk.drafts import DraftTitle
from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind
from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.meeting import ItemKind, SpeakerPlan
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import length_text, parse_length
from cmc_desk.ui.agenda.words import clock
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.tick_group import TickGroup
from cmc_desk.ui.setup.words import choices

_BY_KIND = ""
_STARTS = {StartKind.FLOW: N_("Flows on from the item before"), StartKind.FIXED: N_("Not before its time")}
_IMPORTANCE = {
    Importance.LEAST: N_("Least: gives time first"),
    Importance.ORDINARY: N_("Ordinary"),
    Importance.MOST: N_("Most: gives time last"),
}
# All of it stands on a screen of 768 lines without scrolling.
_LINES, _EDITOR = 57, 32


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as the command that writes a line takes it."""

    day: date
    starts: datetime
    ends: datetime
    not_after: datetime | None
    minimum: int | None


def line_form(drafts: Sequence[DraftTitle]) -> Form:
    """Return the form; `drafts` are the documents that a line can be tied to."""
    form = Form(_("Item"), wide=True)
    form.add(
        ("title", _field(_("What happens"))),
        ("remark", _field(_("Remark"), hint=_("stands beneath the title"))),
        shares=(3, 2),
    )
    form.add(
        ("starts", _field(_("Begins"), hint=_("9, 930 or 9:30"))),
        ("length", _field(_("Length"), hint=_("45 or 1:30"))),
        ("minimum", _field(_("At least"), hint=_("empty: by kind"))),
        ("start_kind", _field(_("Beginning"), _combo(_start_choices()))),
        ("not_after", _field(_("Not after"), hint=_("empty: none"))),
        shares=(4, 4, 5, 7, 4),
    )
    form.add(
        ("day", _field(_("Day"), _combo())),
        ("kind", _field(_("Kind"), _combo(choices(ItemKind)))),
        ("importance", _field(_("Importance"), _combo(_importance_choices()))),
        ("track", _field(_("Room"), _combo())),
        shares=(4, 5, 7, 5),
    )
    form.add(("topic", _field(_("List of speakers"), _combo())), ("continues", _field(_("Goes on with"), _combo())))
    form.add(
        (
            "speakers",
            Field(_("Presenters, one a line"), _lines(), height=_LINES, hint=_("name; function; organisation")),
        ),
        ("points", Field(_("Points, one a line"), _lines(), height=_LINES)),
    )
    ticks = (
        ("fixed_end", Field(_("End"), Tick(_("At its planned time, however late it began"), size=12), height=24)),
        ("attendance", Field(_("Attendance"), Tick(_("Who is present is recorded"), size=12), height=24)),
    )
    if drafts:
        group = TickGroup([(draft.key, draft.title) for draft in drafts])
        form.add_beside(("documents", Field(_("Documents"), group, height=0)), *ticks)
    else:
        form.add(*ticks)
    return form


def line_values(line: Line | None, *, day: date, track: str, starts: str) -> dict[str, Any]:
    """Return what stands in the form for a line, or for a new one that would begin at `starts`."""
    if line is None:
        return {
            "title": "",
            "starts": starts,
            "length": "",
            "minimum": "",
            "start_kind": _BY_KIND,
            "not_after": "",
            "fixed_end": False,
            "day": day.isoformat(),
            "kind": ItemKind.DISCUSSION.value,
            "importance": Importance.ORDINARY.value,
            "track": track,
            "topic": "",
            "continues": "",
            "speakers": (),
            "points": (),
            "documents": (),
            "remark": "",
            "attendance": False,
        }
    item = line.item
    return {
        "title": item.title,
        "starts": clock(item.starts),
        "length": length_text(item.length),
        "minimum": length_text(item.minimum),
        "start_kind": item.start_kind.value,
        "not_after": clock(item.not_after) if item.not_after is not None else "",
        "fixed_end": item.end_kind is EndKind.FIXED,
        "day": item.day.isoformat(),
        "kind": item.kind.value,
        "importance": item.importance.value,
        "track": item.track,
        "topic": item.topic,
        "continues": line.continues,
        "speakers": tuple(_presenter_line(speaker) for speaker in line.speakers),
        "points": line.points,
        "documents": line.documents,
        "remark": item.remark,
        "attendance": line.attendance,
    }


def typed_line(values: dict[str, Any], zone: ZoneInfo) -> Typed:
    """Return the times and lengths that were typed; raises Refusal, with the field, for what is none."""
    day = date.fromisoformat(values["day"])
    starts = instant_on(day, _read("starts", values["starts"], parse_time), zone)
    length = _read("length", values["length"], parse_length)
    minimum = _read("minimum", values["minimum"], parse_length) if values["minimum"] else None
    not_after = (
        instant_on(day, _read("not_after", values["not_after"], parse_time), zone) if values["not_after"] else None
    )
    return Typed(
        day=day,
        starts=starts,
        ends=starts + length,
        not_after=not_after,
        minimum=None if minimum is None else minimum // timedelta(seconds=1),
    )


def typed_start_kind(values: dict[str, Any]) -> StartKind | None:
    """Return how it begins; None leaves it to its kind."""
    return StartKind(values["start_kind"]) if values["start_kind"] else None


def presenters(lines: Sequence[str]) -> tuple[SpeakerPlan, ...]:
    """Return the presenters that were typed, one a line: name; function; organisation; the point they speak to."""
    found = []
    for line in lines:
        name, function, organisation, point = (*(part.strip() for part in line.split(";", 3)), "", "", "")[:4]
        found.append(SpeakerPlan(name, function, organisation, point))
    return tuple(found)


def _presenter_line(speaker: SpeakerPlan) -> str:
    parts = [speaker.name, speaker.functional_title, speaker.organisation, speaker.point]
    while not parts[-1]:
        parts.pop()
    return "; ".join(parts)


def _read(name: str, text: str, parse: Any) -> Any:
    try:
        return parse(text)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=name) from None


def _field(label: str, editor: QWidget | None = None, *, hint: str = "") -> Field:
    return Field(label, editor or QLineEdit(), height=_EDITOR, hint=hint)


def _combo(offered: Sequence[tuple[str, str]] = ()) -> Combo:
    return Combo(offered, size=14, height=_EDITOR)


def _lines() -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(_LINES)
    return editor


def _start_choices() -> tuple[tuple[str, str], ...]:
    return ((_BY_KIND, _("By its kind")), *((kind.value, _(words)) for kind, words in _STARTS.items()))


def _importance_choices() -> tuple[tuple[str, str], ...]:
    return tuple((one.value, _(words)) for one, words in _IMPORTANCE.items())
