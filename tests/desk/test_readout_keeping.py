"""A line of a read-out is kept while it is written, without a row in the journal, and taken back whole."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk import readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.readout_keeping import adding, keep_line, put_back, rewriting
from cmc_desk.rules.refusal import Refusal
from tests.desk.readout_hands import ALL, ASKED, KEY, edit, line_with, spoken, write
from tests.meetings import reopened


def rows(desk: Desk) -> int:
    return desk.read(lambda session: session.scalar(select(func.count()).select_from(schema.JournalRow))) or 0


@pytest.mark.parametrize("named", [True, False])
def test_it_is_kept_without_a_row_of_the_journal_and_handing_it_over_is_taken_back_to_before_all_of_it(
    desk: Desk, *, named: bool
) -> None:
    (asked, *_others) = write(desk, ASKED, *ALL[2:])
    desk.do(readouts.set_readout_attribution, readout=KEY, attributed=named)
    before, line, journal = spoken(desk), line_with(desk, "bind"), rows(desk)
    of = desk.read(rewriting, readout=KEY, line=line.key)
    last = desk.keep(keep_line, of=of, text="One ques")
    last = desk.keep(keep_line, of=of, text="One question is", last=last)
    assert "One question is" in spoken(desk)
    assert rows(desk) == journal
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="One is open.", base=line.text, of=of, last=last)
    assert "One is open." in spoken(desk)
    assert not line_with(desk, "One is open.").stale
    edit(desk, asked, text="Does it bind at all?")
    assert line_with(desk, "One is open.").stale
    edit(desk, asked, text="Does it bind?")
    desk.undo()
    desk.undo()
    desk.undo()
    assert spoken(desk) == before


def test_a_line_that_is_added_is_there_while_it_is_written_and_once_afterwards(desk: Desk) -> None:
    write(desk, *ALL)
    before = spoken(desk)
    below = line_with(desk, "bind")
    of = adding(readout=KEY, section=str(below.section), before=below.key)
    last = desk.keep(keep_line, of=of, text="The Chair")
    last = desk.keep(keep_line, of=of, text="The Chair thanked", last=last)
    assert spoken(desk)[spoken(desk).index(below.text) - 1] == "The Chair thanked"
    assert not line_with(desk, "The Chair").stale
    added = desk.do(
        readouts.add_line,
        readout=KEY,
        section=of.section,
        text="The Chair thanked all.",
        before=of.before,
        of=of,
        last=last,
    )
    assert added == of.line
    assert spoken(desk)[spoken(desk).index(below.text) - 1] == "The Chair thanked all."
    desk.undo()
    assert spoken(desk) == before
    last = desk.keep(keep_line, of=of, text="Again")
    desk.keep(put_back, of=of, last=last)
    assert spoken(desk) == before


def test_a_station_that_has_it_from_the_journal_alone_comes_to_the_same(desk: Desk) -> None:
    write(desk, *ALL)
    line = line_with(desk, "bind")
    of = desk.read(rewriting, readout=KEY, line=line.key)
    last = replace(of.began, rewritten="Kept at the other station", section=of.section, digest=of.digest)
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="One is open.", base=line.text, of=of, last=last)
    assert "One is open." in spoken(desk)


def test_nothing_is_kept_over_what_somebody_else_wrote_meanwhile_nor_in_a_line_that_is_gone(desk: Desk) -> None:
    write(desk, *ALL)
    line = line_with(desk, "bind")
    of = desk.read(rewriting, readout=KEY, line=line.key)
    last = desk.keep(keep_line, of=of, text="Mine")
    other = reopened(desk)
    other.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Theirs.")
    for act in (
        lambda: desk.keep(keep_line, of=of, text="Mine, and more", last=last),
        lambda: desk.keep(put_back, of=of, last=last),
        lambda: desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Mine.", of=of, last=last),
    ):
        with pytest.raises(Refusal, match="Somebody else"):
            act()
    assert "Theirs." in spoken(desk)
    pair = (line_with(desk, "mandate").key, line.key)
    other.do(readouts.merge_lines, readout=KEY, lines=pair)
    with pytest.raises(Refusal, match="not in the read-out any more"):
        desk.keep(keep_line, of=of, text="Mine, and more", last=last)
    with pytest.raises(Refusal, match="not in the read-out any more"):
        desk.read(rewriting, readout=KEY, line="gone")
    with pytest.raises(Refusal, match="not in the read-out any more"):
        desk.keep(keep_line, of=replace(of, line="gone"), text="Mine")
    other.close()
