"""Find the delegations and people that are named in a text, in whatever language or form."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cmc_desk.rules.folding import fold

_WORD = re.compile(r"[^\W_]+")
_SAINTS = dict.fromkeys(("st", "ste", "sint", "sainte", "san", "santa", "santo"), "saint")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
# What is put to the name of a State to say who is from there, in the four languages.
_FROM_THERE = frozenset(
    [
        "n",
        "ns",
        "an",
        "ans",
        "ian",
        "ians",
        "ean",
        "eans",
        "ese",
        "er",
        "ers",
        "no",
        "na",
        "nos",
        "nas",
        "ano",
        "ana",
        "anos",
        "anas",
        "iano",
        "iana",
        "ianos",
        "ianas",
        "ense",
        "enses",
        "eno",
        "ena",
        "enos",
        "enas",
        "es",
        "esa",
        "eses",
        "esas",
        "in",
        "ine",
        "ins",
        "ines",
        "ain",
        "aine",
        "ains",
        "aines",
        "ien",
        "ienne",
        "iens",
        "iennes",
        "ais",
        "aise",
        "aises",
        "ois",
        "oise",
        "oises",
        "ans",
        "anse",
        "aan",
        "aans",
        "aanse",
        "iaan",
        "iaans",
        "iaanse",
        "ees",
        "eese",
        "se",
    ]
)
# Who is from there where the name does not say so.
_OTHERWISE = {
    "AG": "Antiguan Antiguans Barbudan Barbudans",
    "BB": "Bajan Bajans Barbadian Barbadians barbadense barbadenses barbadien barbadienne barbadiens barbadiennes",
    "BS": "Bahamian Bahamians bahameño bahameña bahameños bahameñas bahamien bahamienne bahamiens bahamiennes Bahamaan",
    "CW": "Curaçaoan curazoleño curazoleña curaçolais curaçolaise Curaçaose",
    "DO": "Dominican Dominicans dominicano dominicana dominicanos dominicanas dominicain dominicaine dominicains dominicaines",
    "GB": "British británico británica britannique Brits Britse",
    "GY": "Guyanese guyanés guyanesa guyanien guyanienne Guyaanse",
    "JM": "jamaiquino jamaiquina jamaiquinos jamaiquinas",
    "KN": "Kittitian Kittitians Nevisian Nevisians",
    "LC": "Lucian Lucians",
    "NL": "holandés holandesa holandeses hollandais hollandaise Nederlander Nederlanders",
    "TT": "Trinidadian Trinidadians Tobagonian Tobagonians trinitense trinitenses trinidadien trinidadienne Trinidadiaanse",
    "US": "American Americans estadounidense estadounidenses américain américaine Amerikaans Amerikaanse",
    "VC": "Vincentian Vincentians",
}
# The languages of the Caribbean are named after States as well, and say nothing of who spoke.
_LANGUAGES = frozenset(["francais", "francaise", "frances", "francesa", "franse"])
# What stands where a name was left out.
LEFT_OUT = "[…]"
_SHORTEST_STEM = 4
_SHORTEST_PERSON = 3


class NameKind(StrEnum):
    """What a name is of."""

    DELEGATION = "delegation"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Named:
    """A delegation (`key` is its code) or a person, with everything that they are called.

    A person has a `given` and a `family` name, and the delegation that they are of. What is `common` is called by words that stand in
    any text, as a secretariat is.
    """

    kind: NameKind
    key: str
    names: tuple[str, ...] = ()
    given: str = ""
    family: str = ""
    delegation: str = ""
    common: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text, from letter `start` to before `end`; `key` is whose it is and `delegation` the code of theirs."""

    start: int
    end: int
    words: str
    kind: NameKind
    key: str
    delegation: str


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    of: Named
    capital: bool = False
    within: bool = False
    exact: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    raw: str
    folded: str
    begins: bool


