"""The keys of the Run mode, grouped as their buttons stand."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.floor_kinds import SpeechKind
from cmc_desk.ui.agenda.run_keys import SKIP_PASSED, SPACE, START_PASSED, RunKey

if TYPE_CHECKING:
    from cmc_desk.ui.agenda.run_view import RunView

EXPORT_KEY = "Alt+X"
_MORE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """`card` are those of the card, `head`, `foot` and `row` those of the rundown, `bar`, `more` and `limit` those of the speakers."""

    card: tuple[RunKey, ...]
    head: tuple[RunKey, ...]
    foot: tuple[RunKey, ...]
    row: tuple[RunKey, ...]
    bar: tuple[RunKey, ...]
    limit: RunKey
    more: tuple[tuple[str, tuple[RunKey, ...]], ...]

    @property
    def all(self) -> tuple[RunKey, ...]:
        """Every key once, in the order in which F1 lists them."""
        rest = [key for _title, keys in self.more for key in keys]
        found = {key.key: key for key in (*self.card, *self.bar, self.limit, *rest, *self.head, *self.foot, *self.row)}
        return tuple(found.values())


def key_groups(view: "RunView") -> KeyGroups:
    """Return the keys of a view; each calls a method of it or of what acts for it."""
    items, floor, panels = view.items, view.floor_acts, view.panels
    return KeyGroups(
        card=(
            RunKey(SPACE, _("Start the next item"), view.go_next),
            RunKey("P", _("Pause, go on"), items.pause_or_resume, _("Pause the item, go on")),
            RunKey("+", _("One minute more"), partial(items.add_minutes, 1)),
            RunKey("-", _("One minute less"), partial(items.add_minutes, -1)),
            RunKey(START_PASSED, _("Start it"), view.start_passed, _("Start what was passed over")),
            RunKey(SKIP_PASSED, _("Skip it"), items.skip_passed, _("Skip what was passed over")),
        ),
        head=(
            RunKey("E", _("Edit plan"), view.plan_asked.emit),
            RunKey("L", _("Late start…"), panels.open_late),
        ),
        foot=(
            RunKey("M", _("Make up time…"), panels.open_compress),
            RunKey("H", _("Past…"), panels.open_past, _("Correct the past…")),
        ),
        row=(
            RunKey("Shift+Return", _("Start now"), panels.start_chosen, _("Start the chosen line now")),
            RunKey("K", _("Skip"), panels.skip_chosen, _("Skip the chosen line")),
            RunKey("U", _("Reopen"), panels.reopen_chosen, _("Reopen the chosen line")),
        ),
        bar=(
            RunKey("N", _("Next"), view.next_speaker, _("Next speaker")),
            RunKey("A", _("Absent"), floor.absent, _("Not in the room: later")),
            RunKey("C", _("Call"), floor.call, _("Call the next speaker")),
            RunKey("S", _("Add"), partial(panels.open_add, SpeechKind.STATEMENT), _("Add to the list")),
            RunKey("T", _("More"), view.show_more, _("Everything else")),
        ),
        limit=RunKey("F", _("Set the limit that fits"), view.apply_limit),
        more=_more(view),
    )


def _more(view: "RunView") -> tuple[tuple[str, tuple[RunKey, ...]], ...]:
    items, floor, panels = view.items, view.floor_acts, view.panels
    return (
        (
            _("Asks for the floor"),
            (
                RunKey("O", _("Point of order"), partial(panels.open_add, SpeechKind.POINT_OF_ORDER)),
                RunKey("R", _("Right of reply"), partial(panels.open_add, SpeechKind.RIGHT_OF_REPLY)),
                RunKey("Q", _("Question"), partial(panels.open_add, SpeechKind.QUESTION)),
                RunKey("J", _("Answer"), partial(panels.open_add, SpeechKind.ANSWER)),
            ),
        ),
        (
            _("Has the floor"),
            (
                RunKey("Y", _("Pause, go on"), floor.pause_or_resume, _("Pause the speech, go on")),
                RunKey("X", _("End, nobody next"), floor.end),
                RunKey("G", _("30 seconds more"), partial(floor.more_time, _MORE_SECONDS)),
            ),
        ),
        (
            _("The chosen delegation"),
            (
                RunKey("Z", _("Give the floor"), floor.give_floor),
                RunKey("W", _("Withdrawn"), floor.withdraw),
                RunKey("I", _("In writing"), floor.in_writing),
                RunKey("B", _("Waits again"), floor.restore),
                RunKey("Ctrl+D", _("Details…"), panels.open_entry, _("Details of the chosen one…")),
                RunKey("Ctrl+Up", _("Earlier"), partial(view.move_speaker, -1)),
                RunKey("Ctrl+Down", _("Later"), partial(view.move_speaker, 1)),
            ),
        ),
        (
            _("The list and the item"),
            (
                RunKey("D", _("Draw the roll…"), panels.open_draw),
                RunKey("V", _("Fair floor"), panels.toggle_fair),
                RunKey("Shift+Space", _("End the item"), items.end),
                RunKey(EXPORT_KEY, _("Export…"), panels.open_export, _("Write the agenda, its record…")),
            ),
        ),
    )
