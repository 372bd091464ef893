"""Text as it is compared and searched: without accents, case, punctuation and script."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

# What NFKD leaves whole although people type it otherwise; Latin letters "WITH STROKE", "WITH HOOK" and the like
# are found by their Unicode name.
_LATIN = {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ȷ": "j", "ŋ": "n", "ĸ": "k", "ə": "e", "ɛ": "e"}
_LATIN |= {"ɔ": "o", "ɖ": "d", "ɣ": "g", "ɩ": "i", "ʊ": "u", "ʉ": "u", "ǝ": "e", "ȣ": "ou"}
_CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэіјѕңөүұһ", "abvgdeziyklmnoprstufyeijsnouuh", strict=True))
_CYRILLIC |= {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu"}
_CYRILLIC |= {"я": "ya", "є": "ye", "ґ": "g", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz"}
_CYRILLIC |= {"ғ": "g", "қ": "k", "ә": "a"}
_GREEK = dict(zip("αβγδεζηικλμνξοπρστυφω", "avgdeziiklmnxoprstyfo", strict=True))
_GREEK |= {"θ": "th", "χ": "ch", "ψ": "ps"}
# NFKD takes the hamza from an alef; these forms of one letter it leaves apart.
_ARABIC = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه"}
_APOSTROPHES_AND_DOTS = dict.fromkeys("'’‘‛`´ʹ′＇.·․‧", "")
_LETTERS = _LATIN | _CYRILLIC | _GREEK | _ARABIC | _APOSTROPHES_AND_DOTS | {"…": " ", "−": "-"}
_LATIN_WITH_SOMETHING = re.compile(r"LATIN SMALL LETTER ([A-Z]{1,2}) WITH ")
_GREEK_OU = re.compile("(?<=[οΟ])[υΥύΎ]")

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_WHITE_SPACE = re.compile(r"\s+")
_NO_BREAK_SPACES = ("\u00a0", "\u202f")


class _Table(dict[int, str]):
    """A table for `str.translate` that works out a character when it first meets it."""

    def __init__(self, hyphen: str) -> None:
        super().__init__()
        self._hyphen = hyphen

    def __missing__(self, point: int) -> str:
        folded = self[point] = _folded_character(chr(point)).replace("-", self._hyphen)
        return folded


_APART = _Table(" ")
_HYPHENATED = _Table("-")


def fold(text: str) -> str:
    """Return `text` in small plain letters and digits with single spaces: "Łukasz  O'Brien-Peña" is "lukasz obrien pena".

    Cyrillic and Greek are transliterated; Arabic loses its vowel signs and the differences between alefs.
    Apostrophes and dots vanish, all other punctuation parts words.
    """
    return " ".join(_translated(text, _APART).split())


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`, which is what a person typed into a search field."""
    return tuple(fold(text).split())


def search_text(*parts: str) -> str:
    """Return the words for a full-text index, each once; what is hyphenated stands apart and joined.

    "El-Sayed" becomes "el sayed elsayed", "O'Brien" becomes "obrien".
    """
    chunks = " ".join([_translated(part, _HYPHENATED) for part in parts]).split()
    found: dict[str, None] = {}
    for chunk in chunks:
        if "-" in chunk:
            pieces = chunk.replace("-", " ").split()
            found.update(dict.fromkeys([*pieces, "".join(pieces)]))
        else:
            found[chunk] = None
    found.pop("", None)
    return " ".join(found)


def name_key(given: str, family: str) -> str:
    """Return the key under which the same name is the same person within a delegation: family name first, folded."""
    return fold(f"{family} {given}")


def matched_spans(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of `text` (start, end) that the words of `query` match, in order and without overlap.

    A word matches from the beginning of a word, also after a hyphen and across one, accents ignored: "oeu" matches
    the first two letters of "Œuvre", "elsay" the first six of "El-Sayed".
    """
    letters, ranges, beginnings = _letters_with_origin(text)
    return _merged(
        (ranges[first][0], ranges[first + len(word) - 1][1])
        for word in words(query)
        for first in beginnings
        if letters.startswith(word, first)
    )


def clean(text: str) -> str:
    """Return what was typed or imported without what cannot be seen: controls, direction overrides, stray spaces.

    Runs of white space become one space; a single no-break space inside stays. Letters are composed (NFC), never
    re-cased.
    """
    if text.isprintable():
        # The only white space that is printable is the ordinary space.
        text = " ".join(text.split())
    else:
        text = _WHITE_SPACE.sub(_one_space, _INVISIBLE.sub("", text)).strip()
    return unicodedata.normalize("NFC", text)


def _one_space(run: re.Match[str]) -> str:
    return run[0] if run[0] in _NO_BREAK_SPACES else " "


def _translated(text: str, table: _Table) -> str:
    if text.isascii():
        # Most parts are plain words; looking at them whole costs a tenth of translating them letter by letter.
        return text.lower() if text.replace(" ", "").isalnum() else text.translate(table)
    # Greek ου is one sound: without this Papadopoulos would be searched as Papadopoylos.
    return _GREEK_OU.sub("u", unicodedata.normalize("NFC", text)).translate(table)


def _folded_character(char: str) -> str:
    plain = _LETTERS.get(char.casefold())
    if plain is not None:
        return plain
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(map(_plain_letter, small))


def _plain_letter(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    category = unicodedata.category(letter)
    if category[0] == "M" or category in {"Cf", "Lm"}:  # accents; joiners and soft hyphens; okina, ayin, tatweel
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category[0] in "LN":
        with_something = _LATIN_WITH_SOMETHING.match(unicodedata.name(letter, ""))
        return with_something[1].lower() if with_something else letter
    return "-" if category == "Pd" else " "


# The same names are marked again at every key; a list shows sixty of them.
@lru_cache(maxsize=4096)
def _letters_with_origin(text: str) -> tuple[str, Sequence[tuple[int, int]], Sequence[int]]:
    """Return the folded letters without hyphens, the range of `text` each comes from, and where words begin."""
    if text.isascii() and text.replace(" ", "").isalnum():
        beginnings_of_words = [
            place for place in range(len(text)) if text[place] != " " and (not place or text[place - 1] == " ")
        ]
        return text.lower(), [(place, place + 1) for place in range(len(text))], beginnings_of_words
    prepared = _GREEK_OU.sub("u", text)
    letters: list[str] = []
    ranges: list[tuple[int, int]] = []
    beginnings: list[int] = []
    begins = True
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for letter in unicodedata.normalize("NFC", prepared[start:end]).translate(_HYPHENATED):
            if letter != "-":
                if begins and letter != " ":
                    beginnings.append(len(letters))
                letters.append(letter)
                ranges.append((start, end))
            begins = letter in "- "
        start = end
    return "".join(letters), ranges, beginnings


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
