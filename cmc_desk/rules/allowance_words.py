"""The strip of an allowance: every figure of every day in words, in the language of whoever reads it."""

from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.allowance_policies import percent
from cmc_desk.rules.allowances import Allowance, AllowanceDay, AllowancePolicy, DayKind, Origin
from cmc_desk.rules.money import figure

PROVIDED_WORDS = {
    "R": N_("room"),
    "B": N_("breakfast"),
    "L": N_("lunch"),
    "D": N_("dinner"),
    "X": N_("no allowance"),
}
ORIGIN_WORDS = {
    Origin.AGENDA: N_("by the agenda"),
    Origin.HOTEL: N_("by the hotel"),
    Origin.MEETING: N_("by the meeting"),
    Origin.PERSON: N_("settled for this person"),
}


def explained(allowance: Allowance, texts: NullTranslations) -> Allowance:
    """Return the allowance with every day explained in the language of `texts`."""
    return replace(
        allowance,
        days=tuple(
            replace(day, why=tuple(_reasons(day, allowance.policy, allowance.currency, texts)))
            for day in allowance.days
        ),
    )


def provided_words(letters: str, texts: NullTranslations) -> str:
    """Return what is provided as the strip says it, without shares: room, lunch; a dash for nothing."""
    return ", ".join(texts.gettext(PROVIDED_WORDS[letter]) for letter in letters) or "–"


def terminals_words(allowance: Allowance, texts: NullTranslations) -> str:
    """Return how the amount for terminals is made, or empty text where none is paid."""
    if not allowance.terminals:
        return ""
    sentence = texts.ngettext(
        "{number} trip to or from a terminal at {amount}.",
        "{number} trips to or from a terminal at {amount}.",
        allowance.trips,
    )
    return sentence.format(number=allowance.trips, amount=figure(allowance.policy.terminals, allowance.currency))


def policy_words(policy: AllowancePolicy, texts: NullTranslations) -> str:
    """Return the shares of a policy in one line: room 50 %, breakfast 6 %, lunch 12 %, dinner 12 %; last day 40 %; …"""
    _ = texts.gettext
    hours = texts.ngettext(
        "same day {share} from {number} hour on", "same day {share} from {number} hours on", policy.min_hours
    ).format(share=percent(policy.same_day), number=policy.min_hours)
    return _(
        "room {room}, breakfast {breakfast}, lunch {lunch}, dinner {dinner}; last day {last_day}; {same_day}"
    ).format(
        room=percent(policy.room),
        breakfast=percent(policy.breakfast),
        lunch=percent(policy.lunch),
        dinner=percent(policy.dinner),
        last_day=percent(policy.last_day),
        same_day=hours,
    )


def _reasons(day: AllowanceDay, policy: AllowancePolicy, currency: str, texts: NullTranslations) -> Iterator[str]:
    yield from _gross_words(day, policy, currency, texts)
    if any(part.lower for part in day.parts):
        sentence = texts.ngettext(
            "After {number} day the lower rate for long stays applies.",
            "After {number} days the lower rate for long stays applies.",
            policy.long_after,
        )
        yield sentence.format(number=policy.long_after)
    if day.kind is not DayKind.NOTHING:
        yield from _deduction_words(day, policy, currency, texts)


def _gross_words(day: AllowanceDay, policy: AllowancePolicy, currency: str, texts: NullTranslations) -> Iterator[str]:
    _ = texts.gettext
    if day.kind is DayKind.NOTHING:
        sentence = texts.ngettext(
            "A journey of one day, less than {number} hour at any place: nothing is paid.",
            "A journey of one day, less than {number} hours at any place: nothing is paid.",
            policy.min_hours,
        )
        yield sentence.format(number=policy.min_hours)
    for place, part in enumerate(day.parts):
        if day.kind is DayKind.LAST:
            sentence = _("Day of departure: {share} of the rate of {place}, {rate}, is {amount}.")
        elif day.kind is DayKind.SINGLE:
            sentence = _("A journey of one day: {share} of the rate of {place}, {rate}, is {amount}.")
        elif place:
            sentence = _("Left the same day: {share} of the rate of {place}, {rate}, is {amount}.")
        else:
            sentence = _("A night at {place}: the whole daily rate, {rate}.")
        yield sentence.format(
            share=percent(part.share),
            place=part.place,
            rate=figure(part.rate, currency),
            amount=figure(part.rate * part.share, currency),
        )


def _deduction_words(
    day: AllowanceDay, policy: AllowancePolicy, currency: str, texts: NullTranslations
) -> Iterator[str]:
    _ = texts.gettext
    if not day.provided:
        yield _("Nothing is provided, nothing is deducted.")
        return
    if "X" in day.provided:
        yield _("No allowance is due for this day: all of it is deducted.")
        return
    shares = {"R": policy.room, "B": policy.breakfast, "L": policy.lunch, "D": policy.dinner}
    origins = dict(day.origins)
    said = []
    for letter in day.provided:
        what = f"{texts.gettext(PROVIDED_WORDS[letter])} {percent(shares[letter])}"
        said.append(f"{what} ({texts.gettext(ORIGIN_WORDS[origins[letter]])})" if letter in origins else what)
    yield _("Provided: {things}. {share} of {base} is {amount}.").format(
        things=", ".join(said),
        share=percent(min(day.asked, day.cap)),
        base=figure(day.base, currency),
        amount=figure(day.deduction, currency),
    )
    if day.asked > day.cap:
        yield _("No more than {share} is deducted on this day, because no more is paid.").format(share=percent(day.cap))
