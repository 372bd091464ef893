"""The letter in which a delegation names its officials: a new one with its file, or one that is known and names somebody more."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.desk.letter_files import changed_words, save_letter_file
from cmc_desk.desk.nomination_letters import attach_letter, record_letter
from cmc_desk.desk.people import find_people
from cmc_desk.desk.travel_beside import letters_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import EXPECTED
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.travel_states import LetterKind
from cmc_desk.rules.travel_words import LETTER_WORDS
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.file_choice import ask_for_file, ask_where
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.short_path import short_path
from cmc_desk.ui.travel.name_ticks import NameTicks
from cmc_desk.ui.travel.travel_form import Said, TravelForm
from cmc_desk.ui.travel.typed_days import day_text, typed_day

_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".eml", ".msg", ".docx", ".txt")
_MOST = 100


class LetterForm(TravelForm):
    """What is known already is chosen at the top; then only the names are asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Nomination letter"), does=_("Save"), parent=parent)
        self._file: Path | None = None
        self._named: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self.which = Combo()
        self.which.picked.connect(self._on_which)
        self.add(("letter", Field(_("Letter"), self.which)))
        self._new = (
            Field(_("It came as"), Combo([(one.value, _(LETTER_WORDS[one])) for one in LetterKind])),
            Field(_("Reference"), QLineEdit()),
            Field(_("Dated"), QLineEdit(), hint=_("4 Nov")),
            Field(_("Received"), QLineEdit(), hint=_("8 Nov")),
        )
        self.add(("kind", self._new[0]), ("reference", self._new[1]))
        self.add(("dated", self._new[2]), ("received", self._new[3]))
        self.names = NameTicks()
        field = Field(_("It names"), self.names, height=0)
        self.know("names", field, self.names.keys, self.names.set_keys)
        self.add_widget(field)
        self.add(
            ("also_named", Field(_("And, not registered yet"), QLineEdit(), hint=_("names as the letter has them")))
        )
        self.file_button = DeskButton(_("File…"), key="Ctrl+Shift+F", icon="folder", size="small")
        self.file_button.clicked.connect(self._on_file)
        self.file_name = Text(size=13, tone="slate")
        self._file_row = QWidget()
        row = QHBoxLayout(self._file_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.file_button)
        row.addWidget(self.file_name, 1)
        self.add_widget(self._file_row)

    def ask_file(self) -> None:
        """Let somebody choose the file of the letter."""
        path = ask_for_file(self, _("The letter"), _("Letters ({kinds})"), _ENDINGS)
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path | None) -> None:
        """Keep this file with the letter; None keeps none."""
        self._file = path
        self.file_name.setText(path.name if path is not None else _("No file"))

    def prepare(self) -> None:
        self.take_file(None)
        desk, delegation = self.context.desk, self.who.tile.delegation
        letters = [one for one in desk.read(letters_of).values() if one.delegation == delegation]
        self._named = {one.key: one.also_named for one in letters}
        self._kept = {one.key: one.file or _("Letter") for one in letters if one.digest}
        known = [(one.key, f"{_(LETTER_WORDS[one.kind])} {one.reference}, {day_text(one.received)}") for one in letters]
        self.which.set_choices([("", _("A new letter")), *known])
        found = desk.read(find_people, delegation=delegation, limit=_MOST)
        self.names.set_people([(hit.id, hit.name) for hit in found.hits if hit.status in EXPECTED])

    def intro_words(self) -> str:
        return self.context.facts.delegation_name(self.who.tile.delegation)

    def first_values(self) -> dict[str, Any]:
        self._show("")
        person = self.who.who.person.key if self.who.who is not None else ""
        return {
            "letter": "",
            "kind": LetterKind.NOTE_VERBALE.value,
            "reference": "",
            "dated": "",
            "received": day_text(self._today()),
            "names": (person,) if person else (),
            "also_named": "",
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        names, also_named = list(values["names"]), values["also_named"]
        if not names and not also_named:
            raise Refusal(_("Whom does the letter name? Tick them, or type the names."), field="also_named")
        desk, delegation = self.context.desk, self.who.tile.delegation
        if values["letter"]:
            desk.do(attach_letter, letter=values["letter"], names=names, also_named=also_named)
        else:
            near = self._today()
            desk.do(
                record_letter,
                delegation=delegation,
                kind=LetterKind(values["kind"]),
                reference=values["reference"],
                dated=typed_day(values["dated"], near=near, field="dated"),
                received=typed_day(values["received"], near=near, field="received"),
                names=names,
                file_name=self._file.name if self._file is not None else "",
                file=self._content(),
                also_named=also_named,
            )
        return Said(_("Letter recorded: "), self.context.facts.delegation_name(delegation))

    def save_file(self, path: Path) -> None:
        """Save the file of the letter that is chosen, for whoever wants to read it."""
        try:
            saved = save_letter_file(self.context.desk, self.which.key(), path)
        except Refusal as refusal:
            self.blame(refusal)
        except Unavailable as trouble:
            self.context.trouble(trouble)
        else:
            if saved.whole:
                folder = _(" in {folder}").format(folder=short_path(saved.path.parent))
                self.context.say("notice", _("Saved: "), saved.path.name, folder)
            else:
                self.context.say("coral", _("Saved with a warning: "), saved.path.name, f". {changed_words()}")

    def _on_file(self) -> None:
        kept = self._kept.get(self.which.key())
        if kept is None:
            self.ask_file()
            return
        path = ask_where(self, _("The letter"), kept, Path(kept).suffix.lower())
        if path is not None:
            self.save_file(path)

    def _today(self) -> Any:
        return self.context.facts.meeting.local(self.context.now()).date()

    def _content(self) -> bytes:
        if self._file is None:
            return b""
        try:
            return self._file.read_bytes()
        except OSError:
            raise Refusal(_("“{name}” cannot be read: choose it again.").format(name=self._file.name)) from None

    def _on_which(self, key: str) -> None:
        self._show(key)
        # Whom it names besides stands there again: whoever is registered meanwhile is ticked, and taken out here.
        editor = self.field("also_named").editor
        if isinstance(editor, QLineEdit):
            editor.setText(self._named.get(key, ""))

    def _show(self, key: str) -> None:
        """Ask of a new letter what it is; of a known one show its file, if one was kept."""
        for field in self._new:
            field.setVisible(not key)
        kept = self._kept.get(key, "")
        self._file_row.setVisible(not key or bool(kept))
        self.file_button.set_text(_("Save as…") if kept else _("File…"))
        chosen = self._file.name if self._file is not None else _("No file")
        self.file_name.setText(kept or chosen)
