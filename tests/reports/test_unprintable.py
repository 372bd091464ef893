"""Letters that no font of the program has are found before a paper is handed out."""

from cmc_desk.reports.participants import ListedDelegation, ListedPerson, ParticipantList
from cmc_desk.reports.unprintable import Unprintable, unprintable
from cmc_desk.rules.meeting import DelegationKind


def test_every_text_with_such_letters_is_named_once() -> None:
    people = tuple(
        ListedPerson("Mr", given, "Example", "样本", "") for given in ("样本", "Keisha", "ليلى", "שרה", "Łukasz")
    )
    delegation = ListedDelegation("Jamaica", "例", DelegationKind.STATE, people)
    content = ParticipantList("en", "", final=False, by_attendance=False, delegations=(delegation,), not_listed=0)
    assert unprintable(content) == (Unprintable("例", "例"), Unprintable("样本", "样本"))


def test_what_is_no_text_is_passed_over() -> None:
    assert unprintable([1, None, ("a", 2.5)]) == ()
