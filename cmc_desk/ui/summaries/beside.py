"""Fills the side of the notes: the floor at every tick, the draft with every item, the read-out when the notes have come to rest."""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from cmc_desk.desk.drafts import draft_titles
from cmc_desk.desk.readout_preview import readout_preview
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.composer import Composer
from cmc_desk.ui.summaries.discussing import Discussing
from cmc_desk.ui.summaries.floor_look import floor_beside, floor_look
from cmc_desk.ui.summaries.save_state import MakeTimer
from cmc_desk.ui.summaries.side_pane import SidePane

_PREVIEW_REST_MS, _AT_ONCE_MS = 500, 40


class Beside(QObject):
    """`show_item` begins with another item, `entries_changed` and `ticked` keep it up to date."""

    def __init__(
        self, context: Context, pane: SidePane, composer: Composer, *, timer: MakeTimer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._composer = composer
        self._item = ""
        # Which provision was said to be under discussion, by item; as long as the page lives.
        self._about: dict[str, tuple[str, str]] = {}
        self.discussing = Discussing(context, pane.discussed, composer, self)
        self._rest = timer(_PREVIEW_REST_MS, self.show_preview, self)
        pane.draft.changed.connect(self._on_about)
        pane.readout.copy.clicked.connect(self.copy_text)

    def show_item(self, item: str, entries: tuple[NoteEntry, ...]) -> None:
        """Show what goes with another item."""
        self._item = item
        if item not in self._about:
            self._about[item] = _last_about(entries)
        self.show_draft()
        self.show_floor(self._context.now())
        # Of a long item it takes as long as everything else: whoever wants to type need not wait for it.
        self._pane.readout.show_preview(None, self._context.facts)
        self._rest.start(_AT_ONCE_MS)

    def entries_changed(self) -> None:
        """Learn that the notes say something else: what is read out of them is shown when they come to rest."""
        self._rest.start(_PREVIEW_REST_MS)

    def show_floor(self, now: datetime) -> None:
        """Show who has the floor at `now`, and let the composer fill them in where it is the floor of this item."""
        context, live = self._context, self._context.live
        floor = floor_beside(live, live.at(now), self._item)
        if floor is None:
            self._pane.floor.show_look(None)
            self._composer.set_speaker_suggestion("")
            return
        self._pane.floor.show_look(floor_look(context.facts, floor, now, self._name_of))
        speech = floor.current if self._item in floor.facts.items else None
        if speech is None:
            self._composer.set_speaker_suggestion("")
        else:
            self._composer.set_speaker_suggestion(speech.entry.delegation, speech.entry.participant)

    def show_draft(self) -> None:
        """Show the documents of the item, and tell the composer what is discussed."""
        line = self._context.live.line(self._item)
        try:
            titles = self._context.desk.read_promptly(draft_titles)
        except Unavailable:
            return
        of_item = [one for one in titles if line is not None and one.key in line.documents]
        document, provision = self._about.get(self._item, ("", ""))
        if document not in [one.key for one in of_item]:
            document, provision = (of_item[0].key if of_item else ""), ""
        self._pane.draft.show_documents(of_item, document, provision)
        self.discussing.be_about(document, provision)

    def show_preview(self) -> None:
        """Show what would be read out now."""
        if not self._item:
            return
        try:
            preview = self._context.desk.read_promptly(readout_preview, item=self._item)
        except Refusal:
            preview = None
        except Unavailable:
            # What was read before is as good as can be had.
            return
        self._pane.readout.show_preview(preview, self._context.facts)

    def copy_text(self) -> None:
        """Put the text that would be read out into the clipboard."""
        text = self._pane.readout.text
        if not text:
            self._context.say("amber", _("Nothing copied: "), _("there is nothing to read out yet."))
            return
        QGuiApplication.clipboard().setText(text)
        self._context.say("notice", _("Copied: "), _("the read-out as it stands"))

    def _name_of(self, delegation: str, participant: str) -> str:
        state = self._context.facts.delegation_name(delegation) if delegation else ""
        person = self._composer.vocabulary.speaker("", participant) if participant else None
        return state or (person.name if person is not None else "")

    def _on_about(self, document: str, provision: str) -> None:
        self._about[self._item] = (document, provision)
        self.discussing.be_about(document, provision)


def _last_about(entries: tuple[NoteEntry, ...]) -> tuple[str, str]:
    """Return what the newest entry about a document is about: the discussion goes on there."""
    about = [one for one in entries if one.written.document]
    newest = max(about, key=lambda one: one.started_at, default=None)
    return (newest.written.document, newest.written.provision) if newest is not None else ("", "")
