"""Three ready ways to make up time, each with what it does to every item; one key applies the chosen one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.compress import CompressKind, CompressPlan, LengthChange
from cmc_desk.ui.agenda.words import MINUS, clock, length_words, minutes_of
from cmc_desk.ui.live import Live
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import Cell
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment

_ZERO = timedelta()
_WORDS = {
    CompressKind.PROPORTIONAL: N_("In proportion"),
    CompressKind.LEAST_FIRST: N_("Least important first"),
    CompressKind.SPEAKING: N_("Speaking time only"),
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An item of a proposal: its length before and after, what it gives, and how short it could be."""

    key: str
    time: str
    title: str
    before: str
    after: str
    gives: str
    least: str

    @property
    def changed(self) -> bool:
        """Whether it gives anything."""
        return bool(self.gives)


class CompressPane(Pane):
    """Shows a proposal; left and right choose another, Enter applies it, Esc goes back."""

    applied = Signal(object)
    left = Signal()

    def __init__(self, live: Live, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._live = live
        self._plans: tuple[CompressPlan, ...] = ()
        self.head = PaneHead(_("Make up time"))
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self.kinds = Segment(name=_("Proposal"), even=True)
        self.kinds.chosen.connect(self._on_kind)
        self.table: RowTable[ChangeRow] = RowTable(
            (
                Column(_("Planned"), lambda row: row.time, 74, tone="slate"),
                Column(_("Item"), _title),
                Column(_("Before"), lambda row: row.before, 84, draw.RIGHT, tone="slate"),
                Column(_("After"), _after, 84, draw.RIGHT),
                Column(_("Gives"), _gives, 84, draw.RIGHT, size=13),
                Column(_("Minimum"), lambda row: row.least, 92, draw.RIGHT, size=12, tone="slate"),
            ),
            key=lambda row: row.key,
            name=_("Lengths before and after"),
            height=NORMAL,
            ground=lambda row: "lagoon2" if row.changed else "panel",
        )
        self.empty = EmptyState(
            icon="check",
            title=_("Everything fits"),
            sentence=_("All fixed points of this day hold, and it closes on plan."),
        )
        self.words, self.outcome = RunLine(size=14, least=12), RunLine(size=14)
        self.apply_button = DeskButton(_("Apply"), key="Return", icon="check", kind="primary")
        self.apply_button.clicked.connect(self.apply)
        self._stack = QStackedWidget()
        self._lay_out()

    def show_plans(self, plans: Sequence[CompressPlan], *, cut: tuple[str, str] | None = None) -> None:
        """Show these proposals; none says that everything fits, or how long is `cut` before which fixed point and heard later."""
        if cut is None:
            everything = _("All fixed points of this day hold, and it closes on plan.")
            self.empty.say(_("Everything fits"), everything)
        else:
            minutes, point = cut
            self.empty.say(
                _("No length has to give"),
                _(
                    "All fixed points hold: {minutes} do not fit before {point}, where the item is cut; the rest goes on later."
                ).format(minutes=minutes, point=point),
            )
        self._plans = tuple(plans)
        self.kinds.set_options([Option(plan.kind.value, _(_WORDS[plan.kind])) for plan in plans])
        self._bar.setVisible(bool(plans))
        self._foot.setVisible(bool(plans))
        self._stack.setCurrentWidget(self.table if plans else self.empty)
        self._show()
        if plans:
            self.kinds.step(0)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> CompressPlan | None:
        """Return the proposal that is shown."""
        return next((plan for plan in self._plans if plan.kind.value == self.kinds.key()), None)

    def apply(self) -> None:
        """Ask that the proposal be applied."""
        plan = self.chosen()
        if plan is not None and plan.lengths:
            self.applied.emit(plan)

    def _show(self) -> None:
        plan = self.chosen()
        if plan is None:
            return
        self.table.set_rows([self._row(change) for change in plan.changes])
        point = self._live.line(plan.point)
        name = point.item.title if point is not None else _("the end of the day")
        self.words.set_runs(
            (
                Run(
                    _("{needed} missing before {point} at {time}").format(
                        needed=length_words(plan.needed),
                        point=name,
                        time=clock(plan.due.astimezone(self._live.rundown.zone)),
                    )
                ),
            )
        )
        runs = [Run(_("this gives {minutes}").format(minutes=length_words(plan.gained)), bold=True)]
        if plan.missing > _ZERO:
            runs.append(
                Run(_(" · still missing: {minutes}").format(minutes=_least(plan.missing)), bold=True, tone="coral")
            )
        else:
            runs.append(Run(_(" · the point holds"), tone="leaf"))
        self.outcome.set_runs(tuple(runs))
        self.apply_button.allow(why_not="" if plan.lengths else _("Nothing can be made shorter this way."))

    def _row(self, change: LengthChange) -> ChangeRow:
        line = self._live.line(change.item)
        gives = change.before - change.after
        return ChangeRow(
            key=change.item,
            time=clock(line.item.starts) if line is not None else "",
            title=line.item.title if line is not None else "",
            before=length_words(change.before),
            after=length_words(change.after),
            gives=_("{sign}{number} min").format(sign=MINUS, number=minutes_of(gives)) if gives else "",
            least=length_words(change.minimum),
        )

    def _on_kind(self, _key: str) -> None:
        self._show()

    def _lay_out(self) -> None:
        self._bar = Pane("panel", lines="b")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(16, 9, 16, 9)
        row.addWidget(self.kinds)
        self._foot = Pane("sand", lines="t")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.words)
        words.addWidget(self.outcome)
        foot.addLayout(words, 1)
        foot.addWidget(self.apply_button)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)


def _least(span: timedelta) -> str:
    return length_words(span) if minutes_of(span) else _("under a minute")


def _title(row: ChangeRow) -> Cell:
    return (Run(row.title, bold=row.changed),)


def _after(row: ChangeRow) -> Cell:
    return (Run(row.after, bold=row.changed),)


def _gives(row: ChangeRow) -> Cell:
    return (Run(row.gives, tone="leaf"),) if row.gives else ""
