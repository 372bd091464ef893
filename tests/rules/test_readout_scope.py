"""Which notes a summary of the agenda sums up."""

from datetime import UTC, date, datetime

from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.readout_scope import SummedItem, item_of, summary_of, summary_of_day, summed_day, summed_up

DAY1, DAY2 = date(2019, 12, 5), date(2019, 12, 6)


def item(
    key: str,
    day: date,
    starts: str,
    ends: str,
    kind: ItemKind = ItemKind.DISCUSSION,
    documents: tuple[str, ...] = (),
    track: str = "plenary",
) -> SummedItem:
    begin, end = (datetime.fromisoformat(f"{day}T{one}").replace(tzinfo=UTC) for one in (starts, ends))
    return SummedItem(key, day, begin, end, key.capitalize(), kind, documents, track)


AGENDA = (
    item("registration-1", DAY1, "08:30", "09:00", ItemKind.REGISTRATION),
    item("priorities", DAY1, "14:30", "15:45", ItemKind.PRESENTATION),
    item("introduction", DAY1, "16:15", "16:20", ItemKind.PRESENTATION, ("principles",)),
    item("principles", DAY1, "16:20", "17:15", documents=("principles",)),
    item("principles-summary", DAY1, "17:15", "17:30", ItemKind.SUMMARY, ("principles",)),
    item("registration-2", DAY2, "08:30", "09:00", ItemKind.REGISTRATION),
    item("day1-summary", DAY2, "09:00", "09:10", ItemKind.SUMMARY),
    item("groups", DAY2, "09:15", "10:10", ItemKind.PRESENTATION),
    item("plan", DAY2, "10:30", "12:15", documents=("plan",)),
    item("elsewhere", DAY2, "10:30", "12:15", documents=("plan",), track="room-2"),
    item("plan-summary", DAY2, "12:15", "12:30", ItemKind.SUMMARY, ("plan",)),
    item("modalities", DAY2, "14:30", "16:00", documents=("modalities",)),
    item("modalities-summary", DAY2, "16:30", "16:45", ItemKind.SUMMARY, ("modalities",)),
    item("next-steps", DAY2, "17:00", "17:15"),
)


def test_a_discussion_summary_sums_up_what_was_discussed_of_its_documents() -> None:
    assert summed_up(AGENDA, "principles-summary") == ("introduction", "principles", "principles-summary")
    assert summed_up(AGENDA, "plan-summary") == ("plan", "plan-summary")
    assert summed_up(AGENDA, "modalities-summary") == ("modalities", "modalities-summary")


def test_one_without_documents_sums_up_everything_since_the_summary_before() -> None:
    wrap_up = item("wrap-up", DAY2, "17:15", "17:30", ItemKind.SUMMARY)
    assert summed_up((*AGENDA, wrap_up), "wrap-up") == ("next-steps", "wrap-up")


def test_what_shares_no_document_is_summed_up_all_the_same_if_nothing_does() -> None:
    summary = item("late", DAY2, "17:15", "17:30", ItemKind.SUMMARY, ("another",))
    assert summed_up((*AGENDA, summary), "late") == ("groups", "plan", "modalities", "next-steps", "late")


def test_any_other_item_stands_for_itself() -> None:
    assert summed_up(AGENDA, "priorities") == ("priorities",)
    assert summed_up(AGENDA, "removed") == ("removed",)


def test_an_item_is_summed_up_in_the_next_summary_that_takes_it_in() -> None:
    assert summary_of(AGENDA, "principles") == item_of(AGENDA, "principles-summary")
    assert summary_of(AGENDA, "plan-summary") == item_of(AGENDA, "plan-summary")
    assert summary_of(AGENDA, "priorities") is None
    assert summary_of(AGENDA, "removed") is None


def test_the_summary_with_which_a_day_begins_is_of_the_day_before() -> None:
    found = summary_of_day(AGENDA, DAY1)
    assert found is not None
    assert (found.key, found.minutes, summed_day(AGENDA, found)) == ("day1-summary", 10, DAY1)
    assert summary_of_day(AGENDA, DAY2) is None


def test_no_other_item_sums_up_a_day() -> None:
    for key in ("groups", "plan-summary"):
        found = item_of(AGENDA, key)
        assert found is not None
        assert summed_day(AGENDA, found) is None
    first = item("first", DAY1, "08:00", "08:10", ItemKind.SUMMARY)
    assert summed_day((first, *AGENDA), first) is None
