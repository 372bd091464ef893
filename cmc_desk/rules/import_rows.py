"""One row of somebody's list as what it says about a participant, and what is wrong with its cells."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmc_desk.i18n import gettext as _
from cmc_desk.rules import badge_code, importing, values
from cmc_desk.rules.delegations import DelegationIndex
from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.importing import CellProblem, RawTable
from cmc_desk.rules.names import split_full_name, split_salutation
from cmc_desk.rules.people import FIELDS

LONGEST_NOTE = 1_000
# What is no field of a person, such as a full name or the code of a ticket.
_LONGEST_OTHER = 200
_MOST_SUGGESTIONS = 100
_LONGEST = {**{field.name: field.longest for field in FIELDS}, "desk_note": LONGEST_NOTE}
_CHOICES = ("institution_kind", "capacity", "status", "consent", "credentials")
_NAMES = ("given_name", "family_name", "full_name")
# What stands where a name will be.
_NO_NAMES = frozenset(
    ("", "tbc", "tbd", "tba", "n a", "to be confirmed", "to be announced", "to be designated", "vacant", "vacante")
) | frozenset(
    ("por confirmar", "por definir", "por designar", "a confirmer", "a designer", "nog te bevestigen", "volgt")
)
_CODES = {"code_alias:indico": "indico", "code_alias:pretix": "pretix"}
_AFTER_AN_APOSTROPHE = frozenset("=+-@")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_BETWEEN_ADDRESSES = re.compile(r"[;,/\s<>]+|\bmailto:")


@dataclass(frozen=True, slots=True)
class Delegations:
    """How a list's words for delegations are understood.

    `index` knows what they are called, `learned` what somebody said that a text means (folded text, code), `of_list` is
    the code of the delegation whose list it is if rows name none, `names` the name of each code for sentences.
    """

    index: DelegationIndex
    learned: Mapping[str, str] = field(default_factory=dict)
    of_list: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def code(self, text: str) -> str | None:
        """Return the code of the delegation that `text` means, or nothing."""
        return self.learned.get(fold(text)) or self.index.match(text)


@dataclass(slots=True)
class RowContent:
    """What a row says: `values` holds the fields of `Person` that its cells fill, `full_name` a name that was not split.

    `guessed` are the fields among them that no cell fills, which is good enough for a new participant and no reason to
    change another. `delegation_text` is what the row calls its delegation, known or not, `suggestions` are codes of the
    delegations that it may mean.
    """

    row: int
    values: dict[str, Any] = field(default_factory=dict)
    guessed: frozenset[str] = frozenset()
    full_name: str = ""
    delegation_text: str = ""
    suggestions: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    desk_note: str = ""
    problems: list[CellProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class RowReader:
    """Reads the rows of one table by one mapping; remembers what it found out about words that come back."""

    def __init__(self, table: RawTable, mapping: importing.Mapping, delegations: Delegations) -> None:
        self._table = table
        self._columns = {target: index for index, target in enumerate(mapping.targets) if target}
        self._delegations = delegations
        self._codes: dict[str, str | None] = {}
        self._suggestions: dict[str, tuple[str, ...]] = {}
        self._words: dict[tuple[str, str], Any] = {}

    def read(self, row: int, cells: Sequence[str]) -> RowContent:
        """Return what the cells of the sheet's row `row` say."""
        content = RowContent(row)
        texts = {target: text for target, index in self._columns.items() if (text := _plain(cells[index]))}
        named = any(fold(texts.get(target, "")) not in _NO_NAMES for target in _NAMES)
        for target in [target for target, text in texts.items() if not self._fits(content, target, text)]:
            del texts[target]
        self._read_name(content, texts)
        if not named:
            self._problem(content, _("This row has no name."), "family_name", "full_name", "given_name")
        self._read_delegation(content, texts)
        self._read_email(content, texts)
        self._read_words(content, texts)
        for name in ("badge_name", "functional_title", "institution", "phone", "dietary", "access_needs"):
            if name in texts:
                content.values[name] = texts[name]
        if "institution" in texts and "institution_kind" not in texts:
            kind = self._once("institution", texts["institution"], values.kind_of_institution)
            content.values["institution_kind"] = kind
            content.guessed = frozenset({"institution_kind"})
        content.aliases = tuple(
            (kind, badge_code.parse(texts[target]).code) for target, kind in _CODES.items() if target in texts
        )
        content.desk_note = texts.get("desk_note", "")
        return content

    def cell(self, row: int, *targets: str) -> str:
        """Return what a spreadsheet calls the cell of the first of `targets` that has a column, or the row's first cell."""
        column = next((self._columns[target] for target in targets if target in self._columns), 0)
        return self._table.cell(row, column)

    def _problem(self, content: RowContent, sentence: str, *targets: str) -> None:
        content.problems.append(CellProblem(self.cell(content.row, *targets), sentence))

    def _fits(self, content: RowContent, target: str, text: str) -> bool:
        if text == importing.NOT_CALCULATED:
            sentence = _(
                "This cell is a formula without its value: open the list in a spreadsheet program, save it, and choose it again."
            )
            self._problem(content, sentence, target)
            return False
        longest = _LONGEST.get(target, _LONGEST_OTHER)
        if len(text) <= longest:
            return True
        self._problem(content, _("The text is longer than {number} characters.").format(number=longest), target)
        return False

    def _read_name(self, content: RowContent, texts: Mapping[str, str]) -> None:
        given, family = texts.get("given_name", ""), texts.get("family_name", "")
        salutation = texts.get("salutation", "")
        if not given and not family and "full_name" in texts:
            found, content.full_name = split_salutation(texts["full_name"])
            salutation = salutation or found
            given, family = split_full_name(content.full_name)
        elif not salutation and given:
            found, rest = split_salutation(given)
            salutation, given = (found, rest) if rest else ("", given)
        for name, text in (("given_name", given), ("family_name", family), ("salutation", salutation)):
            if text:
                content.values[name] = text

    def _read_delegation(self, content: RowContent, texts: Mapping[str, str]) -> None:
        """Read the delegation; a list without that column may say it as the institution ("IOM") or be of one delegation."""
        named = texts.get("delegation", "")
        content.delegation_text = named or texts.get("institution", "")
        code = self._code(content.delegation_text) or ("" if named else self._delegations.of_list)
        if code:
            content.values["delegation"] = code
        else:
            content.suggestions = self._suggested(named)
            self._problem(content, self._which_delegation(content), "delegation", "institution")

    def _code(self, text: str) -> str | None:
        if text not in self._codes:
            self._codes[text] = self._delegations.code(text) if text else None
        return self._codes[text]

    def _suggested(self, text: str) -> tuple[str, ...]:
        """Return what `text` may mean, for the first texts only: a list of nothing but unknown words was mapped wrongly."""
        if text not in self._suggestions and len(self._suggestions) < _MOST_SUGGESTIONS:
            self._suggestions[text] = self._delegations.index.suggest(text)
        return self._suggestions.get(text, ())

    def _which_delegation(self, content: RowContent) -> str:
        text, names = content.delegation_text, self._delegations.names
        if not text:
            return _("This row names no delegation.")
        suggestion = next((names[code] for code in content.suggestions if code in names), "")
        if suggestion:
            return _("Which delegation is “{text}”? Perhaps {suggestion}.").format(text=text, suggestion=suggestion)
        return _("Which delegation is “{text}”?").format(text=text)

    def _read_email(self, content: RowContent, texts: Mapping[str, str]) -> None:
        if "email" not in texts:
            return
        found = [part for part in _BETWEEN_ADDRESSES.split(texts["email"]) if "@" in part]
        if not found:
            self._problem(content, _("The e-mail address has no @."), "email")
        elif not all(_ADDRESS.fullmatch(part) for part in found):
            self._problem(content, _("This is not an e-mail address."), "email")
        else:
            content.values["email"] = found[0]
            if len(found) > 1:
                content.notes.append(_("Only the first of the e-mail addresses is used."))

    def _read_words(self, content: RowContent, texts: Mapping[str, str]) -> None:
        """Read the cells in which only certain words make sense; what is not one of them is left out and said."""
        for name in (*_CHOICES, "focal_point", "language"):
            if name not in texts:
                continue
            value = self._once(name, texts[name], _MEANINGS[name])
            if value is None or value == "":
                content.notes.append(_("“{text}” is not understood and left out.").format(text=texts[name]))
            else:
                content.values[name] = value

    def _once(self, name: str, text: str, meaning: Callable[[str], Any]) -> Any:
        key = (name, text)
        if key not in self._words:
            self._words[key] = meaning(text)
        return self._words[key]


def _choice_of(name: str) -> Callable[[str], Any]:
    return lambda text: values.choice(name, text)


_MEANINGS: dict[str, Callable[[str], Any]] = {
    **{name: _choice_of(name) for name in _CHOICES},
    "focal_point": values.yes_or_no,
    "language": values.language_code,
}


def _plain(text: str) -> str:
    """Return a cell's text without what cannot be seen, and without the apostrophe that pretix puts before a `+`."""
    text = clean(text)
    return text[1:] if text[:1] == "'" and text[1:2] in _AFTER_AN_APOSTROPHE else text
