"""What can be done with the entry that is chosen in the list, each with its key and a button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import notes
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.kinds import look_of

_DOABLE = (EntryKind.ACTION, EntryKind.NEXT_STEP)
_ATTRIBUTIONS = tuple(Attribution)


@dataclass(frozen=True, slots=True)
class ListedAct:
    """An act: its key, its words for F1 and for its button, its icon; without a button where `icon` is empty."""

    key: str
    words: str
    act: Callable[[], None]
    short: str = ""
    icon: str = ""


class ListedActs(QObject):
    """Acts on what `chosen` returns; panels that an act opens are asked for by `panel_asked` (its name)."""

    edit_asked = Signal(str)
    panel_asked = Signal(str)

    def __init__(self, context: Context, chosen: Callable[[], NoteEntry | None], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen = chosen
        self.neighbour: Callable[[int], str] = lambda _step: ""
        self.acts: Sequence[ListedAct] = (
            ListedAct("Return", _("Edit the entry"), self.edit, _("Edit"), "summaries"),
            ListedAct("Ctrl+H", _("Mark it for the read-out, or not"), self.toggle_highlight, _("Read-out"), "star"),
            ListedAct("Alt+A", _("Attributable, not for attribution, internal"), self.turn_attribution),
            ListedAct("Ctrl+R", _("What it said before"), self.revisions, _("Earlier"), "undo"),
            ListedAct("Ctrl+M", _("Into one with the entry before it"), self.merge, _("Merge"), "copy"),
            ListedAct("Delete", _("Delete the entry; it can be brought back"), self.delete, _("Delete"), "x"),
            ListedAct("Alt+Up", _("One place up"), self.up),
            ListedAct("Alt+Down", _("One place down"), self.down),
            ListedAct("Alt+Shift+Up", _("Under the item above"), self.to_item_above),
            ListedAct("Alt+Shift+Down", _("Under the item below"), self.to_item_below),
            ListedAct("Ctrl+Return", _("An action or next step is done, or not"), self.toggle_done),
        )

    def edit(self) -> None:
        """Bring it into the composer."""
        if (entry := self._chosen()) is not None:
            self.edit_asked.emit(entry.key)

    def toggle_highlight(self) -> None:
        """Mark it for the read-out, or take the mark away."""
        if (entry := self._chosen()) is None:
            return
        on = not entry.written.highlighted
        if self._context.attempt(notes.set_highlight, entry=entry.key, on=on) is not None:
            self._say(_("Marked for the read-out: ") if on else _("Not for the read-out any more: "), entry)

    def turn_attribution(self) -> None:
        """Turn to the next attribution."""
        if (entry := self._chosen()) is None:
            return
        here = _ATTRIBUTIONS.index(entry.written.attribution)
        wanted = _ATTRIBUTIONS[(here + 1) % len(_ATTRIBUTIONS)]
        if self._context.attempt(notes.set_attribution, entry=entry.key, attribution=wanted) is not None:
            words = {
                Attribution.ATTRIBUTABLE: _("Attributable: "),
                Attribution.NOT_FOR_ATTRIBUTION: _("Not for attribution: "),
                Attribution.INTERNAL: _("Internal, in no summary: "),
            }
            self._say(words[wanted], entry)

    def delete(self) -> None:
        """Take it out of the notes."""
        entry = self._chosen()
        if entry is not None and self._context.attempt(notes.delete_entry, entry=entry.key) is not None:
            self._say(_("Entry deleted: "), entry)

    def merge(self) -> None:
        """Make it and the one before it into one."""
        entry = self._chosen()
        if entry is not None and self._context.attempt(notes.merge_entry, entry=entry.key) is not None:
            self._say(_("Merged with the entry before it: "), entry)

    def up(self) -> None:
        """Let it change places with the one before it."""
        self._move(up=True)

    def down(self) -> None:
        """Let it change places with the one after it."""
        self._move(up=False)

    def to_item_above(self) -> None:
        """Put it under the item above."""
        self._put_in(-1)

    def to_item_below(self) -> None:
        """Put it under the item below."""
        self._put_in(1)

    def toggle_done(self) -> None:
        """Record that an action is done, or that it is not."""
        if (entry := self._chosen()) is None:
            return
        if entry.written.kind not in _DOABLE:
            self._context.say("amber", _("Nothing changed: "), _("only an action or a next step can be done."))
            return
        closed = entry.closed_at is None
        if self._context.attempt(notes.close_action, entry=entry.key, closed=closed) is not None:
            self._say(_("Done: ") if closed else _("Not done after all: "), entry)

    def revisions(self) -> None:
        """Show what it said before."""
        if self._chosen() is not None:
            self.panel_asked.emit("revisions")

    def _move(self, *, up: bool) -> None:
        entry = self._chosen()
        if entry is not None and self._context.attempt(notes.move_entry, entry=entry.key, up=up) is not None:
            self._say(_("One place up: ") if up else _("One place down: "), entry)

    def _put_in(self, step: int) -> None:
        entry, item = self._chosen(), self.neighbour(step)
        if entry is None:
            return
        if not item:
            self._context.say("amber", _("Nothing changed: "), _("there is no item further on."))
        elif self._context.attempt(notes.put_in_item, entry=entry.key, item=item) is not None:
            title = next((one.title for one in self._context.facts.agenda if one.id == item), "")
            self._context.say("notice", _("Now under "), title, undo=True)

    def _say(self, before: str, entry: NoteEntry) -> None:
        at = self._context.facts.clock(entry.started_at)
        self._context.say("notice", before, at, f" · {look_of(entry.written.kind).words}", undo=True)
