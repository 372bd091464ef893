"""What the journal says of a list of speakers: what happened, and to whom."""

from cmc_desk.desk import floor
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.ui.command_words import words_of
from tests.desk.floor_hands import TOPIC, open_list


def test_the_journal_says_in_words_what_happened_and_of_whom(desk: Desk) -> None:
    haiti, _jamaica = open_list(desk, "HT", "JM")
    desk.do(floor.next_speaker, topic=TOPIC)
    desk.do(floor.pause_speech, entry=haiti)
    said = [(words_of(one.kind), one.about) for one in desk.read(journal_lines)]
    assert said[1:] == [
        ("a list of speakers was changed", "National priorities"),
        ("the limits of statements were changed", "National priorities"),
        ("a delegation was put on the list of speakers", "National priorities, HT"),
        ("a delegation was put on the list of speakers", "National priorities, JM"),
        ("the floor passed to the next speaker", "HT"),
        ("a speech was paused", "HT"),
    ]
