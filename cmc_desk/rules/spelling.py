"""Two spellings of one name: whether one of them has lost what the other has."""

from itertools import pairwise

from cmc_desk.rules.folding import fold

# The fields of a person that hold a name.
NAMES = ("given_name", "family_name", "badge_name")


def loses(ours: str, theirs: str) -> bool:
    """Return whether `theirs` is the name `ours` with accents or capitals lost on the way.

    "Nunez" and "NÚÑEZ" lose something of "Núñez", "Mcdonald" of "McDonald"; another name loses nothing, and a correction of
    as many accents ("Bjørn" for "Björn") is for whoever made it.
    """
    if ours == theirs or _compact(ours) != _compact(theirs):
        return False
    return (
        _accents(theirs) < _accents(ours)
        or (_is_flat(theirs) and not _is_flat(ours))
        or _capitals_within(theirs) < _capitals_within(ours)
    )


def _compact(name: str) -> str:
    return fold(name).replace(" ", "")


def _accents(name: str) -> int:
    return sum(letter.isalpha() and not letter.isascii() for letter in name)


def _is_flat(name: str) -> bool:
    return name.isupper() or name.islower()


def _capitals_within(name: str) -> int:
    return sum(before.islower() and letter.isupper() for before, letter in pairwise(name))
