"""Allowances follow from journey, hotel, agenda, rates and policy, and are kept whole with what they rest on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cmc_desk.db import schema
from cmc_desk.desk import allowance_policies, allowances, daily_rates, payments, provided_days
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.payment_rows import payment_states
from cmc_desk.rules.allowance_stays import Stay
from cmc_desk.rules.allowances import Origin
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Nomination, PaymentState
from tests.desk.sponsored import computed, financed, journey, night, official
from tests.meetings import open_desk

BY_HAND = (Stay("KIN", datetime.fromisoformat("2019-12-05T07:00"), datetime.fromisoformat("2019-12-06T18:00")),)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    financed(opened)
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


def view(desk: Desk, who: str = "anais", language: str = "en") -> allowances.AllowanceView:
    found = desk.read(allowances.allowance_of, sponsorship=who, language=language)
    assert found is not None
    return found


def test_the_case_of_the_field_guide_follows_from_journey_hotel_and_agenda(desk: Desk) -> None:
    official(desk)
    done = computed(desk)
    assert (done.net, done.currency, done.version) == (35520, "USD", 1)
    shown = view(desk)
    assert [(day.provided, str(day.gross), str(day.deduction)) for day in shown.allowance.days] == [
        ("R", "240.00", "120.00"),
        ("RBL", "240.00", "163.20"),
        ("RBL", "240.00", "163.20"),
        ("B", "96.00", "14.40"),
    ]
    assert shown.allowance.days[1].origins[2] == ("L", Origin.AGENDA)
    assert not shown.stale
    assert desk.read(payment_states) == {"anais": PaymentState.COMPUTED}


def test_the_strip_is_said_in_the_language_that_is_asked_for(desk: Desk) -> None:
    official(desk)
    computed(desk)
    assert view(desk).allowance.days[0].why[0] == "A night at KIN: the whole daily rate, 240.00."
    assert view(desk, language="fr").allowance.net == Decimal("355.20")


def test_computing_again_from_the_same_changes_nothing(desk: Desk) -> None:
    official(desk)
    assert computed(desk) == computed(desk)


def test_a_flight_on_another_day_makes_the_allowance_stale_and_a_new_line_takes_the_place_of_the_open_one(
    desk: Desk,
) -> None:
    official(desk)
    first = computed(desk)
    journey(desk, "anais", version=2, home=datetime(2019, 12, 8, 2, 0, tzinfo=UTC))
    assert not view(desk).stale
    journey(desk, "anais", version=3, home=datetime(2019, 12, 9, 2, 0, tzinfo=UTC))
    assert view(desk).stale
    assert desk.read(allowances.allowance_preview, sponsorship="anais").days[-1].date == date(2019, 12, 8)
    second = computed(desk)
    assert (second.version, second.net) == (2, 35520 + 24000)
    with desk.store.read() as session:
        assert session.get_one(schema.Payment, first.payment).state is PaymentState.VOID
    desk.undo()
    assert view(desk).version == 1
    assert desk.read(payment_states) == {"anais": PaymentState.COMPUTED}


def test_a_rate_by_the_name_of_the_city_holds_for_its_airports(desk: Desk) -> None:
    official(desk)
    desk.do(daily_rates.remove_rate, rate=desk.read(daily_rates.daily_rates)[0].key)
    desk.do(
        daily_rates.set_rate,
        place="Kingston",
        since=date(2019, 12, 1),
        amount="240",
        currency="USD",
        source="Sample circular",
    )
    assert computed(desk).net == 35520
    assert view(desk).allowance.days[0].place == "Kingston"


def test_a_missing_rate_is_one_sentence_and_nothing_is_kept(desk: Desk) -> None:
    official(desk)
    rate = desk.read(daily_rates.daily_rates)[0]
    desk.do(daily_rates.remove_rate, rate=rate.key)
    with pytest.raises(Refusal, match="There is no daily rate for KIN on 2019-12-04"):
        computed(desk)
    assert desk.read(allowances.allowances) == {}


def test_what_cannot_be_computed_now_says_why_beside_what_was_computed(desk: Desk) -> None:
    official(desk)
    computed(desk)
    desk.do(daily_rates.remove_rate, rate=desk.read(daily_rates.daily_rates)[0].key)
    shown = view(desk)
    assert shown.stale
    assert "no daily rate" in shown.why_stale
    assert shown.allowance.net == Decimal("355.20")


def test_a_seat_that_no_agency_bears_has_no_allowance(desk: Desk) -> None:
    official(desk, shares=())
    with pytest.raises(Refusal) as refused:
        computed(desk)
    assert refused.value.field == "policy"
    with pytest.raises(Refusal):
        computed(desk, "nobody")


def test_the_policy_of_the_agency_that_bears_most_holds(desk: Desk) -> None:
    official(desk, shares=(("IOM", 4000), ("UNHCR", 6000)))
    desk.do(allowance_policies.set_agency_policy, agency="UNHCR", policy="nights-only")
    assert computed(desk).net == 24000 * 3 - 12000 - 16320 - 16320
    assert view(desk).allowance.policy.name == "Nights only"


def test_a_policy_that_changes_leaves_what_was_computed_as_it_was(desk: Desk) -> None:
    official(desk)
    computed(desk)
    row = next(one for one in desk.read(allowance_policies.policies) if one.key == "united-nations")
    desk.do(
        allowance_policies.put_policy, key=row.key, policy=replace(row.policy, last_day=Decimal("0.5"), source="Letter")
    )
    shown = view(desk)
    assert shown.stale
    assert shown.allowance.policy.last_day == Decimal("0.40")
    assert computed(desk).net == 35520 + 2400


def test_what_is_settled_for_everybody_and_for_one_is_followed(desk: Desk) -> None:
    official(desk)
    official(desk, "jose")
    desk.do(provided_days.set_provided, day=night(5), letters="LD")
    desk.do(provided_days.set_provided, day=night(5), letters="", sponsorship="jose")
    assert computed(desk).net == 35520 - 2880
    assert computed(desk, "jose").net == 35520 + 16320
    desk.do(provided_days.clear_provided, day=night(5), sponsorship="jose")
    assert view(desk, "jose").stale


def test_stays_entered_by_hand_hold_until_it_is_computed_by_the_journey_again(desk: Desk) -> None:
    official(desk, rooms=False)
    by_hand = desk.do(allowances.compute_allowance, sponsorship="anais", stays=BY_HAND)
    assert by_hand.net == 24000 - 2880 + 9600 - 2880
    shown = view(desk)
    assert (shown.by_hand, shown.stale) == (True, False)
    assert computed(desk) == by_hand
    by_journey = desk.do(allowances.compute_allowance, sponsorship="anais", by_journey=True)
    assert by_journey.net == 24000 * 3 + 9600 - 2 * 2880
    assert not view(desk).by_hand


def test_stays_by_hand_that_a_new_rate_parts_stay_one_stay(desk: Desk) -> None:
    official(desk, rooms=False)
    desk.do(daily_rates.set_rate, place="KIN", since=night(6), amount="200", currency="USD", source="Sample circular")
    stays = (Stay("KIN", datetime.fromisoformat("2019-12-04T16:00"), datetime.fromisoformat("2019-12-08T18:00")),)
    first = desk.do(allowances.compute_allowance, sponsorship="anais", stays=stays)
    assert computed(desk) == first
    assert not view(desk).stale


def test_all_who_are_accepted_are_computed_at_once_and_who_cannot_be_is_told(desk: Desk) -> None:
    official(desk)
    official(desk, "jose", shares=())
    done = desk.do(allowances.compute_allowances)
    assert [one.sponsorship for one in done.done] == ["anais"]
    assert [(one.sponsorship, one.sentence.split(":")[0]) for one in done.left] == [
        ("jose", "No allowance is paid on this seat")
    ]
    with pytest.raises(Refusal):
        desk.do(allowances.compute_allowance, sponsorship="jose")
    named = desk.do(allowances.compute_allowances, sponsorships=("nobody", "anais"))
    assert [one.sponsorship for one in named.left] == ["nobody"]


def test_who_is_not_accepted_or_is_paid_already_is_not_computed_with_the_others(desk: Desk) -> None:
    official(desk)
    official(desk, "jose", nomination=Nomination.NOMINATED)
    line = computed(desk).payment
    desk.do(payments.approve, payment=line)
    desk.do(payments.pay, payment=line)
    done = desk.do(allowances.compute_allowances)
    assert (done.done, done.left) == ((), ())
    with pytest.raises(Refusal, match="paid with receipt 1"):
        computed(desk)
