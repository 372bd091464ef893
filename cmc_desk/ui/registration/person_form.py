"""The form of a participant: one editor for each field that this operator may see, in the order of `FIELDS`."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import (
    EXPECTED,
    Capacity,
    Consent,
    InstitutionKind,
    Person,
    Sensitivity,
    Status,
    visible_fields,
)
from cmc_desk.rules.people import Field as PersonField
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.registration.commands_first import CommandsFirst
from cmc_desk.ui.registration.delegation_field import DelegationField
from cmc_desk.ui.registration.words import word

# Dietary and access needs are for those who arrange them.
_LIMITS = {Role.ORGANISER: Sensitivity.SPECIAL, Role.TRAVEL: Sensitivity.TRAVEL}
# Said by actions of their own, with a reason and a time.
_BY_ACTION = ("credentials",)
# The name and what stands on the badge over the whole width; everything else in two columns.
_COLUMNS = 6
_WIDTHS = {"salutation": 1, "given_name": 2, "family_name": 3, "institution": 3, "functional_title": 3}
_WIDTHS |= {"institution_kind": 2, "delegation": 2, "capacity": 2, "badge_name": 2, "focal_point": 1, "language": 1}
_WIDTHS |= {"email": 3, "phone": 3, "dietary": 3, "access_needs": 3, "status": 3, "consent": 3}
_ORDER = (
    *("salutation", "given_name", "family_name", "functional_title", "institution", "delegation", "capacity"),
    *("institution_kind", "badge_name", "focal_point", "language"),
)


class PersonForm(QWidget):
    """Editors by the type of the field: words, a choice, yes or no, a delegation."""

    def __init__(self, facts: Facts, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = [field for field in visible_fields(_LIMITS.get(role, Sensitivity.DESK)) if field.name not in _BY_ACTION]
        order = {name: place for place, name in enumerate(_ORDER)}
        shown.sort(key=lambda field: order.get(field.name, len(order)))
        self._person = Person()
        self._fields = {field.name: Field(_(field.title), self._editor(field, facts), parent=self) for field in shown}
        self._lay_out()

    def show_person(self, person: Person, *, delegation_fixed: bool = False) -> None:
        """Show somebody; a successor comes from the same delegation, which then cannot be changed."""
        self._person = person
        for name, field in self._fields.items():
            field.set_problem("")
            _put(field.editor, getattr(person, name))
        # Withdrawing and replacing are acts with a reason, not choices of a list.
        self._fields["status"].editor.setEnabled(person.status in EXPECTED)
        self._fields["delegation"].editor.setEnabled(not delegation_fixed)

    def set_facts(self, facts: Facts) -> None:
        """Know the delegations of the meeting as they are now."""
        editor = self._fields["delegation"].editor
        if isinstance(editor, DelegationField):
            editor.set_facts(facts)

    def changes(self) -> dict[str, object]:
        """Return the fields that differ from the person shown, as `edit_person` takes them."""
        found = {name: _taken(field.editor) for name, field in self._fields.items() if field.editor.isEnabled()}
        return {name: value for name, value in found.items() if value != _plain(getattr(self._person, name))}

    def person(self) -> Person:
        """Return the person as the form has them."""
        changes: Mapping[str, object] = self.changes()
        kinds = {"capacity": Capacity, "institution_kind": InstitutionKind, "status": Status, "consent": Consent}
        values = {name: kinds[name](str(value)) if name in kinds else value for name, value in changes.items()}
        return Person(**{name: getattr(self._person, name) for name in Person.__slots__} | values)

    def names(self) -> tuple[str, ...]:
        """Return the fields that this operator may see."""
        return (*self._fields, *_BY_ACTION)

    def first(self) -> QWidget:
        """Return the editor that the cursor goes to."""
        return self._fields["given_name"].editor

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

    def _editor(self, field: PersonField, facts: Facts) -> QWidget:
        if field.name == "delegation":
            return DelegationField(facts, self)
        if field.name == "focal_point":
            return Tick(_("yes"), parent=self)
        if field.choices is not None:
            choices = [one for one in field.choices if field.name != "status" or one in EXPECTED]
            return Combo([(one.value, word(one)) for one in choices], parent=self)
        edit = QLineEdit(self)
        CommandsFirst(edit)
        return edit

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        row, column = 0, 0
        for name, field in self._fields.items():
            width = _WIDTHS.get(name, _COLUMNS // 2)
            if column + width > _COLUMNS:
                row, column = row + 1, 0
            grid.addWidget(field, row, column, 1, width, Qt.AlignmentFlag.AlignTop)
            column += width
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)


def _put(editor: QWidget, value: object) -> None:
    if isinstance(editor, DelegationField):
        editor.set_code(str(value))
    elif isinstance(editor, QLineEdit):
        editor.setText(str(value))
    elif isinstance(editor, Tick):
        editor.setChecked(bool(value))
    elif isinstance(editor, Combo):
        editor.set_key(str(value))


def _taken(editor: QWidget) -> object:
    if isinstance(editor, DelegationField):
        return editor.key()
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, Tick):
        return editor.isChecked()
    return editor.key() if isinstance(editor, Combo) else ""


def _plain(value: object) -> object:
    return value if isinstance(value, bool) else str(value)
