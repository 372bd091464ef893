"""Whose proposals they are: a delegation, or the secretariat, if somebody says so; left empty it is nobody's."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import fold
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.complete import Suggestion
from cmc_desk.ui.registration.delegation_field import DelegationField

# No delegation has a code with a sign in it.
SECRETARIAT = "=secretariat"


class AuthorField(DelegationField):
    """`key()` is empty while nothing was chosen; `codes()` are those of the proposers then, none for the secretariat."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(facts, parent)
        self.setPlaceholderText(_("a delegation, or “the secretariat”"))

    def codes(self) -> tuple[str, ...]:
        """Return the proposers that were chosen."""
        return () if self.key() in ("", SECRETARIAT) else (self.key(),)

    def set_secretariat(self) -> None:
        """Put the secretariat into the field."""
        self.set_taken(secretariat())

    def _suggestions(self, text: str) -> Sequence[Suggestion]:
        found = list(super()._suggestions(text))
        if is_secretariat(text):
            found.insert(0, secretariat())
        return found


def secretariat() -> Suggestion:
    """Return the secretariat as something to be chosen."""
    return Suggestion(SECRETARIAT, _("the secretariat"))


def is_secretariat(text: str, *, whole: bool = False) -> bool:
    """Say whether what was typed begins the name of the secretariat, or its last word; `whole`, whether it is one of these."""
    name, typed = fold(_("the secretariat")), fold(text)
    if whole:
        return typed in (name, name.split()[-1])
    return bool(typed) and (name.startswith(typed) or name.split()[-1].startswith(typed))
