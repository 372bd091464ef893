"""Names of people: which two may be the same person, and what is salutation, given and family name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.letting_go import let_go


class Likeness(StrEnum):
    """How much alike two names are, the strongest first."""

    SAME = "same name"
    SWAPPED = "swapped names"
    TYPO = "one typo"
    SIMILAR = "similar name"
    FAMILY = "family name"


@dataclass(frozen=True, slots=True)
class Match:
    """A person of the index whose name is like the one that was asked for."""

    person: str
    likeness: Likeness
    same_delegation: bool


_STRENGTH = {likeness: rank for rank, likeness in enumerate(Likeness)}
# Below this a different letter is a different name: Li and Lu.
_SHORTEST_WITH_TYPO = 5
# Twenty thousand people of one delegation who are all like each other must be looked at in seconds, not in minutes.
_MOST_COMPARED = 30
_LONGEST_WITH_TYPO = 60
_MOST_WORDS = 8
_PARTICLE_WORDS = "abu al bin bint da das de del della den der di dos du el ibn la las le los mac mc saint san santa st ter van von zu zur"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
# These are given names when they are written with a capital.
_PARTICLES_IF_SMALL = frozenset({"'t", "’t", "af", "av", "ben", "do", "op", "te", "ten"})
_JOINING = frozenset({"e", "i", "y"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "kc", "md", "phd", "qc"})
_HONORIFIC = re.compile(
    r"(?:(?:the )?(?:rt\.? |right )?hon(?:\.|ou?rable)|[hs]\.e\.?(?:m(?:me|r)?\.?)?|m\.|(?:dhr|drs|ing|lic|mevr|mw|rev)\."
    r"|(?:mr|mrs|ms|miss|mx|madam|sir|mme|mlle|madame|monsieur|sr|sra|srta|señora?|señorita|mevrouw|dr|dra|prof|professor"
    r"|profesora?|professeure?|amb|ambassador|embajadora?|ambassadeur|ambassadrice)\.?)(?:\s+|$)",
    re.IGNORECASE,
)
_BEFORE_CAPITALS = re.compile(r"^(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|[a-zA-Z]['’])(?=[^\W\d_]{2})")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name made ready for comparing; `full` and `turned` are without spaces, because these are often lost."""

    words: tuple[str, ...]
    full: str
    turned: str
    family: str


class NameIndex:
    """People by their names, so that whoever is like a name is found in some ten microseconds."""

    def __init__(self, people: Iterable[tuple[str, str, str, str]] = ()) -> None:
        """Begin with `people`: id, given name, family name and delegation of each."""
        self._people: list[tuple[str, str, _Name]] = []
        self._by_key: dict[str, list[int]] = {}
        for person, given, family, delegation in people:
            self.add(person, given, family, delegation)

    def add(self, person: str, given: str, family: str, delegation: str) -> None:
        """Take in one more person."""
        name = _ready(given, family)
        number = len(self._people)
        self._people.append((person, delegation, name))
        for key in set(_keys(name, delegation)):
            self._by_key.setdefault(key, []).append(number)

    def like(self, given: str, family: str, delegation: str) -> tuple[Match, ...]:
        """Return who is like this name, the strongest likeness first, and of equal ones the same delegation first.

        A family name alone counts within the same delegation only. Where hundreds share a part of the name, it says little: then
        those who share the rarest parts are compared.
        """
        name = _ready(given, family)
        matches = []
        for number in sorted(self._sharing(name, delegation)):
            person, theirs, other = self._people[number]
            found = _likeness(name, other)
            if found and (found is not Likeness.FAMILY or theirs == delegation):
                matches.append(Match(person, found, theirs == delegation))
        return tuple(sorted(matches, key=lambda match: (_STRENGTH[match.likeness], not match.same_delegation)))

    def let_go(self) -> None:
        """Forget everybody."""
        let_go(self._by_key)
        let_go(self._people)

    def _sharing(self, name: _Name, delegation: str) -> set[int]:
        whole = [self._by_key[key] for key in (name.full, name.turned) if key in self._by_key]
        parts = [self._by_key[key] for key in set(_keys(name, delegation)) if key in self._by_key]
        found: set[int] = set()
        for people in (*whole, *sorted(parts, key=len)):
            found.update(people[: _MOST_COMPARED - len(found)])
            if len(found) >= _MOST_COMPARED:
                break
        return found


def likeness(given_a: str, family_a: str, given_b: str, family_b: str) -> Likeness | None:
    """Return how much alike two names are, or None if they are not.

    Accents, case, hyphens and spaces do not count. One typo is one letter too many, too few, wrong, or swapped with its
    neighbour, in names of at least five letters. Similar are names of which one has all words of the other, at least
    two: a middle name or a second surname more.
    """
    return _likeness(_ready(given_a, family_a), _ready(given_b, family_b))


