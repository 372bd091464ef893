"""The index finds people by the beginnings of folded words, names first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.db import store
from cmc_desk.db.search import drop_people, find_serials, put_people
from cmc_desk.rules.folding import search_text, words

NAMES = ("Anaïs Muster-Żółć", "Ole Sørensen Muster", "Weiß Muster", "Thu Hằng Specimen", "Yusuf Çıraklı Sample")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[store.Store]:
    made = store.create(tmp_path / "m.cmc")
    with made.write() as session:
        put_people(session, ((n, search_text(name), "jamaica ministry") for n, name in enumerate(NAMES, 1)))
        put_people(session, [(99, "nobody", search_text("Muster Institute"))])
    yield made
    made.close()


def found(opened: store.Store, typed: str, limit: int = 10) -> list[int]:
    with opened.read() as session:
        names, others = find_serials(session, words(typed), limit=limit)
        return names + others


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("anais", [1]),
        ("zolc", [1]),
        ("Żół", [1]),
        ("muster-z", [1]),
        ("sore", [2]),
        ("SØRENSEN ole", [2]),
        ("weiss", [3]),
        ("hang thu", [4]),
        ("cirakli", [5]),
        ("t", [4]),
        ("muster", [1, 2, 3, 99]),
        ("jamaica", [1, 2, 3, 4, 5]),
        ("anais jam", [1]),
        ("uster", []),
        ("anais weiss", []),
        ("", []),
        ('"', []),
        ("muster OR anais", []),
        ("name:anais", []),
        ("mus*", [1, 2, 3, 99]),
    ],
)
def test_people_are_found_as_they_are_typed(opened: store.Store, typed: str, expected: list[int]) -> None:
    assert found(opened, typed) == expected


def test_whose_name_has_it_comes_before_whose_institution_has_it(opened: store.Store) -> None:
    with opened.write() as session:
        put_people(session, [(0, "earlier", "muster")])
    assert found(opened, "muster") == [1, 2, 3, 0, 99]
    assert found(opened, "muster", limit=2) == [1, 2]


def test_whose_name_is_the_very_word_is_found_however_many_begin_with_it(opened: store.Store) -> None:
    with opened.write() as session:
        put_people(session, [(serial, f"musterer{serial}", "") for serial in range(100, 140)])
        put_people(session, [(500, "must", "")])
    assert found(opened, "must", limit=3) == [500, 1, 2]


def test_who_is_indexed_anew_is_found_by_the_new_words_only(opened: store.Store) -> None:
    with opened.write() as session:
        put_people(session, [(1, "replaced", "")])
    assert (found(opened, "anais"), found(opened, "replaced")) == ([], [1])


def test_who_is_dropped_is_not_found(opened: store.Store) -> None:
    with opened.write() as session:
        drop_people(session, [1, 4])
        drop_people(session, [])
        put_people(session, [])
    assert found(opened, "muster") == [2, 3, 99]
    assert found(opened, "thu") == []
