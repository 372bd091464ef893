"""What the words in the cells of somebody's list mean: capacities, kinds of institution, yes and no, languages."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from cmc_desk.i18n import LANGUAGES, texts
from cmc_desk.rules.folding import fold
from cmc_desk.rules.names import split_salutation
from cmc_desk.rules.people import Consent, Credentials, InstitutionKind
from cmc_desk.rules.value_aliases import CHOICES, INSTITUTIONS, LANGUAGE_NAMES, NO, NO_AUTHORITY, YES

_SHORTEST_CONTAINED = 6
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_TICKS, _CROSSES = frozenset("✓✔☑✅x×"), frozenset("✗✘☐❌-–—")
_LAST_RESORT: Mapping[str, Mapping[bool, StrEnum]] = {
    "consent": {True: Consent.YES, False: Consent.NO},
    "credentials": {True: Credentials.VERIFIED, False: Credentials.TO_VERIFY},
}


def choice(field: str, text: str) -> StrEnum | None:
    """Return the value of `capacity`, `status`, `institution_kind`, `consent` or `credentials` that `text` names.

    Words of English, Spanish, French, Dutch and Portuguese are known, in any case, gender and number; nothing is
    returned for a word that is not.
    """
    known = _choices(field)
    for key in _forms(text):
        if key in known:
            return known[key]
    if field in _LAST_RESORT:
        answer = yes_or_no(text)
        return None if answer is None else _LAST_RESORT[field][answer]
    if field == "institution_kind":
        kind = kind_of_institution(text)
        return kind if kind is not InstitutionKind.OTHER else None
    return _contained(fold(text), known) if field == "capacity" else None


def yes_or_no(text: str) -> bool | None:
    """Return whether `text` says yes or no, in any of the languages or with a tick; nothing if it says neither."""
    if text.strip().lower() in _TICKS | _CROSSES:
        return text.strip().lower() in _TICKS
    key = fold(text)
    if key in _words(YES):
        return True
    return False if key in _words(NO) else None


def language_code(text: str) -> str:
    """Return the ISO 639 code of the first language that `text` names (`Inglés / francés` is `en`), or empty text."""
    known, named = _language_names(), fold(text).split()
    if " ".join(named) in known:
        return known[" ".join(named)]
    if named and named[0] in known:
        return known[named[0]]
    # “en” is a word of several languages: within a sentence only longer ones count.
    return next((known[word] for word in named if word in known and len(word) > 2), "")


def kind_of_institution(text: str) -> InstitutionKind:
    """Return the profile that the name of an institution suggests, in four languages; other if it suggests none."""
    padded = f" {fold(text)} "
    if any(f" {alias}" in padded for alias in _words(NO_AUTHORITY)):
        return InstitutionKind.OTHER
    places = {
        kind: min((padded.find(f" {alias}") for alias in _words(aliases) if f" {alias}" in padded), default=-1)
        for kind, aliases in INSTITUTIONS.items()
    }
    found = {kind: place for kind, place in places.items() if place >= 0}
    # “Ministry of Foreign Affairs, Department of Migration” belongs to the ministry, which is named first.
    return min(found, key=lambda kind: found[kind], default=InstitutionKind.OTHER)


def is_salutation(text: str) -> bool:
    """Return whether `text` is a form of address and nothing else: `Sra.`, `H.E. Dr`, `Mme`."""
    # Alone it would be taken for a name, which nobody is without.
    salutation, rest = split_salutation(f"{text} Sample")
    return bool(salutation) and rest == "Sample"


def _forms(text: str) -> tuple[str, ...]:
    """Return the ways in which a word may stand in the list of known ones: `Delegado/a`, `confirmées`, `Head (acting)`."""
    whole = fold(text)
    short = fold(_BRACKETS.sub(" ", text).partition("/")[0])
    singular = short.removesuffix("s")
    masculine = singular[:-1] + "o" if singular.endswith("a") else singular.removesuffix("e")
    return (whole, short, singular, masculine)


def _contained(key: str, known: Mapping[str, StrEnum]) -> StrEnum | None:
    padded = f" {key} "
    found = [alias for alias in known if len(alias) >= _SHORTEST_CONTAINED and f" {alias} " in padded]
    return known[max(found, key=len)] if found else None


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(fold, re.split(r"[|\n]", text))))


@cache
def _choices(field: str) -> dict[str, StrEnum]:
    """Return the known words of a field; what the program itself calls the values is among them."""
    known: dict[str, StrEnum] = {}
    for value, aliases in CHOICES[field].items():
        own = [texts(language).gettext(str(value)) for language in LANGUAGES]
        for alias in (*map(fold, own), *_words(aliases)):
            known.setdefault(alias, value)
    return known


@cache
def _language_names() -> dict[str, str]:
    return {word: code for code, aliases in LANGUAGE_NAMES.items() for word in (code, *_words(aliases))}
