"""Setup › Days and sessions: the lines of the agenda, day by day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup_agenda
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.clock_times import instant_on, parse_time
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.overlaps import overlapping
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import IconText, TickMark
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import EDIT_KEYS, TableSection
from cmc_desk.ui.setup.words import choices, kind_word

Item = meetings.AgendaItem
_DAY = "ddd d MMM"


class AgendaSection(TableSection[Item]):
    """The items of one day, and the form of one item; times are typed as people type them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._meeting = context.facts.meeting
        self._overlapping: frozenset[str] = frozenset()
        table: RowTable[Item] = RowTable(
            (
                Column(_("Time"), self._time, 118, tone="slate"),
                Column(_("What"), self._title, bold=True, tooltip=lambda item: item.title),
                Column(_("Kind"), lambda item: kind_word(item.kind), 118, size=13, tone="slate"),
                Column(_("Attendance"), _attendance, 92),
            ),
            key=lambda item: item.id,
            name=_("Items of the day"),
            height=DENSE,
        )
        head = PaneHead(_("Days and sessions"))
        super().__init__(context, table=table, form=_form(), head=head, parent=parent)
        self.new_button(_("New item"))
        self.days = Segment(name=_("Day"))
        self.days.chosen.connect(self._on_day)
        self.add_day_button = DeskButton(key="Alt+D", icon="plus", size="small")
        self.add_day_button.clicked.connect(self.add_day)
        self.remove_day_button = DeskButton(_("Remove this day"), size="small", kind="danger")
        self.remove_day_button.clicked.connect(self.remove_day)
        bar = Pane("panel", lines="b")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 9)
        row.setSpacing(12)
        row.addWidget(self.days)
        row.addWidget(self.add_day_button)
        row.addStretch()
        row.addWidget(self.remove_day_button)
        self.work.insertWidget(1, bar)
        self._foot = Text(size=12, tone="slate")
        foot = Pane("panel", lines="t")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 9, 16, 8)
        line.addWidget(self._foot)
        self.work.addWidget(foot)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+N", _("new item")),
            ("Alt+D", _("one more day")),
            *EDIT_KEYS,
            ("Alt+Delete", _("remove the item")),
        )

    def reload(self) -> None:
        self._meeting = self.context.desk.read(meetings.meeting)
        every = self.context.desk.read(meetings.agenda)
        self._overlapping = frozenset(overlapping(self.context.desk.read(rundown).held))
        days = self._meeting.days
        counts = {day: sum(item.day == day for item in every) for day in days}
        self.days.set_options([Option(day.isoformat(), day_words(day, _DAY), counts[day]) for day in days])
        day_field = self.form.field("day").editor
        if isinstance(day_field, Combo):
            day_field.set_choices([(day.isoformat(), day_words(day, _DAY)) for day in days])
        self.add_day_button.set_text(_("Add {day}").format(day=day_words(days[-1] + timedelta(days=1), _DAY)))
        has_items = bool(counts[self.day])
        self.remove_day_button.allow(
            why_not=_("Only a day without items can be removed.") if has_items or len(days) == 1 else ""
        )
        self._foot.setText(self._summary(every))
        super().reload()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return date.fromisoformat(self.days.key())

    def rows(self) -> Sequence[Item]:
        return [item for item in self.context.desk.read(meetings.agenda) if item.day == self.day]

    def key_of(self, row: Item) -> str:
        return row.id

    def show_row(self, row: Item | None) -> None:
        self.form.head.say(_("Item") if row else _("New item"))
        last = self.table.model_of_rows().rows[-1:]
        starts = self._clock(row.starts if row else last[0].ends) if row or last else ""
        self.form.fill(
            {
                "day": (row.day if row else self.day).isoformat(),
                "starts": starts,
                "ends": self._clock(row.ends) if row else "",
                "title": row.title if row else "",
                "kind": (row.kind if row else ItemKind.DISCUSSION).value,
                "attendance": row.attendance if row else False,
                "points": row.points if row else (),
            }
        )

    def store(self, row: Item | None) -> str | None:
        values = self.form.values()
        day = date.fromisoformat(values["day"])

        def work() -> str:
            # A word that is no time is refused beside its own field.
            starts, ends = (self._typed(name, values[name]) for name in ("starts", "ends"))
            zone = self._meeting.tzinfo
            return self.context.desk.do(
                setup_agenda.put_item,
                id=row.id if row else "",
                day=day,
                starts=instant_on(day, starts, zone),
                ends=instant_on(day, ends, zone),
                title=values["title"],
                kind=ItemKind(values["kind"]),
                attendance=values["attendance"],
                points=values["points"],
            )

        outcome = self.act(self.form, work)
        if outcome is None:
            return None
        self.done(_("Saved: "), values["title"])
        # It is saved: going to its day must not save it once more, which would make a second new item.
        with QSignalBlocker(self.days):
            self.days.choose(day.isoformat())
        return outcome[0]

    def drop(self, row: Item) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(setup_agenda.remove_item, id=row.id)) is None:
            return False
        self.done(_("Removed: "), row.title)
        return True

    def add_day(self) -> None:
        """Add the day after the last one, and show it."""
        day = self._meeting.days[-1] + timedelta(days=1)
        if self.leave() and self.act(None, lambda: self.context.desk.do(setup_agenda.add_day, day=day)) is not None:
            self.done(_("Added: "), day_words(day))
            self.days.choose(day.isoformat())

    def remove_day(self) -> None:
        """Remove the day that is shown; it has no items."""
        day = self.day
        if self.act(None, lambda: self.context.desk.do(setup_agenda.remove_day, day=day)) is not None:
            self.done(_("Removed: "), day_words(day))

    def _on_day(self, _key: str) -> None:
        if self.leave():
            self.form.fill(self.form.values())
        self.reload()

    def _typed(self, name: str, text: str) -> time:
        try:
            return parse_time(text)
        except Refusal as refusal:
            raise Refusal(refusal.sentence, field=name) from None

    def _clock(self, instant: datetime) -> str:
        return self._meeting.local(instant).strftime("%H:%M")

    def _time(self, item: Item) -> str:
        return f"{self._clock(item.starts)} – {self._clock(item.ends)}"

    def _title(self, item: Item) -> str | IconText:
        if item.id in self._overlapping:
            return IconText("tri", _("{title} (begins too early)").format(title=item.title), "amber", bold=True)
        return item.title

    def _summary(self, every: Sequence[Item]) -> str:
        taken = sum(item.attendance for item in every)
        words = ngettext(
            "Attendance is taken at {number} item of the meeting.",
            "Attendance is taken at {number} items of the meeting.",
            taken,
        ).format(number=taken)
        return words + " " + _("All times are those of {city}.").format(city=self._meeting.city or self._meeting.zone)


def _attendance(item: Item) -> TickMark:
    return TickMark(on=item.attendance, name=_("taken") if item.attendance else _("not taken"))


def _form() -> Form:
    form = Form(_("Item"))
    points = QPlainTextEdit()
    points.setTabChangesFocus(True)
    points.setFixedHeight(84)
    form.add(("title", Field(_("What happens"))))
    form.add(("starts", Field(_("Begins"), QLineEdit(), hint=_("9, 930, 9.30 or 9:30"))), ("ends", Field(_("Ends"))))
    form.add(("day", Field(_("Day"), Combo())), ("kind", Field(_("Kind"), Combo(choices(ItemKind)))))
    form.add(("attendance", Field(_("Attendance"), Tick(_("Who is present is recorded")), height=24)))
    form.add(("points", Field(_("Points, one a line"), points, height=84)))
    return form
