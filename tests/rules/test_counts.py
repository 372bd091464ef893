"""The counters of the desk."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.counts import CountRow, Counts, Tally, count

ROWS = (
    CountRow("JM", "host", expected=True, present=True),
    CountRow("JM", "host", expected=True, present=False),
    CountRow("HT", "delegate", expected=True, present=False),
    CountRow("AW", "delegate", expected=False, present=False),
    CountRow("IOM", "iom", expected=True, present=True),
    CountRow("TT", "delegate", expected=False, present=True),
)


def test_people_delegations_and_categories_are_counted() -> None:
    assert count(ROWS, delegations=("TT", "AW", "HT", "JM"), categories=("delegate", "host", "iom", "press")) == Counts(
        people=Tally(3, 5),
        delegations=Tally(2, 3),
        missing_delegations=("HT",),
        by_delegation=(("TT", Tally(1, 1)), ("HT", Tally(0, 1)), ("JM", Tally(1, 2))),
        by_category=(
            ("delegate", Tally(1, 2)),
            ("host", Tally(1, 2)),
            ("iom", Tally(1, 1)),
            ("press", Tally(0, 0)),
        ),
    )


def test_nobody_is_counted_when_nobody_is_expected() -> None:
    assert count((), delegations=("JM",), categories=()) == Counts(Tally(), Tally(), (), (), ())


def test_what_is_missing_is_expected_less_present() -> None:
    assert Tally(3, 5).missing == 2


ROW = st.builds(
    CountRow, st.sampled_from(["JM", "HT", "AW"]), st.sampled_from(["a", "b"]), st.booleans(), st.booleans()
)


@given(st.lists(ROW, max_size=30))
@settings(max_examples=60)
def test_never_more_are_present_than_expected_and_the_parts_add_up(rows: list[CountRow]) -> None:
    counts = count(rows, delegations=("JM", "HT", "AW"), categories=("a", "b"))
    for parts in (counts.by_delegation, counts.by_category):
        assert sum(tally.present for _key, tally in parts) == counts.people.present == sum(row.present for row in rows)
        assert sum(tally.missing for _key, tally in parts) == counts.people.missing
    assert counts.delegations.missing == len(counts.missing_delegations) >= 0