@dataclass
class NameGuard:
    """All names of a meeting, made ready once to look through many texts."""

    named: Iterable[Named]
    _by_first: dict[str, list[_Name]] = field(default_factory=dict, init=False)
    _stems: dict[str, Named] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Put every name under its first word, the longest first."""
        for one in self.named:
            for name in _names_of(one):
                self._by_first.setdefault(name.words[0], []).append(name)
            if one.kind is NameKind.DELEGATION:
                for stem in _stems_of(one):
                    self._stems.setdefault(stem, one)
        for names in self._by_first.values():
            names.sort(key=lambda name: -len(name.words))

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the names that stand in `text`, in order; of names within names the longest.

        Accents and capitals do not count for States and full names; a family name alone, and a given name within a sentence, count if
        they have a capital, and so do names of one word of what is no State and those that are `common` ("a small secretariat" is nobody);
        codes and acronyms count as they are written. Who is called after a State is found as well ("Jamaican", "haitienne").
        """
        words = tuple(_words(text))
        found: list[Found] = []
        at = 0
        while at < len(words):
            name = self._name_at(words, at)
            if name is not None:
                length, of = name
                start, end = words[at].start, words[at + length - 1].end
                found.append(Found(start, end, text[start:end], of.kind, of.key, of.delegation or of.key))
                at += length
            else:
                at += 1
        return tuple(found)

    def left_out(self, text: str, *, but: Collection[str] = ()) -> str:
        """Return `text` with something else in place of every name, but of those keys that may stand there."""
        for one in reversed(self.find(text)):
            if one.key not in but:
                text = f"{text[: one.start]}{LEFT_OUT}{text[one.end :]}"
        return text

    def _name_at(self, words: Sequence[_Word], at: int) -> tuple[int, Named] | None:
        for name in self._by_first.get(words[at].folded, ()):
            length = len(name.words)
            if tuple(word.folded for word in words[at : at + length]) == name.words and _stands(name, words[at]):
                return length, name.of
        of = self._after_a_state(words[at].folded)
        return (1, of) if of is not None else None

    def _after_a_state(self, word: str) -> Named | None:
        if word in _LANGUAGES:
            return None
        for length in range(len(word) - 1, _SHORTEST_STEM - 1, -1):
            of = self._stems.get(word[:length])
            if of is not None and word[length:] in _FROM_THERE:
                return of
        return None


def _names_of(one: Named) -> Iterable[_Name]:
    if one.kind is NameKind.PERSON:
        yield from _names_of_person(one)
        return
    if one.key.isupper():
        yield _Name((fold(one.key),), one, exact=one.key)
    for text in one.names:
        for form in dict.fromkeys((text, _IN_BRACKETS.sub("", text))):
            if words := _folded(form):
                # An acronym is a word of some language as soon as it is written small.
                yield _Name(
                    words,
                    one,
                    capital=one.common or (len(words) == 1 and not _is_a_state(one)),
                    exact=form if form.isupper() and len(words) == 1 else "",
                )
    for word in _OTHERWISE.get(one.key, "").split():
        yield _Name(_folded(word), one)


def _names_of_person(one: Named) -> Iterable[_Name]:
    given, family = _folded(one.given), _folded(one.family)
    if given and family:
        yield _Name(given + family, one)
        yield _Name(family + given, one)
        if len(given) > 1:
            yield _Name(given[:1] + family, one)
    if family and len("".join(family)) >= _SHORTEST_PERSON:
        yield _Name(family, one, capital=True)
    if given and len(given[0]) > _SHORTEST_PERSON:
        yield _Name(given[:1], one, capital=True, within=True)


def _stems_of(one: Named) -> Iterable[str]:
    """Yield what the names of its people begin with: names of one word, without what falls away before an ending."""
    if not _is_a_state(one):
        return
    for text in one.names:
        words = _folded(_IN_BRACKETS.sub("", text))
        if len(words) == 1:
            yield words[0]
            stem = words[0].rstrip("aeiou")
            if len(stem) >= _SHORTEST_STEM:
                yield stem


def _is_a_state(one: Named) -> bool:
    return one.key.isupper() and len(one.key) == 2


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in _words(text))


def _words(text: str) -> Iterable[_Word]:
    end = 0
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if folded:
            between = text[end : match.start()]
            begins = not end or any(sign in ".!?…:\n" for sign in between)
            yield _Word(match.start(), match.end(), match[0], _SAINTS.get(folded, folded), begins)
        end = match.end()


def _stands(name: _Name, first: _Word) -> bool:
    if name.exact:
        return first.raw == name.exact
    if name.within and first.begins:
        return False
    return not name.capital or first.raw[0].isupper()
