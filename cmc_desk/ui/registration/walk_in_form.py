"""The form for somebody who stands on no list: as few fields as a queue allows."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import N_, pgettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import Capacity, Consent, Person
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.registration.delegation_field import DelegationField
from cmc_desk.ui.registration.words import word

SALUTATIONS = ("Ms", "Mr", "Mx", "Dr", "Prof.", "Amb.", "H.E.", "Hon.", "Sra.", "Sr.", "Mme", "M.")
DIETS = (
    *(N_("vegetarian"), N_("vegan"), N_("halal"), N_("kosher"), N_("no pork"), N_("no fish")),
    *(N_("gluten-free"), N_("nut allergy"), N_("lactose-free")),
)
_CONSENTS = (Consent.UNKNOWN, Consent.YES, Consent.NO)


class WalkInForm(QWidget):
    """Fields and the person they describe; `edited` comes with every letter of a name and every delegation."""

    edited = Signal()

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consent = Consent.UNKNOWN
        self._salutation = Combo([("", "–"), *((one, one) for one in SALUTATIONS)], parent=self)
        self.given, self.family = QLineEdit(self), QLineEdit(self)
        self.delegation = DelegationField(facts, self)
        self._capacity = Combo([(one.value, word(one)) for one in Capacity], parent=self)
        self._title, self._institution = QLineEdit(self), QLineEdit(self)
        self._email, self._phone = QLineEdit(self), QLineEdit(self)
        self._dietary = Combo([("", pgettext("diet", "none")), *((one, _(one)) for one in DIETS)], parent=self)
        self.consent = DeskButton(key="Alt+L", size="small", parent=self)
        self.consent.clicked.connect(self._on_consent)
        for edit in (self._email, self._phone):
            edit.setPlaceholderText(_("may stay empty"))
        for edit in (self.given, self.family):
            edit.textEdited.connect(self.edited)
        self.delegation.taken.connect(self.edited)
        self.delegation.textEdited.connect(self.edited)
        self._fields = self._make_fields()
        self._lay_out()
        self.empty()

    def person(self) -> Person:
        """Return what is typed."""
        return Person(
            given_name=self.given.text(),
            family_name=self.family.text(),
            delegation=self.delegation.key(),
            salutation=self._salutation.key(),
            functional_title=self._title.text(),
            institution=self._institution.text(),
            capacity=Capacity(self._capacity.key()),
            email=self._email.text(),
            phone=self._phone.text(),
            dietary=self._dietary.key(),
            consent=self._consent,
        )

    def is_begun(self) -> bool:
        """Tell whether anything was typed that would be lost."""
        edits = (self.given, self.family, self.delegation, self._title, self._institution, self._email, self._phone)
        return any(edit.text().strip() for edit in edits)

    def empty(self) -> None:
        """Begin anew."""
        for edit in (self.given, self.family, self._title, self._institution, self._email, self._phone):
            edit.clear()
        self.delegation.set_taken(None)
        self._salutation.set_key("")
        self._capacity.set_key(Capacity.DELEGATE)
        self._dietary.set_key("")
        self._say_consent(Consent.UNKNOWN)
        self.take_problems_back()

    def say_problem(self, field: str, sentence: str) -> bool:
        """Say beside a field what is wrong with it and go there; tell whether there is such a field."""
        if field not in self._fields:
            return False
        self._fields[field].set_problem(sentence)
        self._fields[field].editor.setFocus()
        return True

    def take_problems_back(self) -> None:
        """Say of no field that anything is wrong."""
        for field in self._fields.values():
            field.set_problem("")

    def _on_consent(self) -> None:
        self._say_consent(_CONSENTS[(_CONSENTS.index(self._consent) + 1) % len(_CONSENTS)])

    def _say_consent(self, consent: Consent) -> None:
        self._consent = consent
        self.consent.set_text(word(consent))
        self.consent.set_icon({Consent.YES: "disc-check", Consent.NO: "disc-minus"}.get(consent, "ring"))
        self.consent.setAccessibleName(_("Shown in the list of participants: {state}").format(state=word(consent)))

    def _make_fields(self) -> dict[str, Field]:
        fields = {
            "salutation": Field(_("Salutation"), self._salutation, parent=self),
            "given_name": Field(_("Given name"), self.given, parent=self),
            "family_name": Field(_("Family name"), self.family, parent=self),
            "delegation": Field(_("Delegation or organisation"), self.delegation, parent=self),
            "capacity": Field(_("Capacity"), self._capacity, parent=self),
            "functional_title": Field(_("Functional title"), self._title, parent=self),
            "institution": Field(_("Institution"), self._institution, parent=self),
            "email": Field(_("E-mail, if at hand"), self._email, parent=self),
            "phone": Field(_("Phone, if at hand"), self._phone, parent=self),
            "dietary": Field(_("Dietary"), self._dietary, parent=self),
        }
        fields["salutation"].setFixedWidth(110)
        fields["capacity"].setFixedWidth(220)
        fields["dietary"].setFixedWidth(180)
        return fields

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for names in (
            ("salutation", "given_name", "family_name"),
            ("delegation", "capacity"),
            ("functional_title", "institution"),
            ("email", "phone", "dietary"),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                row.addWidget(self._fields[name])
            column.addLayout(row)
        banner = Callout("amber", parent=self)
        banner.say(
            _("Credentials to verify"),
            _("Not in any letter of nomination. The organiser sees this person on the review list."),
            icon="flagi",
        )
        column.addWidget(banner)
        column.addSpacing(12)
        listed = QHBoxLayout()
        listed.setSpacing(8)
        listed.addWidget(Text(_("Shown in the list of participants"), size=13, tone="slate", parent=self))
        listed.addWidget(self.consent)
        listed.addStretch()
        column.addLayout(listed)
        order = (*self._orders(), self.consent)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _orders(self) -> tuple[QWidget, ...]:
        return tuple(field.editor for field in self._fields.values())
