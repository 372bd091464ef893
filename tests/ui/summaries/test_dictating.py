"""Words that come as fast as a scan land in the notes and Enter files them; a code lands in no text, whoever's it is."""

from collections.abc import Iterator

import pytest

from cmc_desk.desk.counters import last_scans
from cmc_desk.desk.people import codes_of, find_people
from tests.ui.summaries.burst import Burst, bursting
from tests.ui.summaries.stand import Rapporteur


@pytest.fixture
def burst(rapporteur: Rapporteur) -> Iterator[Burst]:
    rapporteur.page.notes.composer.setFocus()
    with bursting(rapporteur) as made:
        yield made


def test_what_a_text_module_sends_at_the_pace_of_a_scanner_is_filed_by_its_enter(burst: Burst) -> None:
    rapporteur = burst.rapporteur
    for text in ("Agreed", "d: principle 1 stands, 12 in favour", "s/12/13/"):
        burst.send(text)
        burst.rest()
    assert rapporteur.listed == ["Agreed", "principle 1 stands, 13 in favour"]
    # Several entries, and one that is longer than any code, in one go.
    page = "The delegation recalled resolution A/RES/71/1 of 2016. " * 12
    burst.send(f"First of two lines\nThe second one\n{page}71/1234")
    burst.rest()
    assert rapporteur.listed[2:] == ["First of two lines", "The second one", f"{page}71/1234"]
    burst.send("at 2019-12-05", end=None)
    burst.rest()
    assert rapporteur.text == "at 2019-12-05"
    assert rapporteur.desk.read(last_scans, limit=9) == ()


def test_a_code_in_the_middle_of_a_sentence_lands_in_no_text_whoevers_it_is(burst: Burst) -> None:
    rapporteur = burst.rapporteur
    (hit,) = rapporteur.desk.read(find_people, text="Ilse").hits
    ours = rapporteur.desk.read(codes_of, participants=[hit.id])[hit.id]
    codes = (ours, "4006381333931", "https://example.org/ticket/abcdef", "MECARD:N:Example,Ana;;")
    for number, code in enumerate(codes, 1):
        burst.send("Half ", gap_ms=80, end=None)
        burst.rest()
        burst.send(code)
        burst.rest()
        assert rapporteur.text == "Half " * number
    assert rapporteur.listed == []
    # Right after one that was filed at that pace, too.
    burst.send(" a sentence")
    burst.now[0] += 60
    burst.send(codes[1])
    burst.rest()
    assert rapporteur.text == ""
    assert len(rapporteur.listed) == 1
    # What is our own is checked in, and only it and what might be somebody's ticket stands in the log.
    assert len(rapporteur.desk.read(last_scans, limit=9)) == 5
