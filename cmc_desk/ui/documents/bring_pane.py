"""At the right of a text that is brought: what was found, the chosen line to be corrected, and the act that writes it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.ui.documents.bring_rows import BringRow, new_instead
from cmc_desk.ui.documents.file_pane import FilePane
from cmc_desk.ui.documents.words import KINDS
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.written_text import WrittenLine

OUT_KEY, NEW_KEY = "Alt+X", "Alt+N"


class BringPane(FilePane):
    """`corrected` has the chosen row as it is to be."""

    corrected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Bring this text"), parent)
        self._row: BringRow | None = None
        self.found = Text(size=13, wrap=True)
        self.warnings = Text(size=13, tone="amberInk", wrap=True)
        self.extra = QVBoxLayout()
        self.line = QWidget(self)
        self.number = Field(_("Number"), WrittenLine(), height=32)
        self.number.editor.editingFinished.connect(self._on_number)  # type: ignore[attr-defined] # a line edit
        self.kind = Combo([(one.value, _(words)) for one, words in KINDS.items()], size=14, height=32)
        self.kind.picked.connect(self._on_kind)
        self.kind_field = Field(_("What it is"), self.kind, height=32)
        self.out = DeskButton(_("Not part of the text"), key=OUT_KEY, size="small")
        self.out.clicked.connect(self._on_out)
        self.alone = DeskButton(_("A new one"), key=NEW_KEY, size="small")
        self.alone.clicked.connect(self._on_alone)
        self._lay_out()

    def show_row(self, row: BringRow | None) -> None:
        """Show the chosen line."""
        self._row = row
        for widget in (self.number, self.kind_field, self.out, self.alone):
            widget.setEnabled(row is not None)
        if row is None:
            return
        editor = self.number.editor
        if isinstance(editor, QLineEdit):
            editor.setText(row.read.label)
        self.kind.set_key(row.read.kind.value)
        self.out.set_text(_("Part of the text after all") if row.out else _("Not part of the text"))
        self.alone.setEnabled(row.before is not None)

    def _on_number(self) -> None:
        row, editor = self._row, self.number.editor
        if row is not None and isinstance(editor, QLineEdit):
            label = " ".join(editor.text().split())
            if label != row.read.label:
                self.corrected.emit(replace(row, read=replace(row.read, label=label)))

    def _on_kind(self, value: str) -> None:
        if self._row is not None:
            self.corrected.emit(replace(self._row, read=replace(self._row.read, kind=ProvisionKind(value))))

    def _on_out(self) -> None:
        if self._row is not None:
            self.corrected.emit(replace(self._row, out=not self._row.out))

    def _on_alone(self) -> None:
        if self._row is not None:
            self.corrected.emit(new_instead(self._row))

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.addWidget(self.found)
        body.addWidget(self.warnings)
        body.addLayout(self.extra)
        body.addWidget(self.line)
        inside = QVBoxLayout(self.line)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(Text(_("The chosen line"), size=14, bold=True))
        fields = QHBoxLayout()
        fields.setSpacing(10)
        fields.addWidget(self.number, 2, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.kind_field, 3, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(fields)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.out)
        buttons.addWidget(self.alone)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        body.addStretch(1)
        body.addWidget(self.label)
        self.lay_out(body)
