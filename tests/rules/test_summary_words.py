"""What the parts and states of a summary are called."""

from gettext import NullTranslations

from cmc_desk.rules.note_kinds import Decided, GroupSection, ReadoutForm, Section, SummaryStatus
from cmc_desk.rules.summary_words import day_title, summary_word


def test_everything_that_stands_over_a_summary_has_a_word() -> None:
    texts = NullTranslations()
    for kind in (Section, GroupSection, ReadoutForm, SummaryStatus, Decided):
        assert all(summary_word(value, texts)[0].isupper() for value in kind)
    assert summary_word(Section.OPEN_POINTS, texts) == "Open points"
    assert summary_word(Decided.AMENDED, texts) == "Approved as amended"


def test_the_days_of_a_meeting_are_counted() -> None:
    assert day_title(1, NullTranslations()) == "Summary of Day 1"
