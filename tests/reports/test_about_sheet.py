"""The last sheet of a workbook says what the workbook is, its rules in the language of the paper, and every column of the others."""

from datetime import datetime
from gettext import NullTranslations

from cmc_desk.i18n import texts
from cmc_desk.reports.about_sheet import about_sheet
from cmc_desk.reports.workbook import Sheet, SheetColumn

MADE = datetime(2019, 12, 6, 17, 30)  # noqa: DTZ001 - as a spreadsheet has it
SHOWN = (
    Sheet("people", "People", (SheetColumn("Family name", "family_name", 20), SheetColumn("No.", "number", 6)), ()),
    Sheet("days", "Days", (SheetColumn("Thu 5 Dec\nexpected", "day1_expected", 11),), ()),
)


def test_it_tells_of_the_whole_then_its_rules_then_its_columns() -> None:
    sheet = about_sheet(
        [("Made at", MADE), ("Note", "Internal.")],
        SHOWN,
        NullTranslations(),
        rules=[("a day", "Present is whoever came.")],
    )
    assert (sheet.name, sheet.title) == ("about", "About")
    assert sheet.rows == (
        ("This workbook", "Made at", MADE),
        ("This workbook", "Note", "Internal."),
        ("Rules", "a day", "Present is whoever came."),
        ("Columns of “People”", "Family name", "family_name"),
        ("Columns of “People”", "No.", "number"),
        # A title of two lines is one here.
        ("Columns of “Days”", "Thu 5 Dec, expected", "day1_expected"),
    )


def test_its_columns_are_as_wide_as_its_words_need() -> None:
    assert [one.width for one in about_sheet((), (), NullTranslations()).columns] == [28, 28, 100]
    sheet = about_sheet((), (), NullTranslations(), widths=(24, 44, 110))
    assert [one.width for one in sheet.columns] == [24, 44, 110]


def test_it_speaks_the_language_of_the_paper() -> None:
    spanish = about_sheet([("", "")], (), texts("es"), rules=[("excused", "")])
    assert [row[0] for row in spanish.rows] == [texts("es").gettext("This workbook"), texts("es").gettext("Rules")]
    assert spanish.rows[1][1] == texts("es").gettext("excused") != "excused"
