"""The field in which a delegation is typed: any name it goes by, in any language, or its code."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.delegations import DelegationIndex
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.complete import CompleteField, Suggestion

_OFFERED = 6


class DelegationField(CompleteField):
    """Tab takes the suggestion; `key()` is the code of the delegation."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(self._suggestions, placeholder=_("type a few letters"), parent=parent)
        self._facts = facts
        self._index = DelegationIndex(())
        self.set_facts(facts)

    def set_facts(self, facts: Facts) -> None:
        """Know the delegations of the meeting as they are now."""
        self._facts = facts
        self._index = DelegationIndex((row.code, (*row.names, *row.aliases)) for row in facts.delegations.values())

    def set_code(self, code: str) -> None:
        """Put a delegation into the field; an empty code empties it."""
        self.set_taken(self._suggestion(code) if code else None)

    def _suggestions(self, text: str) -> Sequence[Suggestion]:
        return [self._suggestion(code) for code in self._index.suggest(text, _OFFERED)]

    def _suggestion(self, code: str) -> Suggestion:
        name = self._facts.delegation_name(code)
        full = self._facts.delegations[code].name if code in self._facts.delegations else ""
        return Suggestion(code, name, self._facts.flag(code), note=full if full != name else "")
