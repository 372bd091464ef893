"""Which of those who have what was typed stands first: Enter at the desk takes that one."""

from collections.abc import Sequence
from functools import lru_cache

from cmc_desk.rules.folding import fold

# The same given names come again at every key, and among many people many share one.
_folded = lru_cache(maxsize=4096)(fold)


def found_order(typed: Sequence[str], *, given_name: str, sort_key: str) -> tuple[int, bool, str]:
    """Return what to sort a person by who was found by the folded words `typed`.

    First those who have most of the words whole in their name ("Mar" before "Mary"), then those whose given or family name begins
    with each of them ("Mary Ann" before "Jo Example-Mars"), then by name. `sort_key` is the name, folded, the family name first.
    """
    # Written out: hundreds of people are put in order at every key.
    name, given = f" {sort_key} ", _folded(given_name)
    whole, later = 0, False
    for word in typed:
        if f" {word} " in name:
            whole += 1
        if not (sort_key.startswith(word) or given.startswith(word)):
            later = True
    return -whole, later, sort_key
