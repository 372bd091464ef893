"""Passport and visa: what is printed, typed or read from its lines, and how far the visa has come."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cmc_desk.desk.travellers import record_passport, record_visa, reveal_passport
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.passport_lines import PassportLines, looks_like_passport_lines, read_passport_lines
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_machine import VISA_STEPS
from cmc_desk.rules.travel_states import VisaState
from cmc_desk.rules.travel_words import VISA_WORDS
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.travel.travel_form import Said, TravelForm
from cmc_desk.ui.travel.typed_days import day_text, typed_day, typed_day_or_none

_LINES = 60


class PassportForm(TravelForm):
    """The two lines at the foot of the page fill the other fields as soon as they are whole."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Passport"), does=_("Save"), parent=parent)
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_LINES)
        self.lines.textChanged.connect(self._on_lines)
        self.add(
            (
                "lines",
                Field(
                    _("The two lines at the foot"),
                    self.lines,
                    height=_LINES,
                    hint=_("typed, or scanned anywhere on this page"),
                ),
            )
        )
        self.add(
            ("number", Field(_("Number"), QLineEdit())),
            ("issuer", Field(_("Issued by"), QLineEdit(), hint=_("HTI"))),
            shares=(3, 2),
        )
        self.add(("name", Field(_("Name in the lines"), QLineEdit())))
        self.add(("birth", Field(_("Born"), QLineEdit())), ("expires", Field(_("Valid to"), QLineEdit())))
        self.check = Text(size=13, tone="amberInk", wrap=True)
        self.add_widget(self.check)

    def take_lines(self, lines: PassportLines) -> None:
        """Fill the fields with what the lines say; the name is for the eye to compare."""
        for name, value in (
            ("number", lines.number),
            ("issuer", lines.issuer),
            ("name", lines.name),
            ("birth", day_text(lines.birth)),
            ("expires", day_text(lines.expires)),
        ):
            editor = self.field(name).editor
            if isinstance(editor, QLineEdit):
                editor.setText(value)
        self.field("lines").set_problem("")
        self.check.setText(_("No digit checks the name: compare it with the page by eye."))

    def take_scan(self, text: str) -> None:
        """Fill the fields from lines that were scanned."""
        self.lines.setPlainText(text)

    def intro_words(self) -> str:
        who = self.who.who
        passport = who.one.passport if who is not None else None
        if passport is None:
            return self.name_words()
        known = _("the passport that ends in {digits} is known").format(digits=passport.last_four)
        return f"{self.name_words()}: {known}"

    def first_values(self) -> dict[str, Any]:
        self.check.setText("")
        passport = self.who.who.one.passport if self.who.who is not None else None
        return {
            "lines": (),
            "number": "",
            "issuer": passport.issuer if passport else "",
            "name": passport.name if passport else "",
            "birth": day_text(passport.birth) if passport else "",
            "expires": day_text(passport.expires) if passport else "",
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        who = self.who.who
        if who is None:
            raise Refusal(_("Nobody holds this seat."))
        near = self.context.now().date()
        if looks_like_passport_lines(text := self.lines.toPlainText()):
            # Digits that do not agree are said again: what stands in the other fields is not of these lines.
            read_passport_lines(text, today=near)
        self.context.desk.do(
            record_passport,
            participant=who.person.key,
            issuer=values["issuer"],
            number=values["number"],
            name=values["name"],
            birth=typed_day_or_none(values["birth"], near=near, field="birth"),
            expires=typed_day(values["expires"], near=near, field="expires"),
        )
        return Said(_("Passport recorded: "), who.person.name)

    def _on_lines(self) -> None:
        text = self.lines.toPlainText()
        if not looks_like_passport_lines(text):
            return
        try:
            self.take_lines(read_passport_lines(text, today=self.context.now().date()))
        except Refusal as refusal:
            self.field("lines").set_problem(refusal.sentence)


class RevealForm(TravelForm):
    """Shows the whole number of a passport, once it is said what for; it goes with the form."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Number of the passport"), does=_("Show"), parent=parent)
        self.add(("reason", Field(_("What for"), QLineEdit(), hint=_("stays in the journal with your name"))))
        self.number = Text(size=24, bold=True)
        self.number.setAccessibleName(_("Number of the passport"))
        self.add_widget(self.number)
        self.finished.connect(self.number.clear)

    def first_values(self) -> dict[str, Any]:
        self.number.clear()
        return {"reason": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        who = self.who.who
        if who is None:
            raise Refusal(_("Nobody holds this seat."))
        found = reveal_passport(self.context.desk, participant=who.person.key, reason=values["reason"])
        self.number.setText(found)
        self.context.say("quiet", _("Shown, and journalled: the passport of "), who.person.name)
        return None


class VisaForm(TravelForm):
    """Transit visas too: the note says which."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Visa"), does=_("Save"), parent=parent)
        self.state = Combo()
        self.add(("state", Field(_("It is so that"), self.state)))
        self.add(("note", Field(_("Which, and what is known"), QLineEdit(), hint=_("US transit, interview in Nassau"))))
        self.add(("due", Field(_("Waited for until"), QLineEdit(), hint=_("2 Dec; empty: not known"))))

    def prepare(self) -> None:
        now = self.who.who.one.visa if self.who.who is not None else VisaState.UNKNOWN
        wanted = VISA_STEPS[now]
        self.state.set_choices([(one.value, _(VISA_WORDS[one])) for one in VisaState if one in wanted])

    def first_values(self) -> dict[str, Any]:
        who = self.who.who
        if who is None:
            return {"state": "", "note": "", "due": ""}
        state = (
            VisaState.OBTAINED
            if who.one.visa not in (VisaState.UNKNOWN, VisaState.NOT_REQUIRED)
            else VisaState.REQUIRED
        )
        return {"state": state.value, "note": who.one.visa_note, "due": day_text(who.one.visa_due)}

    def store(self, values: dict[str, Any]) -> Said | None:
        state = VisaState(values["state"])
        near = self.context.now().date()
        due = typed_day_or_none(values["due"], near=near, field="due")
        self.context.desk.do(
            record_visa,
            sponsorship=self.who.key,
            state=state,
            note=values["note"],
            due=None if state in (VisaState.OBTAINED, VisaState.NOT_REQUIRED) else due,
            version=self.who.version,
        )
        name = self.who.who.person.name if self.who.who is not None else ""
        return Said(_("Recorded: "), name, f" · {_(VISA_WORDS[state])}")
