"""Names as airlines and passports print them: capitals, no accents, titles glued on."""

from functools import lru_cache

from cmc_desk.rules.folding import fold

# Of a name on a ticket no more is kept; airlines print less.
LONGEST = 60
_TITLES = ("mstr", "miss", "prof", "dr", "mrs", "mr", "ms")
# What machine-readable passports and airlines make of letters that others only take the marks from.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ñ": "nn"})


# The same names are compared whenever a list is read anew.
@lru_cache(maxsize=4096)
def same_name(ticket: str, passport: str) -> bool:
    """Tell whether two names are of the same person, as a check-in desk compares them.

    SAMPLE-CRUZ/KEISHAMRS is Keisha Sample Cruz; order, accents, spaces, hyphens and a title at the end make no difference.
    Of a ticket whose name is as long as can be the end may be missing.
    """
    if len(ticket) >= LONGEST:
        return any(cut and whole.startswith(cut) for cut in readings(ticket) for whole in printings(passport))
    return not readings(ticket).isdisjoint(printings(passport))


def readings(ticket: str) -> frozenset[str]:
    """Return what a name on a ticket can be, with and without the title at its end; each is one word."""
    return frozenset(_as_one(name) for text in (ticket, _without_title(ticket)) for name in _spellings(text))


def printings(passport: str) -> frozenset[str]:
    """Return how a ticket can print a name: `same_name` is that one of these is among the `readings`, which many names look up at once."""
    return frozenset(name for spelling in _spellings(passport) for name in _rotations(spelling))


def _spellings(name: str) -> tuple[str, ...]:
    folded, spelt = fold(name), name.lower().translate(_SPELLED_OUT)
    return (folded,) if spelt.isascii() and name.isascii() else (folded, fold(spelt))


def _without_title(name: str) -> str:
    """Return a name without the title at its end, which may be glued on: KEISHAMRS, but WILLIAMS may be whole."""
    trimmed = name.rstrip(" .")
    title = next((title for title in _TITLES if trimmed.lower().endswith(title)), "")
    return trimmed[: len(trimmed) - len(title)]


def _as_one(folded: str) -> str:
    return folded.replace(" ", "")


def _rotations(folded: str) -> set[str]:
    """Return the words of a name written as one from each of them on, because family names come first or last."""
    words = folded.split()
    return {"".join([*words[place:], *words[:place]]) for place in range(max(1, len(words)))}
