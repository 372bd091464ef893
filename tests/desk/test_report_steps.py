"""The next steps of the report: how many follow from the meeting, and how many are done, as its table has them."""

from dataclasses import replace

import pytest

from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from tests.desk.readout_hands import TO_DO, write
from tests.desk.report_hands import facts_of, numbers, said, table, tree

SAID = {
    "en": ("1 next step follows from the meeting. 2 more are done already.", "(done)"),
    "es": ("De la reunión se desprende 1 próximo paso. 2 más ya se han dado.", "(hecho)"),
    "fr": ("De la réunion découle 1 prochaine étape. 2 autres sont déjà accomplies.", "(fait)"),
    "nl": ("Uit de vergadering vloeit 1 volgende stap voort. 2 andere zijn al gezet.", "(afgerond)"),
}


def steps(desk: Desk, number: int, *done: int) -> None:
    """Write so many actions, and close those that stand at these places."""
    keys = write(desk, *(replace(TO_DO, text=f"Step {place}") for place in range(number)))
    for place in done:
        desk.do(notes.close_action, entry=keys[place], closed=True)


@pytest.mark.parametrize("language", SAID)
def test_what_is_done_does_not_follow_and_is_said_as_done(desk: Desk, language: str) -> None:
    steps(desk, 3, 0, 2)
    sentence, mark = SAID[language]
    found = tree(desk, language=language)
    assert said(found, "steps/sentence") == sentence
    follow, done = numbers(sentence)
    marked = [row[0].endswith(mark) for row in table(found, "steps/table").rows]
    assert (marked.count(False), marked.count(True)) == (follow, done)


def test_where_nothing_is_done_nothing_is_said_of_it(desk: Desk) -> None:
    steps(desk, 2)
    assert said(tree(desk), "steps/sentence") == "2 next steps follow from the meeting."


def test_where_all_is_done_nothing_follows_any_more(desk: Desk) -> None:
    steps(desk, 1, 0)
    assert said(tree(desk), "steps/sentence") == "1 step that followed from the meeting is done already."
    assert [one.done for one in facts_of(desk).steps] == [True]
