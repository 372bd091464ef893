"""What was written by hand in the proceedings stands so wherever the report says the same again."""

from dataclasses import replace

from cmc_desk.rules.report_blocks import Block, Bullets, Column, Heading, Para, Table, blocks_kept, kept_blocks
from cmc_desk.rules.said_again import said_again


def para(key: str, gathered: str, text: str = "") -> Para:
    return Para(f"proceedings/{key}", text or gathered, gathered=gathered, written=bool(text))


ONE, TWO, OPENING = "proceedings/one/c/1", "proceedings/two/c/1", "proceedings/opening/c/1"
BULLETS = Bullets("summary/outcomes/list", ("R1. That.", "Agreed."), ((), (ONE, TWO)))
TABLE = Table(
    "outcomes/agreed/table",
    (Column("What"),),
    (("Agreed.",), ("Agreed.",), ("Agreed.",)),
    bands=(0,),
    sources=((), (ONE,), (TWO,)),
)


def test_lists_and_tables_follow_the_paragraphs_that_they_say_again() -> None:
    blocks: tuple[Block, ...] = (
        BULLETS,
        TABLE,
        Heading("outcomes/agreed", "Agreed."),
        Bullets("steps/list", ("Agreed.",)),
        para("opening/c/1", "Agreed.", "Of the opening."),
        para("one/c/1", "*Agreed*."),
        para("two/c/1", "Agreed.", "*By hand*."),
    )
    bullets, table, *rest = said_again(blocks)
    assert bullets == replace(BULLETS, lines=("R1. That.", "Agreed.", "By hand."), sources=())
    assert table == replace(TABLE, rows=(("Agreed.",), ("Agreed.",), ("By hand.",)), sources=())
    assert rest == list(blocks[2:])


def test_where_nothing_was_written_by_hand_everything_is_said_as_it_is() -> None:
    bullets, table, _para = said_again((BULLETS, TABLE, para("one/c/1", "Agreed.")))
    assert bullets == replace(BULLETS, sources=())
    assert table == replace(TABLE, sources=())


def test_what_a_list_says_again_is_not_kept_with_an_issue() -> None:
    body = kept_blocks((BULLETS, TABLE))
    assert not any("sources" in block for block in body)
    assert blocks_kept(body) == said_again((BULLETS, TABLE))
