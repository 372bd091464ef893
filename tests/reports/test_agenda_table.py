"""The agenda for the table."""

from cmc_desk.reports import agenda_table
from cmc_desk.reports.agenda_table import AgendaTable
from cmc_desk.reports.page import Pages
from cmc_desk.rules.papers import Format
from tests.reports.desk_papers_case import EN, IMPRINT, InSpanish, agenda
from tests.reports.read_pdf import page_count, texts_on, words_on


def made(content: AgendaTable) -> bytes:
    return agenda_table.render(content, Format.PDF, EN, IMPRINT)


def bilingual(content: AgendaTable) -> bytes:
    """Return the agenda with a second language, whatever catalogues this checkout has."""
    pages = Pages("Agenda", IMPRINT, EN)
    agenda_table.write(pages, content, EN, InSpanish())
    return pages.finish()


def test_items_stand_in_order_with_their_times_kinds_speakers_and_points() -> None:
    texts = texts_on(made(agenda()), 1)
    printed = " ".join(texts)
    order = [
        "Thursday, 5 December 2019",
        "08:30–09:00",
        "Arrival and registration",
        "09:00–09:45",
        "Opening Remarks",
        "Ambassador Specimen, Permanent Secretary, Government of Jamaica",
        "Approval of the agenda",
        "R. Sample, UNHCR",
        "09:45–10:15",
    ]
    places = [printed.index(words) for words in order]
    assert places == sorted(places)
    assert {"Registration", "Opening", "Break"} <= set(texts)


def test_all_days_stand_on_one_page_where_they_fit() -> None:
    data = made(agenda(days=2))
    assert page_count(data) == 1
    assert "Friday, 6 December 2019" in texts_on(data, 1)


def test_days_that_do_not_fit_together_have_a_page_each() -> None:
    data = made(agenda(days=2, items=14))
    assert page_count(data) == 2
    for page in (1, 2):
        assert "Agenda" in texts_on(data, page)
        assert "All times are those of Kingston." in texts_on(data, page)


def test_a_fuller_day_is_set_smaller_until_it_fits() -> None:
    def size(items: int) -> float:
        data = made(agenda(items=items))
        assert page_count(data) == 1
        return next(word.size for word in words_on(data) if word.text == "Opening Remarks")

    assert size(3) > size(18) > size(24)


def test_a_time_is_never_parted() -> None:
    for items in (1, 3, 12, 18, 24, 30, 80):
        times = [word.text for word in words_on(made(agenda(items=items))) if word.text[:1].isdigit()]
        assert {len(time) for time in times} == {len("08:30–09:00")}


def test_a_day_that_fits_at_no_size_goes_on_to_further_pages() -> None:
    data = made(agenda(items=80))
    assert page_count(data) > 1
    assert [word.text for word in words_on(data)].count("Coffee") == 26


def test_fixed_words_stand_in_both_languages_and_titles_as_they_are() -> None:
    texts = texts_on(bilingual(agenda()), 1)
    assert {"Agenda", "Programa", "Jueves, 5 de diciembre de 2019", "Inscripción", "Pausa"} <= set(texts)
    assert texts.count("Opening Remarks") == 1
    # What is the same in both stands there once.
    assert texts.count("Opening") == 1


def test_an_agenda_without_items_says_so() -> None:
    data = made(AgendaTable((), city="Kingston"))
    assert page_count(data) == 1
    assert "Nothing stands on the agenda yet." in texts_on(data, 1)


def test_the_second_language_is_that_of_the_content() -> None:
    assert page_count(made(agenda(second="es"))) == 1
