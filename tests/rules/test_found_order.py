"""The best hit stands first, because Enter takes it."""

import pytest

from cmc_desk.rules.folding import name_key, words
from cmc_desk.rules.found_order import found_order


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("mar", ["Adam|Mar", "Mary|Ann", "Carl|Marston", "Zed|Martin", "Jo|Example-Mars"]),
        ("mary ann", ["Mary|Ann", "Mary|Annan", "Ann|Maryland", "Marya|Anning"]),
        ("jo", ["Jo|Zimmer", "Joan|Adams", "Zed|Jones", "Ann|Muster-Joy"]),
        ("oe", ["Øe|Muster", "Œuvre|Sample", "Ann|Sample-Oest"]),
        ("ann", ["Ann|Sample", "Ann|Specimen", "|Annex"]),
    ],
)
def test_whole_words_come_first_then_beginnings_of_a_name_then_the_alphabet(typed: str, names: list[str]) -> None:
    def order(name: str) -> tuple[int, bool, str]:
        given, family = name.split("|")
        return found_order(words(typed), given_name=given, sort_key=name_key(given, family))

    assert sorted(set(names), key=order) == names
