"""The name on a badge over two lines, as large as both can be."""

from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.names import split_full_name


def two_lines(given: str, family: str, badge_name: str = "") -> tuple[str, str]:
    """Return the two lines of a name: given and family name, or the name that was asked for, never re-cased or turned round.

    A name that was asked for is parted where the family name begins or ends in it; where that cannot be told it stays on
    one line. The second line is empty if there is one word.
    """
    wanted = clean(badge_name)
    if not wanted or fold(wanted) == fold(f"{given} {family}"):
        return (given, family) if given and family else (given or family, "")
    return _around(wanted, family) or _around(wanted, given) or _by_its_look(wanted)


def _around(wanted: str, part: str) -> tuple[str, str] | None:
    """Part `wanted` where `part`, known from the registration, begins or ends in it."""
    words, inner = wanted.split(), part.split()
    count = len(inner)
    if not 0 < count < len(words):
        return None
    if fold(" ".join(words[-count:])) == fold(part):
        return _parted(words, len(words) - count)
    if fold(" ".join(words[:count])) == fold(part):
        return _parted(words, count)
    return None


def _by_its_look(wanted: str) -> tuple[str, str]:
    given, family = split_full_name(wanted)
    if given and f"{given} {family}" == wanted:
        return given, family
    if given and f"{family} {given}" == wanted:
        return family, given
    return wanted, ""


def _parted(words: list[str], place: int) -> tuple[str, str]:
    return " ".join(words[:place]), " ".join(words[place:])
