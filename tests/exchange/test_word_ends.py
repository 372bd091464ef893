"""What stands before a table or an empty line stays there when the end of its paragraph was taken out with changes tracked."""

import pytest

from cmc_desk.exchange.draft_word import read_draft
from tests.exchange.word_files import cell, paragraph, run, table, taken_out, word_file

SEATS = table(("State", "Seats"), ("Haiti", "2"))
PLAN = table(("Activity", "Indicator"), ("1. Train.", "Trained."))
SENTENCE = paragraph(run("The seats are these:"), end="del")
EMPTY = paragraph("")


def accepted(*blocks: str) -> list[str]:
    return [one.text for one in read_draft(word_file("".join(blocks))).accepted]


@pytest.mark.parametrize("between", ["", EMPTY, paragraph("", end="del"), paragraph(taken_out("x"), end="del")])
@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (SEATS, ["State ¦ Seats\nHaiti ¦ 2"]),
        (PLAN, ["1. Train.", "Trained."]),
        (table(("In a frame.",)), ["In a frame."]),
    ],
)
def test_a_sentence_stays_before_the_table_that_follows_it(between: str, rows: str, said: list[str]) -> None:
    after = paragraph(run("After the table."))
    assert accepted(SENTENCE, between, rows, after) == ["The seats are these:", *said, "After the table."]


@pytest.mark.parametrize("between", [EMPTY, paragraph(taken_out("All of it goes."))])
def test_a_paragraph_is_not_joined_over_one_of_which_nothing_is_left(between: str) -> None:
    assert accepted(SENTENCE, between, paragraph(run("Haiti has two."))) == ["The seats are these:", "Haiti has two."]


@pytest.mark.parametrize("between", ["", paragraph(taken_out("x"), end="del"), table(("a", "b"), changes={0: "del"})])
def test_a_paragraph_whose_end_went_is_one_with_the_next(between: str) -> None:
    assert accepted(SENTENCE, between, paragraph(run(" Haiti has two."))) == ["The seats are these: Haiti has two."]


def test_nothing_is_said_of_paragraphs_that_are_joined_with_none() -> None:
    told = read_draft(word_file(SENTENCE + EMPTY + paragraph(run("Haiti has two.")))).warnings
    assert told == ()


def test_in_a_cell_an_empty_line_keeps_paragraphs_apart_too() -> None:
    two = f"<w:tc><w:tcPr/>{SENTENCE}{EMPTY}{paragraph(run('Haiti has two.'))}</w:tc>"
    one = f"<w:tc><w:tcPr/>{SENTENCE}{paragraph(run(' Haiti has two.'))}</w:tc>"
    assert accepted(table(("State", two))) == ["State ¦ The seats are these: ¶ Haiti has two."]
    assert accepted(table(("State", one))) == ["State ¦ The seats are these: Haiti has two."]
    assert accepted(table(("Activity", "Indicator"), (two, cell(run("Seats"))))) == [
        "The seats are these:\nHaiti has two.",
        "Seats",
    ]


def test_the_last_paragraph_of_a_frame_ends_with_it() -> None:
    frame = table((f"<w:tc><w:tcPr/>{SENTENCE}</w:tc>",))
    assert accepted(frame, paragraph(run("Haiti has two."))) == ["The seats are these:", "Haiti has two."]
