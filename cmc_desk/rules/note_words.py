"""The words of a text that a dictionary is asked about, and what it is never asked: names, acronyms, figures, codes, addresses."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# Nobody types a longer word, and a dictionary takes a second to think about one.
LONGEST = 60
_CHUNK = re.compile(r"\S+")
_MARKS = "\u0300-\u036f"
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*)+"
# Apostrophes and hyphens hold a word together: l’avis, co-ordination, Curaçao's. U+2011 is the hyphen that does not break.
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ\-\u2010\u2011·]{_LETTERS})*")
_ADDRESS = re.compile(r"://|^www\.|@|\\|[\w-]\.[a-z]{2,}(?!\w)")
# CMC/2019/INF.2, A-3b, 4(a), PKT_7: figures and letters that signs hold together.
_FIGURE = re.compile(r"\d")
_HOLDING = re.compile(r"\w[/_\-.()\u2011]\w")
_HELD_BEFORE = re.compile(r"[^\W_]_\Z|\d\Z")
_HELD_AFTER = re.compile(r"_[^\W_]|\d")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff'’ʼ\-\u2010\u2011·ĳĲ\ufb00-\ufb06]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)", re.IGNORECASE)
_HYPHENS = re.compile(r"[-\u2010\u2011]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it begins; `end` is behind its last letter. Places count characters, not units of UTF-16."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class KnownWords:
    """The names and words that a meeting knows whatever a dictionary says: delegations, people, acronyms, terms."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Begin with names of one word or several: each word of a name is known by itself, its small words ("and", "de") are not."""
        found = ((text, word) for text in texts for chunk in text.split() for word, _place in _of_chunk(chunk))
        self._exact = frozenset(written(word) for text, word in found if word == text.strip() or not word.islower())
        self._folded = frozenset(word.casefold() for word in self._exact)

    def __contains__(self, word: object) -> bool:
        """Say whether a word is one of them as it is written, in capitals, with an 's or after an elision (d’Haïti)."""
        if not isinstance(word, str):
            return False
        plain = written(word)
        return any(
            form in self._exact or (form.isupper() and form.casefold() in self._folded)
            for form in (plain, _POSSESSIVE.sub("", plain), _ELISION.sub("", plain))
        )


def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` that are checked, in order.

    Never are: words with figures and codes that signs hold together, addresses, what stands after an @, acronyms and other words with
    capitals within them, single letters, and words in another script than the Latin one.
    """
    return tuple(
        [
            Word(word, chunk.start() + place)
            for chunk in _CHUNK.finditer(text)
            for word, place in _checked_of_chunk(chunk[0])
        ]
    )


def written(word: str) -> str:
    """Return a word as dictionaries have it: letters composed, one apostrophe, one hyphen."""
    return _HYPHENS.sub("-", unicodedata.normalize("NFC", word)).replace("’", "'").replace("ʼ", "'")


def parts(word: str) -> tuple[str, ...]:
    """Return what the hyphens of a word part; nothing if it has none."""
    found = tuple(part for part in _HYPHENS.split(word) if part)
    return found if len(found) > 1 else ()


def in_utf16(text: str, place: int) -> int:
    """Return a place of `text` as text fields count it: a letter beyond the first 65,536, such as most emoji, is two."""
    return place + sum(letter > "\uffff" for letter in text[:place])


# A paragraph is read again at every key, and most of its words have been met before.
@lru_cache(maxsize=16_384)
def _checked_of_chunk(chunk: str) -> tuple[tuple[str, int], ...]:
    return tuple((word, place) for word, place in _of_chunk(chunk) if _is_checked(word))


def _of_chunk(chunk: str) -> tuple[tuple[str, int], ...]:
    """Return the words between two blanks, and where each begins."""
    if _ADDRESS.search(chunk) or (_FIGURE.search(chunk) and _HOLDING.search(chunk)):
        return ()
    found = _WORD.finditer(chunk)
    return tuple((word[0], word.start()) for word in found if not _is_held(chunk, word.start(), word.end()))


def _is_held(chunk: str, start: int, end: int) -> bool:
    """Say whether a word is a part of one with figures or underscores: 3rd, KEY_word; `_emphasis_` is not."""
    return bool(_HELD_BEFORE.search(chunk[max(start - 2, 0) : start]) or _HELD_AFTER.match(chunk[end : end + 2]))


def _is_checked(word: str) -> bool:
    plain = _POSSESSIVE.sub("", word)
    if not 1 < len(plain) <= LONGEST or not _LATIN.fullmatch(word):
        return False
    # "Human-Mobility" is two words, "SOMs", "MoU" and "McSample" are not for a dictionary.
    return not any(letter.isupper() for part in _HYPHENS.split(_ELISION.sub("", plain)) for letter in part[1:])
