"""Name plates that are read from both sides, and the labels of envelopes."""

import io

import pytest
from pypdf import PdfReader

from cmc_desk.reports import envelopes, name_plates
from cmc_desk.reports.envelopes import EnvelopeLabel, EnvelopeLabels
from cmc_desk.reports.missing_letters import TO_WRITE
from cmc_desk.reports.name_plates import NamePlate, NamePlates
from cmc_desk.reports.typesetting import text_width
from cmc_desk.rules.papers import Format
from tests.reports.desk_papers_case import CHINESE, EN, IMPRINT, NAMES
from tests.reports.read_pdf import Word, page_count, texts_on, words_on

WIDTH, HEIGHT = 841.9, 595.3


def plates(*names: str, flag: str = "jm", below: tuple[str, ...] = (), persons: bool = False) -> bytes:
    content = NamePlates(tuple(NamePlate(name, below=below, flag=flag) for name in names), persons=persons)
    return name_plates.render(content, Format.PDF, EN, IMPRINT)


def labels(*names: str, badges: int = 2) -> bytes:
    content = EnvelopeLabels(tuple(EnvelopeLabel(name, "", "jm", badges) for name in names))
    return envelopes.render(content, Format.PDF, EN, IMPRINT)


def halves(data: bytes) -> tuple[list[Word], list[Word]]:
    words = words_on(data)
    return [word for word in words if not word.turned], [word for word in words if word.turned]


def pictures(data: bytes) -> int:
    """Return how many pictures of flags the file holds."""
    forms = PdfReader(io.BytesIO(data)).pages[0]["/Resources"].get("/XObject", {})  # type: ignore[attr-defined]
    return len([name for name in forms if "flag" in name])


def test_both_halves_say_the_same_and_the_upper_one_stands_on_its_head() -> None:
    lower, upper = halves(plates("Trinidad and Tobago", below=("Trinidad y Tabago",)))
    assert [word.text for word in lower] == [word.text for word in upper]
    assert [word.text for word in lower] == ["Trinidad", "and Tobago", "Trinidad y Tabago"]
    for one, other in zip(lower, upper, strict=True):
        # Turned round the middle of the page.
        assert other.x == pytest.approx(WIDTH - one.x, abs=0.2)
        assert other.y == pytest.approx(HEIGHT - one.y, abs=0.2)
        assert one.y < HEIGHT / 2 < other.y


def test_there_is_one_page_for_each_plate() -> None:
    data = plates("Cuba", "Haiti", "Belize")
    assert page_count(data) == 3
    assert set(texts_on(data, 2)) == {"Haiti"}


@pytest.mark.parametrize("name", [*NAMES, "Cuba", "United Kingdom of Great Britain and Northern Ireland"])
def test_a_name_is_as_large_as_its_half_allows_and_no_larger(name: str) -> None:
    lower, _upper = halves(plates(name, flag=""))
    size = lower[0].size
    assert len({word.y for word in lower}) <= 2
    assert all(word.size == size for word in lower)
    assert size >= 14
    for word in lower:
        assert word.x >= 20
        assert word.x + text_width(word.text, size, bold=True) <= WIDTH - 20
        assert 15 < word.y < HEIGHT / 2 - size * 0.7


def test_short_names_are_read_across_the_room() -> None:
    lower, _upper = halves(plates("Cuba", flag=""))
    assert lower[0].size > 100


def test_the_flag_is_there_if_there_is_one() -> None:
    assert pictures(plates("Jamaica")) == 1
    assert pictures(plates("IOM", flag="iom")) == 0
    assert pictures(plates("Jamaica", flag="")) == 0


def test_a_person_has_salutation_name_function_and_delegation() -> None:
    plate = NamePlate("Keisha Example-Blake", "Ms", ("Director of Immigration", "Jamaica"), "jm")
    lower, _upper = halves(name_plates.render(NamePlates((plate,), persons=True), Format.PDF, EN, IMPRINT))
    assert [word.text for word in lower] == ["Ms", "Keisha Example-Blake", "Director of Immigration", "Jamaica"]
    assert max(lower, key=lambda word: word.size).text == "Keisha Example-Blake"
    assert [word.y for word in lower] == sorted((word.y for word in lower), reverse=True)


def test_a_name_in_letters_that_no_font_has_becomes_a_line_to_write_on() -> None:
    assert TO_WRITE in texts_on(plates(CHINESE), 1)


def test_people_are_counted_on_plates_of_persons_only() -> None:
    one = (NamePlate("Keisha Example-Blake"),)
    assert NamePlates(one).people == 0
    assert NamePlates(one, persons=True).people == 1


def test_eight_labels_stand_on_a_page() -> None:
    assert page_count(labels(*(["Cuba"] * 8))) == 1
    data = labels(*(["Cuba"] * 9))
    assert page_count(data) == 2
    assert texts_on(data, 2).count("Cuba") == 1


def test_a_label_says_delegation_and_number_of_badges() -> None:
    assert {"Cuba", "2 badges"} <= set(texts_on(labels("Cuba"), 1))
    assert "1 badge" in texts_on(labels("Cuba", badges=1), 1)


def test_no_name_leaves_its_label() -> None:
    names = [*NAMES, "United Kingdom of Great Britain and Northern Ireland"]
    label = 99.1 * 72 / 25.4
    for word in words_on(labels(*names)):
        column = 13.2 if word.x < 297 else 301.2
        assert word.x >= column
        assert word.x + text_width(word.text, word.size, bold=True) <= column + label


@pytest.mark.parametrize("data", [plates(), labels()])
def test_where_there_is_nobody_a_page_says_so(data: bytes) -> None:
    assert page_count(data) == 1
    assert "Nobody is on the list yet." in texts_on(data, 1)
