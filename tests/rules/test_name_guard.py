"""Names that are left in a text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.name_guard import Named, NameGuard, NameKind

GUARD = NameGuard(
    (
        Named(NameKind.DELEGATION, "JM", ("Jamaica", "Jamaïque (la)")),
        Named(NameKind.DELEGATION, "HT", ("Haiti", "Haïti", "République d’Haïti")),
        Named(NameKind.DELEGATION, "CU", ("Cuba",)),
        Named(NameKind.DELEGATION, "DM", ("Dominica",)),
        Named(NameKind.DELEGATION, "DO", ("Dominican Republic (the)", "República Dominicana (la)")),
        Named(NameKind.DELEGATION, "LC", ("Saint Lucia", "Santa Lucía", "Sainte-Lucie")),
        Named(NameKind.DELEGATION, "KN", ("Saint Kitts and Nevis", "()")),
        Named(NameKind.DELEGATION, "IOM", ("International Organization for Migration", "IOM", "OIM")),
        Named(NameKind.DELEGATION, "FR", ("France",)),
        Named(NameKind.DELEGATION, "other", ("Another Body",)),
        Named(NameKind.DELEGATION, "SEC", ("Secretariat of the meeting", "Secretariat", "Secrétariat"), common=True),
        Named(NameKind.DELEGATION, "PRESS", ("Press",)),
        Named(NameKind.PERSON, "p1", given="Keisha Marie", family="Example-Blake", delegation="JM"),
        Named(NameKind.PERSON, "p2", given="Ana", family="O’Sample", delegation="LC"),
        Named(NameKind.PERSON, "p3", given="", family="Li", delegation="CU"),
        Named(NameKind.PERSON, "p4", given="Grace", family="", delegation="CU"),
    )
)


def found(text: str) -> list[tuple[str, str]]:
    return [(name.words, name.key) for name in GUARD.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jamaica’s text", [("Jamaica", "JM")]),
        ("la JAMAIQUE a dit", [("JAMAIQUE", "JM")]),
        ("l'avis d'Haïti", [("Haïti", "HT")]),
        ("République d'Haïti", [("République d'Haïti", "HT")]),
        ("the Dominican Republic and Dominica", [("Dominican Republic", "DO"), ("Dominica", "DM")]),
        ("St. Lucia, Ste Lucie", [("St. Lucia", "LC"), ("Ste Lucie", "LC")]),
        ("St Kitts and Nevis", [("St Kitts and Nevis", "KN")]),
        ("JM said, jm is nothing, OIM is, oim is nothing", [("JM", "JM"), ("OIM", "IOM")]),
        ("another body spoke", [("another body", "other")]),
        ("a small secretariat, un petit secrétariat, the secretariat of the meeting, the press", []),
        ("The Secretariat and the Press spoke", [("Secretariat", "SEC"), ("Press", "PRESS")]),
        ("nothing at all", []),
        ("ʻ Cuba", [("Cuba", "CU")]),
        ("", []),
    ],
)
def test_delegations_are_found_in_every_language_and_form(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "word",
    ["Jamaican", "jamaicaine", "jamaicaanse", "jamaiquino", "Haitian", "haïtiens", "haitianos", "Cuban", "cubains"],
)
def test_the_people_of_a_state_are_found(word: str) -> None:
    assert [key for _words, key in found(f"the {word} text")] in (["JM"], ["HT"], ["CU"])


def test_dominicans_and_nevisians_are_found_though_no_name_says_so() -> None:
    assert [key for _words, key in found("Dominicans, Kittitians")] == ["DO", "KN"]


@pytest.mark.parametrize("word", ["français", "française", "cubic", "jam", "haitia", "bodyguard", "Internationals"])
def test_a_word_that_only_begins_alike_is_none(word: str) -> None:
    assert found(f"a {word} text") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. Keisha Marie Example-Blake spoke", [("Keisha Marie Example-Blake", "p1")]),
        ("keisha example blake spoke", [("keisha example blake", "p1")]),
        ("EXAMPLE-BLAKE Keisha Marie", [("EXAMPLE-BLAKE Keisha Marie", "p1")]),
        ("Ms. Example-Blake; example blake", [("Example-Blake", "p1")]),
        ("thanked O'Sample", [("O'Sample", "p2")]),
        ("Then Keisha said", [("Keisha", "p1")]),
        ("Done. Keisha said", []),
        ("thanked Grace, by the grace of Ana and Li", [("Grace", "p4")]),
    ],
)
def test_people_are_found_by_full_name_family_name_or_a_given_name_within_a_sentence(
    text: str, names: list[tuple[str, str]]
) -> None:
    assert found(text) == names


def test_a_person_is_found_with_their_delegation_and_place() -> None:
    (name,) = GUARD.find("Ms. Example-Blake")
    assert (name.start, name.end, name.kind, name.delegation) == (4, 17, NameKind.PERSON, "JM")
    (state,) = GUARD.find("in Cuba")
    assert (state.kind, state.delegation) == (NameKind.DELEGATION, "CU")


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_name_is_found_wherever_it_stands_apart(before: str, after: str) -> None:
    text = f"{before} – Jamaica – {after}"
    names = GUARD.find(text)
    assert any(name.words == "Jamaica" for name in names)
    assert all(text[name.start : name.end] == name.words for name in names)
    assert all(one.end <= other.start for one, other in itertools.pairwise(names))


def test_a_name_is_left_out_where_it_stands_but_of_those_who_may_stand_there() -> None:
    text = "Jamaica’s text, of which Haitian and IOM experts wrote half for Ana O’Sample"
    assert GUARD.left_out(text, but={"IOM"}) == "[…]’s text, of which […] and IOM experts wrote half for […]"
    assert GUARD.left_out("Nobody is named.") == "Nobody is named."
