"""Whom two or three letters mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.speaker_completion import Speaker, codes_of, speaker_called, speakers_like

JAMAICA = Speaker("JM", "Jamaica", ("Jamaica", "Jamaïque"), spoken=(("en", "Jamaica"), ("fr", "la Jamaïque")))
TRINIDAD = Speaker("TT", "Trinidad and Tobago", ("Trinidad y Tabago", "Trinité-et-Tobago", "T&T"))
KITTS = Speaker("KN", "Saint Kitts and Nevis", ("San Cristóbal y Nieves", "St. Kitts & Nevis"))
LUCIA = Speaker("LC", "Saint Lucia", ("Santa Lucía", "Sainte-Lucie"))
VINCENT = Speaker("VC", "Saint Vincent and the Grenadines", ("San Vicente y las Granadinas",))
BRITISH = Speaker("VG", "British Virgin Islands", ("Islas Vírgenes Británicas", "Britse Maagdeneilanden"))
TURKS = Speaker("TC", "Turks and Caicos Islands", ("Îles Turques-et-Caïques",))
DOMINICAN = Speaker("DO", "Dominican Republic", ("República Dominicana",))
CURACAO = Speaker("CW", "Curaçao", ("Curazao",), present=False)
CUBA = Speaker("CU", "Cuba")
UNITED = Speaker("US", "United States", ("États-Unis", "Verenigde Staten", "EE. UU."))
IOM = Speaker("IOM", "IOM", ("International Organization for Migration", "OIM"))
ANA = Speaker("JM", "Ana Muster-Lucas", ("Muster-Lucas Ana",), participant="p1")
ALL = (JAMAICA, TRINIDAD, KITTS, LUCIA, VINCENT, BRITISH, TURKS, DOMINICAN, CURACAO, CUBA, UNITED, IOM, ANA)


def codes(typed: str, *recent: str) -> list[str]:
    return [speaker.key for speaker in speakers_like(typed, ALL, recent)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("jm", "JM"), ("JAM", "JM"), ("jama", "JM"), ("jamaïq", "JM"), ("tri", "TT"), ("tt", "TT"), ("tto", "TT")),
        *(("tnt", "TT"), ("t&t", "TT"), ("bvi", "VG"), ("vgb", "VG"), ("tci", "TC"), ("skn", "KN"), ("svg", "VC")),
        *(("dr", "DO"), ("rd", "DO"), ("maagd", "VG"), ("caic", "TC"), ("nieves", "KN"), ("curac", "CW"), ("cw", "CW")),
        *(
            ("sl", "LC"),
            ("usa", "US"),
            ("eeuu", "US"),
            ("oim", "IOM"),
            ("org", "IOM"),
            ("migr", "IOM"),
            ("must", "p1"),
            ("ana", "p1"),
        ),
    ],
)
def test_a_code_a_name_or_an_alias_finds_it_in_any_language(typed: str, first: str) -> None:
    assert codes(typed)[0] == first


def test_who_spoke_last_comes_first_among_those_who_are_equally_like() -> None:
    assert codes("sa")[:3] == ["KN", "LC", "VC"]
    assert codes("sa", "VC", "LC")[:3] == ["VC", "LC", "KN"]


def test_a_code_goes_before_whoever_spoke_last() -> None:
    assert codes("cu", "CW")[:2] == ["CU", "CW"]


def test_who_is_not_here_comes_after_those_who_are() -> None:
    assert codes("c")[:2] == ["CU", "CW"]


def test_delegations_come_before_people() -> None:
    assert codes("luc") == ["LC", "p1"]


def test_letters_within_a_word_count_from_three_on() -> None:
    assert codes("maic") == ["JM"]
    assert "JM" not in codes("ai")


def test_nothing_typed_offers_those_who_spoke_of_late() -> None:
    assert codes("", "TT", "p1") == ["TT", "p1"]
    assert codes("") == codes("  ") == []


def test_nobody_is_like_what_nobody_is_called() -> None:
    assert codes("zzz") == []


def test_no_more_are_shown_than_a_list_has_room_for() -> None:
    assert len(speakers_like("a", ALL, most=3)) == 3


@given(st.text(max_size=12), st.lists(st.sampled_from([one.key for one in ALL]), max_size=5))
def test_whatever_is_typed_everybody_is_offered_once(typed: str, recent: list[str]) -> None:
    found = speakers_like(typed, ALL, recent, most=len(ALL))
    assert len(set(found)) == len(found)
    assert set(found) <= set(ALL)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(("jm", "JM"), ("JAM", "JM"), ("Jamaica", "JM"), ("do", "DO"), ("us", "US"), ("svg", "VC")),
        *(("Saint Lucia", "LC"), ("sainte-lucie", "LC"), ("Ana Muster-Lucas", "p1")),
    ],
)
def test_a_code_or_a_whole_name_names_somebody_beyond_doubt(text: str, key: str) -> None:
    found = speaker_called(text, ALL)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("text", ["", "jama", "saint", "zz", "the"])
def test_a_beginning_or_nobody_does_not(text: str) -> None:
    assert speaker_called(text, ALL) is None


def test_two_of_one_name_are_nobody_beyond_doubt() -> None:
    assert speaker_called("Jamaica", (JAMAICA, Speaker("XX", "Jamaica"))) is None


def test_an_ordinary_word_is_a_code_in_capitals_only_where_a_sentence_may_stand() -> None:
    assert speaker_called("do", ALL, in_a_sentence=True) is None
    assert speaker_called("DO", ALL, in_a_sentence=True) == DOMINICAN
    assert speaker_called("jm", ALL, in_a_sentence=True) == JAMAICA


def test_a_delegation_is_called_as_each_language_calls_it() -> None:
    assert (JAMAICA.called("fr"), JAMAICA.called("nl")) == ("la Jamaïque", "Jamaica")


def test_codes_are_those_of_iso_and_what_the_region_says() -> None:
    assert codes_of("TT") == ("tt", "tto", "tnt")
    assert codes_of("IOM") == ("iom",)
