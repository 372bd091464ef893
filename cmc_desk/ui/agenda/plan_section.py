"""The lines of the plan of one day in one room, and the form of the chosen one."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.desk import agenda_plan
from cmc_desk.desk.drafts import draft_titles
from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import PLENARY, EndKind, Importance
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.agenda.given_minutes import given_words, lengths_of
from cmc_desk.ui.agenda.plan_form import line_form, line_values, presenters, typed_line, typed_start_kind
from cmc_desk.ui.agenda.words import clock, is_fixed, length_words
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import Cell, IconText, TwoLines
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.fitted import paint_title
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.setup.section import TableSection
from cmc_desk.ui.setup.words import kind_word

_DAY = "ddd d MMM"


class PlanSection(TableSection[Line]):
    """Times and lengths are typed as people type them; choosing another line saves what was typed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._live = context.live
        self._overlapping: frozenset[str] = frozenset()
        table: RowTable[Line] = RowTable(
            (
                Column("", _mark, 44),
                Column(_("Begins"), lambda line: clock(line.item.starts), 64),
                Column(_("Length"), lambda line: length_words(line.item.length), 72, draw.RIGHT, size=12, tone="slate"),
                Column(_("Item"), self._title, tooltip=lambda line: line.item.title, paint=paint_title),
                Column(_("At least"), _minimum, 72, draw.RIGHT, size=12, tone="slate"),
                Column(_("Kind"), lambda line: kind_word(line.item.kind), 104, size=12, tone="slate"),
            ),
            key=lambda line: line.item.key,
            name=_("Plan of the day"),
            height=NORMAL,
            ground=lambda line: "sand" if is_fixed(line.item) else "panel",
        )
        drafts = context.desk.read(draft_titles)
        head = PaneHead("")
        head.title.hide()
        super().__init__(context, table=table, form=line_form(drafts), head=head, parent=parent)
        self._has_drafts = bool(drafts)
        self.days = Segment(name=_("Day"))
        self.days.chosen.connect(self._on_place)
        self.tracks = Segment(name=_("Room"))
        self.tracks.chosen.connect(self._on_place)
        layout = head.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(0, self.days)
            layout.insertWidget(1, self.tracks)
        self.new_button(_("New item"), size="small")
        self.up_button = _mover("up", _("Earlier"), "Ctrl+Up")
        self.down_button = _mover("down", _("Later"), "Ctrl+Down")
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        for button in (self.up_button, self.down_button):
            head.add(button)

    @property
    def day(self) -> date:
        """The day that is shown."""
        return date.fromisoformat(self.days.key()) if self.days.key() else self.context.facts.meeting.days[0]

    @property
    def track(self) -> str:
        """The room that is shown."""
        return self.tracks.key() or PLENARY

    def show_place(self, day: date, track: str) -> None:
        """Show a day in a room."""
        self._offer_places()
        # What is shown is what was just saved or asked for: nothing is left to be saved on the way.
        with QSignalBlocker(self.days), QSignalBlocker(self.tracks):
            self.days.choose(day.isoformat())
            self.tracks.choose(track)

    def reload(self) -> None:
        self._offer_places()
        # The plan of a day that has begun stays as it was: its lines follow in another order without flowing anew.
        every = [line.item for line in self._live.rundown.lines if line.item.day not in self._begun()]
        self._overlapping = frozenset(
            one.key
            for before, one in pairwise(sorted(every, key=lambda item: (item.track, item.starts)))
            if before.track == one.track and one.starts < before.ends
        )
        super().reload()

    def rows(self) -> Sequence[Line]:
        return [
            line for line in self._live.rundown.lines if line.item.day == self.day and line.item.track == self.track
        ]

    def key_of(self, row: Line) -> str:
        return row.item.key

    def show_row(self, row: Line | None) -> None:
        self.form.head.say(_("Item") if row else _("New item"))
        last = self.table.model_of_rows().rows[-1:]
        starts = clock(last[0].item.ends) if last else "9:00"
        values = line_values(row, day=self.day, track=self.track, starts=starts)
        if not self._has_drafts:
            del values["documents"]
        self.form.fill(values)

    def store(self, row: Line | None) -> str | None:
        values, before = self.form.values(), lengths_of(self._live)

        def work() -> str:
            typed = typed_line(values, self._live.rundown.zone)
            try:
                return self.context.desk.do(
                    agenda_plan.put_line,
                    id=row.item.key if row else "",
                    day=typed.day,
                    starts=typed.starts,
                    ends=typed.ends,
                    title=values["title"],
                    kind=ItemKind(values["kind"]),
                    attendance=values["attendance"],
                    points=values["points"],
                    speakers=presenters(values["speakers"]),
                    documents=values.get("documents", ()),
                    continues=values["continues"],
                    track=values["track"],
                    minimum=typed.minimum,
                    start_kind=typed_start_kind(values),
                    not_after=typed.not_after,
                    end_kind=EndKind.FIXED if values["fixed_end"] else EndKind.LENGTH,
                    importance=Importance(values["importance"]),
                    topic=values["topic"],
                    remark=values["remark"],
                )
            except Refusal as refusal:
                # An end is not typed here: what is wrong with it is wrong with the length.
                raise Refusal(refusal.sentence, field="length" if refusal.field == "ends" else refusal.field) from None

        outcome = self.act(self.form, work)
        if outcome is None:
            return None
        day = date.fromisoformat(values["day"])
        given = given_words(self._live, before, day=day, but=outcome[0])
        self.done(_("Saved: "), values["title"], given + self._stays(day))
        self.show_place(day, values["track"])
        return outcome[0]

    def drop(self, row: Line) -> bool:
        before = lengths_of(self._live)
        if self.act(self.form, lambda: self.context.desk.do(agenda_plan.remove_line, id=row.item.key)) is None:
            return False
        self.done(_("Removed: "), row.item.title, given_words(self._live, before, day=row.item.day))
        return True

    def move_line(self, by: int) -> None:
        """Move the chosen line up or down in the live order of its day."""
        row = self.shown
        if row is None or not self.leave():
            return
        keys = [line.item.key for line in self.rows()]
        place = keys.index(row.item.key) + by
        if not 0 <= place < len(keys):
            return
        rest = [key for key in keys if key != row.item.key]
        before, lengths = rest[place] if place < len(rest) else "", lengths_of(self._live)
        moved = self.act(None, lambda: self.context.desk.do(agenda_plan.move_line, item=row.item.key, before=before))
        if moved is not None:
            given = given_words(self._live, lengths, day=row.item.day)
            self.done(_("Moved: "), row.item.title, given + self._stays(row.item.day))

    def _begun(self) -> frozenset[date]:
        """Return the days of which something has begun."""
        actuals = self._live.actuals
        return frozenset(
            line.item.day
            for line in self._live.rundown.lines
            if (found := actuals.get(line.item.key)) and found.started is not None
        )

    def _stays(self, day: date) -> str:
        """Say why no time of the plan follows on a day that has begun; nothing of another."""
        return (
            _(" · this day has begun: its other times stay, what is expected follows") if day in self._begun() else ""
        )

    def _offer_places(self) -> None:
        rundown = self._live.rundown
        tracks = [(PLENARY, _("Plenary")), *((track.key, track.name) for track in rundown.tracks)]
        self.days.set_options([Option(day.isoformat(), day_words(day, _DAY)) for day in rundown.days])
        self.tracks.set_options([Option(key, name) for key, name in tracks])
        self.tracks.setVisible(len(tracks) > 1)
        topics = [(floor.key, floor.facts.topic.title) for floor in self._live.floors]
        before = [(line.item.key, f"{clock(line.item.starts)}  {line.item.title}") for line in rundown.lines]
        for name, offered in (
            ("day", [(day.isoformat(), day_words(day, _DAY)) for day in rundown.days]),
            ("track", tracks),
            ("topic", [("", _("none")), *topics]),
            ("continues", [("", _("nothing before it")), *before]),
        ):
            editor = self.form.field(name).editor
            if isinstance(editor, Combo):
                editor.set_choices(offered)

    def _on_place(self, _key: str) -> None:
        if self.leave():
            self.form.fill(self.form.values())
        self.reload()

    def _on_up(self) -> None:
        self.move_line(-1)

    def _on_down(self) -> None:
        self.move_line(1)

    def _title(self, line: Line) -> Cell:
        item = line.item
        if item.key in self._overlapping:
            return IconText("tri", _("{title} (begins too early)").format(title=item.title), "amber", bold=True)
        second = " · ".join(part for part in (item.remark, *line.points) if part)
        return TwoLines((Run(item.title, bold=is_fixed(item)),), (Run(second, tone="slate"),) if second else ())


def _mover(icon: str, words: str, key: str) -> DeskButton:
    """Return a button without words: in some languages they leave no room for the days."""
    button = DeskButton(icon=icon, key=key, size="small")
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button


def _mark(line: Line) -> Cell:
    if is_fixed(line.item):
        return IconText("anchor", icon_tone="ink", name=_("fixed"))
    return IconText("down", icon_tone="edge", name=_("flows on"))


def _minimum(line: Line) -> str:
    return length_words(line.item.minimum) if line.item.minimum < line.item.length else "–"
