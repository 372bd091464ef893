"""The sheet of a delegation."""

from cmc_desk.reports import delegation_sheets
from cmc_desk.reports.delegation_sheets import BADGES, GAPS, PRESENCES, BadgeStage, DelegationSheets
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.gaps import FoundGap, Gap
from cmc_desk.rules.papers import Format
from cmc_desk.rules.people import Capacity
from tests.reports.desk_papers_case import EN, IMPRINT, at, delegation, member
from tests.reports.read_pdf import page_count, texts_on


def made(content: DelegationSheets) -> bytes:
    return delegation_sheets.render(content, Format.PDF, EN, IMPRINT)


def words_of(content: DelegationSheets) -> str:
    return " ".join(texts_on(made(content), 1))


def test_a_member_stands_there_with_function_badge_and_arrival() -> None:
    words = words_of(delegation(member("Ms Anaïs Muster-Żółć", capacity=Capacity.HEAD)))
    for part in (
        "Ms Anaïs Muster-Żółć head of delegation",
        "Technical Officer Ministry of Example Affairs",
        "printed Thu 5 Dec 08:12",
        "here since Thu 5 Dec 08:44",
    ):
        assert part in words


def test_every_stage_of_a_badge_and_every_presence_has_its_words() -> None:
    assert set(BADGES) == set(BadgeStage)
    assert set(PRESENCES) == set(Presence)
    assert set(GAPS) == set(Gap)
    words = words_of(
        delegation(
            member("A", badge=BadgeStage.NONE, badge_at=None, presence=Presence.ABSENT, at=None),
            member("B", badge=BadgeStage.WAITING, badge_at=None, presence=Presence.EXCUSED, at=None),
            member("C", replaces=1, presence=Presence.LEFT, at=at(12, 5)),
            member("D", presence=Presence.NOT_TAKEN, at=None),
        )
    )
    for part in (
        "not printed",
        "waiting to be printed",
        "replacement",
        "not arrived",
        "excused",
        "left Thu 5 Dec 12:05",
    ):
        assert part in words
    assert "1 of 4" in words


def test_seats_terms_and_first_arrival_stand_at_the_top() -> None:
    words = words_of(delegation(member("A")))
    assert "Financed seats 2" in words
    assert "Terms Financed" in words
    assert "First arrival Thu 5 Dec 08:42" in words


def test_what_is_missing_names_whom_it_concerns() -> None:
    gaps = (FoundGap(Gap.HEAD), FoundGap(Gap.SEATS, number=1), FoundGap(Gap.BADGE, ("B",), 1))
    words = words_of(delegation(member("A"), member("B"), gaps=gaps))
    assert "No head of delegation is named." in words
    assert "Financed seats that nobody is named for: 1" in words
    assert "No badge printed: B" in words


def test_what_everybody_lacks_is_said_in_one_word() -> None:
    words = words_of(delegation(member("A"), member("B"), gaps=(FoundGap(Gap.BADGE, ("A", "B"), 2),)))
    assert "No badge printed: everybody" in words


def test_a_complete_delegation_lacks_nothing() -> None:
    assert "Nothing is missing." in words_of(delegation(member("A")))


def test_a_delegation_of_nobody_has_a_sheet_without_members() -> None:
    words = words_of(delegation(gaps=(FoundGap(Gap.NOBODY),)))
    assert "Nobody is named." in words
    assert "Members" not in words


def test_a_delegation_of_sixty_goes_on_to_more_pages() -> None:
    data = made(delegation(*(member(f"Person {number}") for number in range(60))))
    assert page_count(data) > 2
    assert "Envelope handed over" in texts_on(data, page_count(data))


def test_each_delegation_begins_a_page_and_an_empty_paper_says_so() -> None:
    one = delegation(member("A")).sheets
    assert page_count(made(DelegationSheets(one * 3))) == 3
    assert "Nobody is on the list yet." in texts_on(made(DelegationSheets(())), 1)