def split_salutation(text: str) -> tuple[str, str]:
    """Split "H.E. Ms. Ana Sample" into "H.E. Ms." and "Ana Sample"; "SAMPLE, Mr. Ben" into "Mr." and "SAMPLE, Ben".

    The salutation is returned as it was written, empty if there is none; the rest is never empty unless `text` is.
    """
    text = clean(text)
    end = _end_of_honorifics(text)
    if end and text[end:]:
        return text[:end].strip(), text[end:]
    family, _comma, given = text.partition(", ")
    end = _end_of_honorifics(given)
    if end and family:
        return given[:end].strip(), f"{family}, {given[end:]}" if given[end:] else family
    return "", text


def split_full_name(text: str) -> tuple[str, str]:
    """Split a full name without salutation into given and family name, never re-cased.

    A comma tells ("SAMPLE, Ana"), or capitals do ("Ana SAMPLE COX", "SAMPLE Ana"). Otherwise the last word is the
    family name, with its particles ("van der Berg", "De La Cruz", "Mc Donald", "Ortega y Gasset"): which of two
    words are a double surname cannot be known. One word is a family name.
    """
    text = clean(text)
    before, comma, after = (part.strip() for part in text.partition(","))
    if comma and fold(after) in _SUFFIXES:
        given, family = split_full_name(before)
        return given, f"{family}, {after}"
    if comma:
        return after, before
    words = text.split()
    start, end = _capitals(words) or _last_word(words)
    return " ".join(words[:start] + words[end:]), " ".join(words[start:end])


def _ready(given: str, family: str) -> _Name:
    first, last = fold(given), fold(family)
    compact_first, compact_last = first.replace(" ", ""), last.replace(" ", "")
    return _Name(
        words=tuple(sorted({*first.split(), *last.split()})),
        full=compact_first + compact_last,
        turned=compact_last + compact_first,
        family=compact_last,
    )


def _keys(name: _Name, delegation: str) -> Iterator[str]:
    """Yield keys of which two names share at least one if they are alike in any way."""
    full = name.full
    if not full:
        return
    yield full
    yield name.turned
    if _SHORTEST_WITH_TYPO <= len(full) <= _LONGEST_WITH_TYPO:
        # Two words that differ by one typo become equal when one letter is left out of each, or of one.
        for position in range(len(full)):
            yield full[:position] + full[position + 1 :]
    for pair in combinations(name.words[:_MOST_WORDS], 2):
        if not _PARTICLES.issuperset(pair):
            yield " ".join(pair)
    if name.family:
        yield f"{name.family}, {delegation}"


def _likeness(a: _Name, b: _Name) -> Likeness | None:
    if not a.full or not b.full:
        return None
    if a.full == b.full or a.turned == b.turned:
        return Likeness.SAME
    if a.full == b.turned or (a.words == b.words and len(a.full) == len(b.full)):
        return Likeness.SWAPPED
    if min(len(a.full), len(b.full)) >= _SHORTEST_WITH_TYPO and _one_typo(a.full, b.full):
        return Likeness.TYPO
    shorter, longer = sorted((a.words, b.words), key=len)
    if len(shorter) > 1 and not _PARTICLES.issuperset(shorter) and set(shorter) <= set(longer):
        return Likeness.SIMILAR
    return Likeness.FAMILY if a.family and a.family == b.family else None


def _one_typo(a: str, b: str) -> bool:
    """Return whether two different words have the Damerau-Levenshtein distance 1."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = next((n for n, letter in enumerate(a) if letter != b[n]), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])


def _end_of_honorifics(text: str) -> int:
    end = 0
    while (found := _HONORIFIC.match(text, end)) and found.end() > end:
        end = found.end()
    return end


def _is_particle(word: str) -> bool:
    return fold(word) in _PARTICLES or word in _PARTICLES_IF_SMALL


def _in_capitals(word: str) -> bool:
    core = _BEFORE_CAPITALS.sub("", word)
    return core.isupper() and "." not in word and sum(map(str.isalpha, core)) > 1


def _capitals(words: list[str]) -> tuple[int, int] | None:
    """Return where the family name stands if capitals tell it from the given name."""
    capitals = [n for n, word in enumerate(words) if _in_capitals(word)]
    others = [
        n
        for n, word in enumerate(words)
        if n not in capitals and not (_is_particle(word) or word.endswith(".") or fold(word) in _SUFFIXES)
    ]
    if not capitals or not others or any(capitals[0] < n < capitals[-1] for n in others):
        return None
    start, end = capitals[0], capitals[-1] + 1
    if end < len(words) and fold(words[end]) in _SUFFIXES:
        end += 1
    while start > 0 and _is_particle(words[start - 1]):
        start -= 1
    return start, end


def _last_word(words: list[str]) -> tuple[int, int]:
    """Return where the family name stands if it is the last word with what belongs to it."""
    start = max(len(words) - 1, 0)
    if start > 1 and fold(words[start]) in _SUFFIXES:
        start -= 1
    if start > 2 and words[start - 1] in _JOINING:
        start -= 2
    # A capital at the very beginning is a given name: Al Gore-Example, Van Specimen.
    while start > 0 and _is_particle(words[start - 1]) and (start > 1 or words[0].islower()):
        start -= 1
    return start, len(words)
