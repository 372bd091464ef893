"""Which column of somebody's list is which field of a participant, as far as its heading and what stands below it say."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import importing, values
from cmc_desk.rules.column_aliases import (
    ALIASES,
    CATEGORIES_ALONE,
    NAMES_ALONE,
    OF_OTHERS,
    PROGRAMS,
    ROLES_ALONE,
    STATES_ALONE,
    TITLES_ALONE,
)
from cmc_desk.rules.folding import fold
from cmc_desk.rules.people import FIELDS

TARGETS: tuple[str, ...] = tuple(ALIASES)
NOT_USED = ""
_NAMES = frozenset({"full_name", "given_name", "family_name"})

# What a heading may mean before the other columns and the cells below have been looked at.
_A_NAME, _A_TITLE, _A_STATE, _A_ROLE, _A_CATEGORY = "name?", "title?", "state?", "role?", "category?"
_ALONE = {
    _A_NAME: NAMES_ALONE,
    _A_TITLE: TITLES_ALONE,
    _A_STATE: STATES_ALONE,
    _A_ROLE: ROLES_ALONE,
    _A_CATEGORY: CATEGORIES_ALONE,
}
_FROM_THE_CELLS, _PART, _CONTAINED, _NAME_OF = 50, 200, 500, 600
_LONGEST_ALIAS = 100
_SHORTEST_CONTAINED = 5
_TOO_COMMON = frozenset(
    (
        "participant",
        "participants",
        "participante",
        "participantes",
        "listed",
        "secret",
        "geheim",
        "locale",
        "office",
        "nation",
    )
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PARTS = re.compile(r"[/|;,&+\n]|\s[-–—]\s")
_NAME_OF_SOMEBODY = re.compile(
    r"(?:name|names|nombre|nombres|nom|noms|naam|namen|nome) (?:of|del|de|du|des|van|do|da)\b"
)
_ENOUGH = 0.5

# What the exports of these programs mean by a heading that could mean something else in a list.
_MEANT_BY: dict[str, dict[str, str]] = {
    "indico": {"id": NOT_USED, "title": "salutation", "address": NOT_USED, "picture": NOT_USED},
    "pretix": {
        **dict.fromkeys(("state", "estado o provincia", "etat", "staat"), NOT_USED),
        **dict.fromkeys(("attendee email", "attendee e mail"), "email"),
        "attendee company": "institution",
    },
}


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a heading seems to mean; the smaller `doubt` is, the better it is said."""

    target: str
    doubt: int

    @property
    def certain(self) -> bool:
        """Whether the heading, or a part of it between slashes, is a known one; a word within a sentence is less."""
        return self.doubt < _CONTAINED - _LONGEST_ALIAS


@lru_cache(maxsize=4096)
def recognise(heading: str) -> Recognised | None:
    """Return what `heading` seems to mean, in any of the languages; nothing if it says nothing that is known."""
    whole = _known(fold(heading)) or _known(fold(_BRACKETS.sub(" ", heading)))
    return whole or _part_of_a_name(heading) or _known_part(heading) or _contained(fold(heading))


def guess(
    headings: Sequence[str],
    sample_rows: Sequence[Sequence[str]] = (),
    remembered: Mapping[str, str] | None = None,
) -> importing.Mapping:
    """Return which column goes where; each target is used at most once, by the column that names it best.

    `sample_rows` are some rows below the headings; they tell the titles of courtesy from the titles of posts. `remembered`
    maps a folded heading to the target that somebody chose for it earlier, and wins.
    """
    source = program(headings)
    samples = [
        [row[column] for row in sample_rows if column < len(row) and row[column]] for column in range(len(headings))
    ]
    meant = _MEANT_BY.get(source, {})
    chosen = {fold(heading): target for heading, target in (remembered or {}).items()}
    claims = [recognise(heading) for heading in headings]
    for column, heading in enumerate(headings):
        key = fold(heading)
        if key in chosen:
            claims[column] = Recognised(chosen[key], -2)
        elif key in meant:
            claims[column] = Recognised(meant[key], -1)
    _settle(claims, samples)
    return importing.Mapping(_assigned(claims, samples), source)


def without_names(mapping: importing.Mapping, file_name: str) -> str:
    """Return what is said of a list in which no column is a name, or nothing if one is: nobody can come from it."""
    if not _NAMES.isdisjoint(mapping.targets):
        return ""
    return _(
        "“{file}” has no column with names, so nobody can be brought in: “Full name”, or “Given name” and “Family name”, is looked for, in English, Spanish, French or Dutch."
    ).format(file=file_name)


def program(headings: Sequence[str]) -> str:
    """Return `indico` or `pretix` if the headings are those of their exports, and otherwise `list`."""
    keys = {fold(heading) for heading in headings}
    for name, own in _program_headings().items():
        if len(keys & own) >= 2 and (name != "indico" or {"id", "name"} <= keys):
            return name
    return "list"


def _settle(claims: list[Recognised | None], samples: Sequence[Sequence[str]]) -> None:
    """Decide what the headings that can mean two things mean here."""
    for column, claim in enumerate(claims):
        if claim is not None and claim.target in _FROM_CELLS:
            meaning = _FROM_CELLS[claim.target](samples[column], _claimed(claims))
            claims[column] = Recognised(meaning, claim.doubt + _FROM_THE_CELLS)
    for column, claim in enumerate(claims):
        if claim is not None and claim.target == _A_NAME:
            claims[column] = _meaning_of_name(claim, _claimed(claims))


