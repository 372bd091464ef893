"""The table is found on the sheet by what its headings say, whatever stands around it."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.importing import RawTable, column_letters
from cmc_desk.rules.table_layout import Layout, Merge, Sheet, lay_out

ANA, JAN = ("Ana Sample", "Cuba", "ana@example.org"), ("Jan Muster", "Aruba", "")
HEADINGS = ("Name", "Country", "E-mail")


def sheet(*rows: tuple[str, ...], first_row: int = 1, first_column: int = 1, merges: tuple[Merge, ...] = ()) -> Sheet:
    return Sheet("List", tuple(enumerate(rows, first_row)), first_column, merges=merges)


def laid_out(found: Sheet) -> Layout:
    layout = lay_out(found, file_name="list.xlsx")
    assert layout is not None
    return layout


def table(found: Sheet) -> RawTable:
    return laid_out(found).table


def test_the_row_with_most_known_headings_is_the_heading_row() -> None:
    found = laid_out(sheet(("Country: Cuba", "", ""), ("List of 2 December", "", ""), HEADINGS, ANA, JAN, first_row=3))
    assert found.table.heading_row == 5
    assert found.recognised == 3
    assert found.table.rows == ((6, ANA), (7, JAN))


def test_a_list_that_begins_in_column_c_names_its_cells_rightly() -> None:
    found = table(sheet(HEADINGS, ANA, first_column=3))
    assert found.columns == (3, 4, 5)
    assert found.cell(2, 2) == "E2"


def test_a_table_without_columns_of_its_own_begins_in_column_a() -> None:
    assert RawTable("list.csv", "", 1, ("Name",), ()).cell(13, 6) == "G13"


@given(st.integers(min_value=1, max_value=20_000))
def test_every_column_has_letters_that_count_up_from_a(number: int) -> None:
    letters = column_letters(number)
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    assert value == number


def test_columns_are_lettered_as_a_spreadsheet_does() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 52, 702, 703, 16384)] == [
        *("A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD")
    ]


def test_a_note_beside_the_table_is_ignored() -> None:
    rows = (("", *HEADINGS, "", ""), ("", *ANA, "", "Note: two more"), ("", *JAN, "", ""), ("", *JAN, "", ""))
    found = table(sheet(*rows))
    assert (found.headings, found.columns) == (HEADINGS, (2, 3, 4))


def test_a_row_that_holds_only_a_note_is_no_row() -> None:
    found = table(sheet((*HEADINGS, "", ""), (*ANA, "", ""), ("", "", "", "", "Note"), (*JAN, "", "")))
    assert [number for number, _cells in found.rows] == [2, 4]


def test_an_unknown_column_beside_the_table_belongs_to_it_if_it_has_a_heading_or_is_well_filled() -> None:
    rows = (("No.", *HEADINGS, "T-shirt", "", ""), ("1", *ANA, "", "", "x"), ("2", *JAN, "", "", "y"))
    found = table(sheet(*rows))
    assert found.headings == ("No.", *HEADINGS, "T-shirt", "Column G")
    assert found.columns == (1, 2, 3, 4, 5, 7)


def test_repeated_headings_are_numbered_and_missing_ones_are_called_by_their_letter() -> None:
    found = table(sheet(("Name", "", "E-mail", "E-mail", "E-mail"), ("Ana Sample", "x", "a", "b", "c")))
    assert found.headings == ("Name", "Column B", "E-mail", "E-mail (2)", "E-mail (3)")


def test_headings_that_are_repeated_on_every_page_are_no_people() -> None:
    found = table(sheet(HEADINGS, ANA, HEADINGS, JAN))
    assert [number for number, _cells in found.rows] == [2, 4]


def test_of_two_rows_of_headings_the_lower_one_counts_when_the_upper_is_merged_down() -> None:
    rows = (
        ("Delegation", "Participant", "", "E-mail"),
        ("", "First name", "Surname", ""),
        ("Cuba", "Ana", "Sample", "a@b"),
    )
    found = table(sheet(*rows, merges=(Merge(1, 2, 1), Merge(1, 2, 4))))
    assert found.heading_row == 2
    assert found.headings == ("Delegation", "First name", "Surname", "E-mail")


def test_what_is_merged_downwards_stands_in_every_row_that_has_something() -> None:
    rows = (("Country", "Name"), ("Cuba", "Ana Sample"), ("", "Jan Sample"), ("", "Li Sample"), ("Haiti", "Zoë Sample"))
    found = table(sheet(*rows, merges=(Merge(2, 4, 1), Merge(3, 5, 1), Merge(4, 9, 7), Merge(5, 9, 1))))
    assert [cells[0] for _number, cells in found.rows] == ["Cuba", "Cuba", "Cuba", "Haiti"]


def test_a_list_without_headings_has_columns_called_by_their_letters() -> None:
    found = laid_out(sheet(("Ana", "Sample", "ana@example.org"), ("Jan", "Muster", "jan@example.org")))
    assert found.recognised == 0
    assert found.table.heading_row == 0
    assert found.table.headings == ("Column A", "Column B", "Column C")
    assert len(found.table.rows) == 2


def test_without_a_known_heading_the_widest_row_is_taken_for_the_headings() -> None:
    found = laid_out(sheet(("Liste",), ("Jméno", "Země"), ("Ana Sample", "Kuba")))
    assert (found.recognised, found.table.heading_row, found.table.headings) == (0, 2, ("Jméno", "Země"))


def test_a_sentence_that_names_fields_is_less_than_a_heading() -> None:
    sentence = ("Functional title", "The post, in the language of your ministry", "With your telephone number")
    found = laid_out(sheet(sentence, ("Surname", "Telephone", "x"), ("Sample", "1", "y")))
    assert (found.recognised, found.table.heading_row) == (2, 2)
    assert laid_out(sheet(sentence, ("x", "y", "z"))).recognised == 1


def test_an_empty_sheet_has_no_table_and_headings_alone_have_no_rows() -> None:
    assert lay_out(sheet(), file_name="list.xlsx") is None
    assert table(sheet(HEADINGS)).rows == ()


@given(
    st.lists(
        st.lists(st.sampled_from(["", "Name", "Country", "x", "a@b", "12345"]), min_size=4, max_size=4), max_size=8
    )
)
def test_every_row_below_the_headings_is_there_once_and_is_as_wide_as_they_are(cells: list[list[str]]) -> None:
    layout = lay_out(sheet(*(tuple(row) for row in cells)), file_name="list.csv")
    if layout is not None:
        found = layout.table
        numbers = [number for number, _cells in found.rows]
        assert numbers == sorted(set(numbers))
        assert all(number > found.heading_row for number in numbers)
        assert all(len(row) == len(found.headings) == len(found.columns) and any(row) for _number, row in found.rows)
        assert len(set(found.headings)) == len(found.headings)
