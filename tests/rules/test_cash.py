"""Cash is rounded by a line of its own and counted in notes, for each envelope and for the bank."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.cash import Rounded, by_currency, cash_rounded, in_notes, together
from cmc_desk.rules.currencies import notes_of

CODES = ("USD", "JMD", "XCD", "HTG", "JPY", "KYD", "ANG", "EUR")


def test_the_case_of_the_field_guide_is_rounded_to_fifty() -> None:
    found = cash_rounded(4919520, 5000)
    assert found == Rounded(4919520, 480)
    assert found.paid == 4920000


def test_halves_are_rounded_up_and_a_step_of_one_rounds_nothing() -> None:
    assert cash_rounded(25, 50).paid == 50
    assert cash_rounded(24, 50).paid == 0
    assert cash_rounded(35520, 1) == Rounded(35520, 0)


@given(st.integers(0, 10**9), st.integers(1, 10**4))
def test_rounding_stays_within_half_a_step(exact: int, step: int) -> None:
    found = cash_rounded(exact, step)
    assert found.paid % step == 0
    assert 2 * abs(found.rounding) <= step
    assert found.paid >= 0


def test_few_notes_make_an_amount_and_coins_what_is_left() -> None:
    found = in_notes(35520, notes_of("USD"))
    assert found.counts == ((10000, 3), (5000, 1), (500, 1))
    assert found.coins == 20


def test_notes_that_do_not_follow_from_one_another_still_need_no_coins() -> None:
    assert in_notes(3000, notes_of("ANG")).counts == ((1000, 3),)
    assert in_notes(1500, notes_of("ANG")).coins == 500


def test_without_known_notes_everything_is_left() -> None:
    found = in_notes(1234, ())
    assert (found.counts, found.coins) == ((), 1234)


def test_the_bank_is_asked_for_what_fills_every_envelope() -> None:
    found = by_currency([("USD", 35520), ("JMD", 4920000), ("USD", 9000)], {code: notes_of(code) for code in CODES})
    assert list(found) == ["JMD", "USD"]
    assert found["USD"].counts == ((10000, 3), (5000, 2), (2000, 2), (500, 1))
    assert (found["USD"].amount, found["USD"].coins) == (44520, 20)
    assert together([]).amount == 0


@given(st.integers(0, 2 * 10**7), st.sampled_from(CODES))
def test_notes_and_coins_make_the_amount(amount: int, code: str) -> None:
    found = in_notes(amount, notes_of(code))
    assert sum(note * count for note, count in found.counts) + found.coins == amount
    assert 0 <= found.coins < min(notes_of(code))
    assert all(count > 0 for _note, count in found.counts)
