"""How fast a summary is read aloud, and from how many delegations on a text without names says some, several and many."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.desk.note_settings import note_settings, set_note_settings
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.notes import Thresholds
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import Section

_WIDTH = 520


class ReadingSection(Section):
    """Four numbers; Enter and Ctrl+S save them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Form(_("Reading and counting"), side=False, removes=False)
        self.form.setFixedWidth(_WIDTH)
        self.form.add(
            (
                "words_a_minute",
                Field(_("Words read aloud in a minute"), QLineEdit(), hint=_("110 is calm, 150 is fast")),
            )
        )
        self.form.add(
            ("some", Field(_("“Some delegations” from"), QLineEdit())),
            ("several", Field(_("“Several” from"), QLineEdit())),
            ("many", Field(_("“Many” from"), QLineEdit())),
        )
        self.form.saved.connect(self.save)
        self.form.left.connect(self.reload)
        row = QHBoxLayout()
        row.addWidget(self.form)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("Reading and counting"), subtitle=_("for summaries without names")))
        column.addLayout(row, 1)
        self.setFocusProxy(self.form.field("words_a_minute").editor)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Ctrl+S", _("save what was typed; Enter too")), ("Esc", _("put back what stood there")))

    def reload(self) -> None:
        found = self.context.desk.read(note_settings)
        numbers = (found.words_a_minute, found.thresholds.some, found.thresholds.several, found.thresholds.many)
        names = ("words_a_minute", "some", "several", "many")
        self.form.fill({name: str(number) for name, number in zip(names, numbers, strict=True)})

    def leave(self) -> bool:
        return not self.form.is_changed() or self.save()

    def save(self) -> bool:
        """Save the numbers; say whether that is done."""
        told = self.act(self.form, self._put)
        if told is None:
            return False
        self.done(_("Read at {number} words a minute").format(number=told[0]))
        self.reload()
        return True

    def _put(self) -> int:
        values = {name: _number(name, str(text)) for name, text in self.form.values().items()}
        thresholds = Thresholds(values["some"], values["several"], values["many"])
        words = values["words_a_minute"]
        return self.context.desk.do(set_note_settings, words_a_minute=words, thresholds=thresholds).words_a_minute


def _number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 4:
        raise Refusal(_("Type a number."), field=name)
    return int(text)
