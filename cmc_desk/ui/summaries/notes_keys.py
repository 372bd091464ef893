"""The keys of the notes that are no button's: items, pages, panels, the size of the letters, light and dark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.keycap import key_text, sequences
from cmc_desk.ui.summaries.discussed_part import QUOTE_KEY
from cmc_desk.ui.summaries.draft_part import KEY as PROVISION_KEY
from cmc_desk.ui.summaries.notes_panels import PANELS
from cmc_desk.ui.summaries.page_parts import PART_KEYS, PARTS
from cmc_desk.ui.summaries.readout_part import COPY_KEY

if TYPE_CHECKING:
    from cmc_desk.ui.summaries.notes_view import NotesView

LIST_KEY = "F3"


@dataclass(frozen=True, slots=True)
class NotesKey:
    """A key, what it does in words (empty: F1 does not list it), and what it calls; `also` are other keys for the same."""

    key: str
    words: str
    act: Callable[[], object]
    also: Sequence[str] = ()


class NotesKeys(QObject):
    """Binds the keys to the notes; they act while these are shown, wherever on the page the keyboard is."""

    def __init__(self, view: "NotesView") -> None:
        super().__init__(view)
        panels = view.panels
        self.keys: Sequence[NotesKey] = (
            NotesKey("Ctrl+Up", _("Item above"), partial(view.items.step, -1)),
            NotesKey("Ctrl+Down", _("Item below"), partial(view.items.step, 1)),
            NotesKey(LIST_KEY, _("To the list of entries, and back; also Up in an empty field"), view.toggle_list),
            *(
                NotesKey(key, _(words), partial(panels.toggle, name), ("Ctrl+F",) if key == "F2" else ())
                for name, (key, words) in PANELS.items()
            ),
            *(
                NotesKey(key, _(words), partial(view.part_asked.emit, name))
                for name, key, words in PART_KEYS
                if name in PARTS
            ),
            NotesKey(PROVISION_KEY, _("Provision under discussion"), view.ask_provision),
            NotesKey(QUOTE_KEY, _("Quote the draft under discussion"), view.beside.discussing.quote),
            NotesKey(COPY_KEY, _("Copy the read-out as text"), view.beside.copy_text),
            NotesKey("Ctrl++", _("Larger letters"), partial(view.letters, 1), ("Ctrl+=",)),
            NotesKey("Ctrl+-", _("Smaller letters"), partial(view.letters, -1)),
            NotesKey("Ctrl+0", _("Letters as they were"), partial(view.letters, 0)),
        )
        for key in self.keys:
            shortcut = QShortcut(view)
            shortcut.setKeys([*sequences(key.key), *map(QKeySequence, key.also)])
            shortcut.activated.connect(key.act)

    def names(self) -> Sequence[str]:
        """Return every key, so that a field of text leaves it alone."""
        return [name for key in self.keys for name in (key.key, *key.also)]

    def listed(self) -> Sequence[tuple[str, str]]:
        """Return the keys with what they do, for F1."""
        return tuple((key_text(key.key), key.words) for key in self.keys if key.words)
