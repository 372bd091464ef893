"""The journal says in words what was done, also what an earlier program did with a command that is no more."""

import pytest

from cmc_desk.desk.command import command_named
from cmc_desk.ui.command_words import words_of


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("registration.queue_badge", "a badge was queued"),
        ("badges.queue", "badges were queued"),
        ("badges.unqueue", "badges were taken from the queue"),
        ("travel.put_agency", "an agency was changed"),
    ],
)
def test_what_an_earlier_program_did_is_still_said_in_words(kind: str, words: str) -> None:
    with pytest.raises(KeyError):
        command_named(kind)
    assert words_of(kind) == words
