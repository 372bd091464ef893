"""What was written by hand in the proceedings stands so wherever the report says the same again."""

from dataclasses import replace

from cmc_desk.rules.report_blocks import Block, Bullets, Column, Heading, Para, Table
from cmc_desk.rules.said_again import said_again


def para(key: str, gathered: str, text: str = "") -> Para:
    return Para(f"proceedings/{key}", text or gathered, gathered=gathered, written=bool(text))


BULLETS = Bullets("summary/outcomes/list", ("R1. That.", "Agreed."))
TABLE = Table("outcomes/agreed/table", (Column("What"),), (("Agreed.",), ("Agreed.",), ("Agreed.",)), bands=(0,))
OTHER = Table("outcomes/agreed/table/other", (Column("What"),), (("Agreed.",), ("Agreed.",), ("Agreed.",)))


def test_lists_and_tables_follow_what_was_written_in_the_order_of_the_items() -> None:
    blocks: tuple[Block, ...] = (
        BULLETS,
        TABLE,
        OTHER,
        Heading("outcomes/agreed", "Agreed."),
        Bullets("steps/list", ("Agreed.",)),
        para("one/c/1", "*Agreed*."),
        para("two/c/1", "Agreed.", "*By hand*."),
    )
    bullets, table, other, *rest = said_again(blocks)
    assert bullets == BULLETS, "a list of the outcomes says what is the same once"
    assert table == replace(TABLE, rows=(("Agreed.",), ("Agreed.",), ("By hand.",)))
    assert other == replace(OTHER, rows=(("Agreed.",), ("By hand.",), ("Agreed.",)))
    assert rest == list(blocks[3:])


def test_where_nothing_was_written_by_hand_everything_stays_as_it_is() -> None:
    blocks = (BULLETS, TABLE, para("one/c/1", "Agreed."))
    assert said_again(blocks) == blocks
