"""Which two names may be one person, and what is salutation, given and family name."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules import names
from cmc_desk.rules.folding import fold
from cmc_desk.rules.names import Likeness, Match, NameIndex, likeness, split_full_name, split_salutation

Name = tuple[str, str]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Ana María", "Sample-Cox"), ("ANA MARIA", "Sample Cox"), Likeness.SAME),
        (("Ana", "María Sample"), ("Ana María", "Sample"), Likeness.SAME),
        (("Mohamed", "El-Sayed"), ("Mohamed", "Elsayed"), Likeness.SAME),
        (("", "Sample Ana"), ("Ana", "Sample"), Likeness.SAME),
        (("Łukasz", "Muster"), ("Muster", "Lukasz"), Likeness.SWAPPED),
        (("Jan", "van der Muster"), ("Muster", "Jan van der"), Likeness.SWAPPED),
        (("Ana María", "Sample"), ("María Ana", "Sample"), Likeness.SWAPPED),
        (("Keisha", "Example"), ("Kiesha", "Example"), Likeness.TYPO),
        (("Keisha", "Example"), ("Keisha", "Exampel"), Likeness.TYPO),
        (("Keisha", "Example"), ("Keysha", "Example"), Likeness.TYPO),
        (("Keisha", "Example"), ("Keisha", "Examples"), Likeness.TYPO),
        (("Keisha", "Example"), ("Keiha", "Example"), Likeness.TYPO),
        (("Li", "Wu"), ("Lu", "Wu"), Likeness.FAMILY),
        (("Ana", "Sample"), ("Ana Lucía", "Sample"), Likeness.SIMILAR),
        (("Ana", "Sample Cox"), ("Ana", "Sample"), Likeness.SIMILAR),
        (("De", "La"), ("Ana De", "La Muster"), None),
        (("Ana", "Sample"), ("Benoît", "Sample"), Likeness.FAMILY),
        (("Ana", "Sample"), ("Ana", "Muster"), None),
        (("", "Muster"), ("Ana", "Sample"), None),
        (("", ""), ("", ""), None),
        (("Ana", ""), ("", ""), None),
    ],
)
def test_two_names_are_alike_in_the_strongest_way_that_holds(one: Name, other: Name, expected: Likeness | None) -> None:
    assert likeness(*one, *other) is expected
    assert likeness(*other, *one) is expected


def distance(a: str, b: str) -> int:
    """Return the Damerau-Levenshtein distance (adjacent transpositions) by the textbook table."""
    table = {(-1, -1): 0} | {(i, -1): i + 1 for i in range(len(a))} | {(-1, j): j + 1 for j in range(len(b))}
    for i, j in product(range(len(a)), range(len(b))):
        wrong = a[i] != b[j]
        table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + wrong)
        if i and j and a[i] == b[j - 1] and a[i - 1] == b[j]:
            table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a) - 1, len(b) - 1]


WORD = st.text("abc", min_size=5, max_size=8)


@given(WORD, WORD)
@settings(max_examples=300)
def test_one_typo_is_a_damerau_levenshtein_distance_of_one(one: str, other: str) -> None:
    found = likeness("", one, "", other)
    assert found is {0: Likeness.SAME, 1: Likeness.TYPO}.get(distance(one, other))


PART = st.text(st.sampled_from("abé -"), max_size=6).map(str.strip)
PERSON = st.tuples(PART, PART, st.sampled_from(["JM", "HT"]))


@given(st.lists(PERSON, max_size=12), PERSON)
@settings(max_examples=300)
def test_the_index_finds_exactly_who_is_alike(people: list[tuple[str, str, str]], asked: tuple[str, str, str]) -> None:
    index = NameIndex((str(n), *person) for n, person in enumerate(people))
    expected = []
    for n, (first, last, delegation) in enumerate(people):
        found = likeness(*asked[:2], first, last)
        if found and (found is not Likeness.FAMILY or delegation == asked[2]):
            expected.append(Match(str(n), found, delegation == asked[2]))
    found_matches = index.like(*asked)
    assert sorted(found_matches, key=lambda match: match.person) == sorted(expected, key=lambda match: match.person)
    ranks = [(list(Likeness).index(match.likeness), not match.same_delegation) for match in found_matches]
    assert ranks == sorted(ranks)


def test_the_strongest_likeness_comes_first_and_of_equal_ones_the_same_delegation() -> None:
    index = NameIndex(
        [
            ("a", "Benoît", "Sample", "JM"),
            ("b", "Anna", "Sample", "JM"),
            ("c", "Ana", "Sample", "HT"),
            ("d", "Ana", "Sample", "JM"),
            ("e", "Benoît", "Sample", "HT"),
        ]
    )
    index.add("f", "Sample", "Ana", "HT")
    assert index.like("Ana", "Sample", "JM") == (
        Match("d", Likeness.SAME, same_delegation=True),
        Match("c", Likeness.SAME, same_delegation=False),
        Match("f", Likeness.SWAPPED, same_delegation=False),
        Match("b", Likeness.TYPO, same_delegation=True),
        Match("a", Likeness.FAMILY, same_delegation=True),
    )
    assert index.like("", "", "JM") == ()
    assert NameIndex().like("Ana", "Sample", "JM") == ()


def test_people_who_share_nothing_but_particles_are_not_alike() -> None:
    index = NameIndex([("a", "Ana de la", "Sample", "JM")])
    assert index.like("Ben de la", "Muster", "JM") == ()
    assert index.like("Ana", "de la Sample", "HT") == (Match("a", Likeness.SAME, same_delegation=False),)


def test_each_of_ten_thousand_people_is_found_first_among_ten_thousand() -> None:
    syllables = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va")
    made = ["".join(parts) for parts in product(syllables, repeat=3)]
    people = [
        (str(n), made[n * 7 % 4096], f"{made[n * 13 % 4096]}-{made[n * 29 % 4096]}", f"D{n % 60}")
        for n in range(10_000)
    ]
    index = NameIndex(people)
    for person, first, last, delegation in people:
        assert index.like(first, last, delegation)[0].person == person


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Jose Maria {0}", "Sample Cox {1}"),
        ("Aaaaaaaaaa", "Smith{0}"),
        ("Ana", "Sample"),
        ("Ana {0} " + "muster" * 25, "Sample {1} ba ce di fo gu ha je ki lo mu na pe ri so tu va xi zo"),
    ],
)
def test_of_very_many_people_who_are_all_alike_only_a_few_are_compared_with_each(first: str, last: str) -> None:
    index = NameIndex()
    people = [(first.format(n, n % 100), last.format(n, n % 100)) for n in range(1_000)]
    for person in people:
        assert len(index._sharing(names._ready(*person), "JM")) <= names._MOST_COMPARED
        index.add("", *person, "JM")
    assert index.like(*people[-1], "JM")[0].likeness is Likeness.SAME


def test_among_very_many_who_share_a_part_the_likeliest_is_still_found() -> None:
    index = NameIndex((str(n), f"Ana {n}", "Sample", "JM") for n in range(1_000))
    index.add("one", "Keisha Ana", "Sample", "JM")
    assert index.like("Kiesha Ana", "Sample", "JM")[0] == Match("one", Likeness.TYPO, same_delegation=True)


@pytest.mark.parametrize(
    ("text", "salutation", "rest"),
    [
        ("H.E. Ms. Ana Sample", "H.E. Ms.", "Ana Sample"),
        ("S.E.M. Jean Exemple", "S.E.M.", "Jean Exemple"),
        ("S.E. Sr. Juan Muster", "S.E. Sr.", "Juan Muster"),
        ("Mr  Ben Sample", "Mr", "Ben Sample"),
        ("Mrs. Ana Sample", "Mrs.", "Ana Sample"),
        ("Mme Ana Exemple", "Mme", "Ana Exemple"),
        ("M. Jean Exemple", "M.", "Jean Exemple"),
        ("Sra. Ana Muestra", "Sra.", "Ana Muestra"),
        ("Señora Ana Muestra", "Señora", "Ana Muestra"),
        ("Prof. Dr. Ana Muster", "Prof. Dr.", "Ana Muster"),
        ("Amb. Ana Sample", "Amb.", "Ana Sample"),
        ("The Rt. Hon. Ana Sample", "The Rt. Hon.", "Ana Sample"),
        ("SAMPLE, Mr. Ben", "Mr.", "SAMPLE, Ben"),
        ("Sample, Dr.", "Dr.", "Sample"),
        ("Sample, Ana", "", "Sample, Ana"),
        (", Dr.", "", ", Dr."),
        ("He Specimen", "", "He Specimen"),
        ("Drake Specimen", "", "Drake Specimen"),
        ("Dr.", "", "Dr."),
        ("", "", ""),
    ],
)
def test_a_salutation_is_split_off_as_it_was_written(text: str, salutation: str, rest: str) -> None:
    assert split_salutation(text) == (salutation, rest)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("SAMPLE, Ana María", "Ana María", "SAMPLE"),
        ("Muster-Croes, Ilse", "Ilse", "Muster-Croes"),
        ("Ana María SAMPLE COX", "Ana María", "SAMPLE COX"),
        ("SAMPLE COX Ana", "Ana", "SAMPLE COX"),
        ("XU Specimen", "Specimen", "XU"),
        ("Jan van der MUSTER", "Jan", "van der MUSTER"),
        ("De SAMPLE Ana", "Ana", "De SAMPLE"),
        ("Ronald McSAMPLE", "Ronald", "McSAMPLE"),
        ("Ben SAMPLE Jr.", "Ben", "SAMPLE Jr."),
        ("María SAMPLE Isabel", "María Isabel", "SAMPLE"),
        ("ANA María MUSTER", "ANA María", "MUSTER"),
        ("ANA B. SAMPLE", "ANA B.", "SAMPLE"),
        ("ANA DE LA MUESTRA", "ANA", "DE LA MUESTRA"),
        ("J.R. Specimen", "J.R.", "Specimen"),
        ("Jan van der Muster", "Jan", "van der Muster"),
        ("Ana De La Muestra", "Ana", "De La Muestra"),
        ("Ronald Mc Sample", "Ronald", "Mc Sample"),
        ("José Muestra y Ejemplo", "José", "Muestra y Ejemplo"),
        ("Ben Sample Jr.", "Ben", "Sample Jr."),
        ("Ben Sample, Jr.", "Ben", "Sample, Jr."),
        ("Ben Sample Ben Cox", "Ben Sample Ben", "Cox"),
        ("Ana Muestra Ejemplo", "Ana Muestra", "Ejemplo"),
        ("Al Specimen", "Al", "Specimen"),
        ("de la Muestra", "", "de la Muestra"),
        ("Muster", "", "Muster"),
        ("Sample,", "", "Sample"),
        (" ", "", ""),
    ],
)
def test_a_full_name_is_split_by_comma_or_capitals_and_else_before_the_last_word(
    text: str, first: str, last: str
) -> None:
    assert split_full_name(text) == (first, last)


NAME_WORDS = st.lists(
    st.sampled_from(["Ana", "van", "De", "SAMPLE", "McSAMPLE", "J.", "y", "Jr.", "Dr.", "Mme", "Muster,", "Cox"]),
    max_size=7,
)


@given(NAME_WORDS)
@settings(max_examples=200)
def test_splitting_loses_no_word_and_re_cases_none(words: list[str]) -> None:
    salutation, rest = split_salutation(" ".join(words))
    first, last = split_full_name(rest)
    there = sorted(f"{salutation} {first} {last}".replace(",", " ").split())
    assert there == sorted(" ".join(words).replace(",", " ").split())
    assert bool(first or last) == bool(fold(" ".join(words)))
