"""Who is meant by two or three letters: delegations and people by code, name and alias, in whichever language they are typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cmc_desk.rules.country_codes import alpha_3
from cmc_desk.rules.folding import fold

MOST_SHOWN = 8
# What the region calls some of them, and no list does; ISO 3166-1 alpha-2 on the left.
_ALSO = {
    "AG": "anu",
    "BQ": "bes",
    "DO": "dr rd",
    "GB": "uk",
    "KN": "skn stk",
    "LC": "slu stl",
    "TC": "tci",
    "TT": "tnt",
    "US": "usa eeuu eua",
    "VC": "svg stv",
    "VG": "bvi",
    "VI": "usvi",
}
# Codes that are words of a sentence in one of the four languages count as codes in capitals only: "4 do not->shall not".
_ORDINARY = "am an as at be by de do en es et in is it la le me my no of om os se so su to tu un us va"
_WORDS_TOO = frozenset(_ORDINARY.split())
_LINKING = "a and d de del der des die du el en et for la las le les los of pour van the und voor y"
_LINKS = frozenset(_LINKING.split())
_PARTED = re.compile(r"[\s\-–/&,.()'’]+")
# How much what was typed is like a name, the likeliest first.
_CODE, _WHOLE, _INITIALS, _BEGINNING, _WORD, _WITHIN = range(6)
# Within words letters say little: "an" is in half of all names.
_LEAST_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """A delegation, or a person of one, who may be named in the notes.

    `name` is shown; `names` is everything they are called in any language. `spoken` is by language the name of the delegation within a
    sentence ("the Bahamas"). `present` says that registration shows somebody of it, or the person, as here today.
    """

    delegation: str
    name: str
    names: tuple[str, ...] = ()
    participant: str = ""
    present: bool = True
    flag: str = ""
    spoken: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What tells speakers apart: the code of the delegation, or the identifier of the person."""
        return self.participant or self.delegation

    def called(self, language: str) -> str:
        """Return the name of the delegation within a sentence in `language`; what is shown where none is known."""
        return dict(self.spoken).get(language, self.name)


def codes_of(delegation: str) -> tuple[str, ...]:
    """Return the codes and abbreviations that a delegation has, small: "tt", "tto", "tnt"."""
    return tuple(
        dict.fromkeys(
            [delegation.lower(), *filter(None, [alpha_3(delegation).lower()]), *_ALSO.get(delegation, "").split()]
        )
    )


def speakers_like(
    typed: str, speakers: Sequence[Speaker], recent: Sequence[str] = (), *, most: int = MOST_SHOWN
) -> tuple[Speaker, ...]:
    """Return whom `typed` may mean, the likeliest first; nothing typed offers those who spoke of late.

    A code goes before initials, these before the beginning of a word, and that before letters within one. Among equals the one whose
    key comes first in `recent` is first, then who is here, then delegations before people, then as they stand in `speakers`.
    """
    asked = fold(typed)
    ranks = {key: place for place, key in reversed(list(enumerate(recent)))}
    found = []
    for place, speaker in enumerate(speakers):
        spoke = ranks.get(speaker.key, len(recent))
        likeness = _likeness(asked, speaker) if asked else (0 if spoke < len(recent) else None)
        if likeness is not None:
            found.append(((likeness, spoke, not speaker.present, bool(speaker.participant), place), speaker))
    return tuple(speaker for _rank, speaker in sorted(found, key=lambda pair: pair[0])[:most])


def speaker_called(text: str, speakers: Sequence[Speaker], *, in_a_sentence: bool = False) -> Speaker | None:
    """Return whom `text` names beyond doubt, by code, initials or whole name; None where it is nobody or more than one.

    Where the word may as well be one of a sentence, a code that is an ordinary word ("do", "us", "no") counts in capitals only.
    """
    asked = fold(text)
    if in_a_sentence and asked in _WORDS_TOO and not text.strip().isupper():
        return None
    likenesses = [(_likeness(asked, speaker), speaker) for speaker in speakers] if asked else []
    for wanted in (_CODE, _WHOLE, _INITIALS):
        exact = [speaker for likeness, speaker in likenesses if likeness == wanted]
        if exact:
            return exact[0] if len(exact) == 1 else None
    return None


def _likeness(asked: str, speaker: Speaker) -> int | None:
    if not speaker.participant and asked in codes_of(speaker.delegation):
        return _CODE
    best: int | None = None
    for name in dict.fromkeys((speaker.name, *speaker.names)):
        found = _likeness_of_name(asked, name, initials=not speaker.participant)
        if found is not None and (best is None or found < best):
            best = found
    return best


def _likeness_of_name(asked: str, name: str, *, initials: bool) -> int | None:
    folded, letters = _read(name)
    if asked == folded:
        return _WHOLE
    if initials and len(asked) > 1 and asked in letters:
        return _INITIALS
    if folded.startswith(asked):
        return _BEGINNING
    if f" {asked}" in folded:
        return _WORD
    return _WITHIN if len(asked) >= _LEAST_WITHIN and asked in folded else None


# The same names are asked again at every key.
@lru_cache(maxsize=4096)
def _read(name: str) -> tuple[str, tuple[str, str]]:
    """Return a name folded, and the first letters of the words that count, and of all: "svg" and "svatg" of Saint Vincent and the Grenadines."""
    words = [word for word in map(fold, _PARTED.split(name)) if word]
    letters = "".join(word[0] for word in words if word not in _LINKS), "".join(word[0] for word in words)
    return fold(name), letters