def _claimed(claims: Sequence[Recognised | None]) -> set[str]:
    return {claim.target for claim in claims if claim is not None}


def _meaning_of_name(claim: Recognised, claimed: set[str]) -> Recognised:
    """Tell what “Nom” is beside “Prénom”, what “Nombre” is beside “Apellidos”, and what it is alone."""
    given, family = "given_name" in claimed, "family_name" in claimed
    if given == family:
        return Recognised(NOT_USED if given else "full_name", claim.doubt)
    return Recognised("family_name" if given else "given_name", claim.doubt)


def _meaning_of_title(cells: Sequence[str], claimed: set[str]) -> str:
    if cells:
        return "salutation" if _mostly(cells, values.is_salutation) else "functional_title"
    return "salutation" if "functional_title" in claimed else "functional_title"


def _meaning_of_state(cells: Sequence[str], _claimed: set[str]) -> str:
    return "status" if _mostly(cells, lambda cell: values.choice("status", cell) is not None) else "delegation"


def _meaning_of_role(cells: Sequence[str], _claimed: set[str]) -> str:
    return (
        "capacity" if _mostly(cells, lambda cell: values.choice("capacity", cell) is not None) else "functional_title"
    )


def _meaning_of_category(cells: Sequence[str], _claimed: set[str]) -> str:
    return "capacity" if _mostly(cells, lambda cell: values.choice("capacity", cell) is not None) else NOT_USED


_FROM_CELLS: dict[str, Callable[[Sequence[str], set[str]], str]] = {
    _A_TITLE: _meaning_of_title,
    _A_STATE: _meaning_of_state,
    _A_ROLE: _meaning_of_role,
    _A_CATEGORY: _meaning_of_category,
}


def _assigned(claims: Sequence[Recognised | None], samples: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Give every target to the column that claims it best, and an unclaimed e-mail to the column that is full of them."""
    best: dict[str, int] = {}
    for column, claim in enumerate(claims):
        if claim is not None and claim.target:
            rival = claims[best[claim.target]] if claim.target in best else None
            if rival is None or claim.doubt < rival.doubt:
                best[claim.target] = column
    if "email" not in best:
        for column, claim in enumerate(claims):
            if claim is None and "email" not in best and _mostly(samples[column], _is_address):
                best["email"] = column
    if "given_name" in best and "family_name" in best:
        best.pop("full_name", None)
    where = {column: target for target, column in best.items()}
    return tuple(where.get(column, NOT_USED) for column in range(len(claims)))


def _mostly(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(holds, cells)) >= len(cells) * _ENOUGH


def _is_address(cell: str) -> bool:
    return "@" in cell and " " not in cell


def _known(key: str) -> Recognised | None:
    return _table().get(key)


def _part_of_a_name(heading: str) -> Recognised | None:
    """Read `Attendee name: Given name`, as pretix writes it in every language."""
    head, colon, tail = heading.rpartition(":")
    whole, part = _known(fold(head)), _known(fold(tail))
    if not colon or whole is None or part is None or whole.target not in {"full_name", _A_NAME}:
        return None
    return Recognised("given_name", 0) if part.target == _A_NAME else part


def _known_part(heading: str) -> Recognised | None:
    """Read `Country / Delegation` and `Nombre | Name | Nom`: the first part that is known counts."""
    for part in _PARTS.split(_BRACKETS.sub(" ", heading)):
        known = _known(fold(part))
        if known is not None:
            return Recognised(known.target, known.doubt + _PART)
    return None


def _contained(key: str) -> Recognised | None:
    """Read `Official e-mail address of the delegate`: the longest alias within it counts, unless it is about others."""
    if not key or set(key.split()) & _others():
        return None
    padded = f" {key} "
    found = [alias for alias in _containable() if f" {alias} " in padded]
    if found:
        alias = max(found, key=lambda alias: (len(alias), -padded.index(f" {alias} ")))
        return Recognised(_table()[alias].target, _CONTAINED - len(alias))
    return Recognised(_A_NAME, _NAME_OF) if _NAME_OF_SOMEBODY.match(key) else None


def _aliases(text: str) -> list[str]:
    return [folded for folded in (fold(alias) for alias in re.split(r"[|\n]", text)) if folded]


@cache
def _table() -> dict[str, Recognised]:
    """Return every heading that is known as a whole; what the program itself calls a field is among them."""
    table: dict[str, Recognised] = {}
    for target, text in _ALONE.items():
        for rank, alias in enumerate(_aliases(text)):
            table.setdefault(alias, Recognised(target, rank))
    for target, text in ALIASES.items():
        for rank, alias in enumerate(_aliases(text)):
            table.setdefault(alias, Recognised(target, rank))
    for field in FIELDS:
        for language in LANGUAGES:
            table.setdefault(fold(texts(language).gettext(field.title)), Recognised(field.name, 0))
    return table


@cache
def _containable() -> tuple[str, ...]:
    alone = {alias for text in _ALONE.values() for alias in _aliases(text)}
    return tuple(alias for alias in _table() if len(alias) >= _SHORTEST_CONTAINED and alias not in alone | _TOO_COMMON)


@cache
def _others() -> frozenset[str]:
    return frozenset(word for alias in _aliases(OF_OTHERS) for word in alias.split())


@cache
def _program_headings() -> dict[str, set[str]]:
    return {name: set(_aliases(text)) for name, text in PROGRAMS.items()}
