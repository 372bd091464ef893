"""Dates on paper, in English and in a language that orders them differently."""

from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.reports import dates

ENGLISH = NullTranslations()
FIFTH = date(2019, 12, 5)


class InSpanish(NullTranslations):
    """The words of dates as a Spanish catalogue has them."""

    WORDS = {  # noqa: RUF012 - never changed
        "Thursday": "jueves",
        "Thu": "jue",
        "Dec": "dic",
        "May": "may",
        "{day} {month} {year}": "{day} de {month} de {year}",
        "{first}–{last} {month} {year}": "{first} al {last} de {month} de {year}",
        "{day} {month}": "{day} de {month}",
    }
    OF_THE_YEAR = {"December": "diciembre", "November": "noviembre", "May": "mayo", "1": "1.º"}  # noqa: RUF012

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        assert context in {"month", "first day of a month"}
        return self.OF_THE_YEAR.get(message, message)


def test_a_date_is_written_in_full() -> None:
    assert dates.long_date(FIFTH, ENGLISH) == "5 December 2019"
    assert dates.weekday_date(FIFTH, ENGLISH) == "Thursday, 5 December 2019"
    assert dates.long_date(FIFTH, InSpanish()) == "5 de diciembre de 2019"
    assert dates.weekday_date(FIFTH, InSpanish()) == "jueves, 5 de diciembre de 2019"


def test_a_heading_begins_with_a_capital_letter_in_every_language() -> None:
    assert dates.day_heading(FIFTH, InSpanish()) == "Jueves, 5 de diciembre de 2019"


def test_a_range_of_days_says_each_month_and_year_once() -> None:
    assert dates.date_range(FIFTH, FIFTH, ENGLISH) == "5 December 2019"
    assert dates.date_range(FIFTH, date(2019, 12, 6), ENGLISH) == "5–6 December 2019"
    assert dates.date_range(date(2019, 11, 30), FIFTH, ENGLISH) == "30 November – 5 December 2019"
    assert dates.date_range(FIFTH, date(2020, 1, 6), ENGLISH) == "5 December 2019 – 6 January 2020"
    assert dates.date_range(FIFTH, date(2019, 12, 6), InSpanish()) == "5 al 6 de diciembre de 2019"
    assert dates.date_range(date(2019, 11, 30), FIFTH, InSpanish()) == "30 de noviembre – 5 de diciembre de 2019"


def test_the_first_of_a_month_may_be_written_as_a_language_writes_it() -> None:
    assert dates.long_date(date(2019, 12, 1), ENGLISH) == "1 December 2019"
    assert dates.long_date(date(2019, 12, 1), InSpanish()) == "1.º de diciembre de 2019"


def test_may_in_full_is_not_may_in_short() -> None:
    day = date(2020, 5, 7)
    assert dates.long_date(day, InSpanish()) == "7 de mayo de 2020"
    assert dates.short_day(day, InSpanish()) == "jue 7 may"


def test_an_instant_is_written_in_short() -> None:
    assert dates.short_when(datetime(2019, 12, 5, 8, 30), ENGLISH) == "Thu 5 Dec 08:30"  # noqa: DTZ001 - as on the clocks
