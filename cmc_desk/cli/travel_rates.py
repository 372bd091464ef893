"""Daily rates, rates of exchange and policies on the command line: listed, entered one by one, and taken from a file."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import TravelAsked
from cmc_desk.desk import daily_rates
from cmc_desk.desk.allowance_policies import policies, set_agency_policy
from cmc_desk.desk.rates_import import Kept, put_policies, put_rates, read_policies_file, read_rates_file
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.allowance_policies import percent
from cmc_desk.rules.allowances import AllowancePolicy
from cmc_desk.rules.money import money
from cmc_desk.rules.refusal import Refusal


def rates(asked: TravelAsked) -> Told:
    """List the rates, or take over those of a file."""
    if asked.what:
        path = Path(asked.what[0])
        found = read_rates_file(path)
        if asked.dry_run:
            number = len(found.daily) + len(found.exchange)
            words = ngettext("{number} rate can be read.", "{number} rates can be read.", number).format(number=number)
            return Told(found, f"{words}\n" + _("Nothing was written (dry run)."))
        return _taken(
            asked.desk.do(put_rates, daily=list(found.daily), exchange=list(found.exchange), source=path.name)
        )
    daily, exchange = asked.desk.read(daily_rates.daily_rates), asked.desk.read(daily_rates.exchange_rates)
    lines = [
        "  ".join(
            part
            for part in (
                one.place.ljust(8),
                f"{one.since}..{one.until or ''}".ljust(22),
                money(one.amount, one.currency),
                one.source,
            )
            if part
        )
        for one in daily
    ]
    lines += [f"{one.month:%Y-%m}  1 {one.base} = {_plain(one.rate)} {one.quoted}  {one.source}" for one in exchange]
    return Told({"daily": daily, "exchange": exchange}, "\n".join(lines) or _("No rate was entered yet."))


def rate(asked: TravelAsked) -> Told:
    """Enter what a day at a place is worth."""
    if len(asked.what) != 2:
        raise Refusal(
            _("Of which place, and how much? Type its airport and an amount, such as KIN 240."), field="place"
        )
    asked.desk.do(
        daily_rates.set_rate,
        place=asked.what[0],
        since=asked.since or _first(asked),
        amount=asked.what[1],
        currency=asked.currency,
        source=asked.source,
        until=_day(asked.until) if asked.until else None,
        long_amount=asked.long,
    )
    return rates(asked.without_words)


def exchange(asked: TravelAsked) -> Told:
    """Enter what a currency is worth in another."""
    if len(asked.what) != 3:
        raise Refusal(_("Which currencies, and how many? Type such as USD JMD 138.50."), field="base")
    base, quoted, worth = asked.what
    asked.desk.do(
        daily_rates.set_exchange_rate,
        month=asked.since or _first(asked),
        base=base,
        quoted=quoted,
        rate=worth,
        source=asked.source,
    )
    return rates(asked.without_words)


def all_policies(asked: TravelAsked) -> Told:
    """List the policies, or take over those of a file."""
    if asked.what:
        path = Path(asked.what[0])
        found = read_policies_file(path)
        if asked.dry_run:
            lines = [f"{key}: {_policy_words(policy)}" for key, policy in found.policies.items()]
            return Told(found, "\n".join([*lines, _("Nothing was written (dry run).")]))
        return _taken(asked.desk.do(put_policies, found=found.policies, agencies=found.agencies, source=path.name))
    rows = asked.desk.read(policies)
    lines = [
        f"{row.key}: {_policy_words(row.policy)}" + (f" ({', '.join(row.agencies)})" if row.agencies else "")
        for row in rows
    ]
    return Told(rows, "\n".join(lines))


def policy(asked: TravelAsked) -> Told:
    """Let an agency pay by a policy."""
    if len(asked.what) != 2:
        raise Refusal(_("Which agency, by which policy? Type both, such as IOM united-nations."), field="agency")
    asked.desk.do(set_agency_policy, agency=asked.what[0], policy=asked.what[1])
    return all_policies(asked.without_words)


def _taken(kept: Kept) -> Told:
    words = _("New: {new}. Changed: {changed}. Unchanged: {same}.")
    return Told(kept, words.format(new=kept.new, changed=kept.changed, same=kept.same))


def _policy_words(one: AllowancePolicy) -> str:
    shares = " / ".join(percent(share) for share in (one.room, one.breakfast, one.lunch, one.dinner))
    return f"{one.name}: {shares}; " + _("last day {share}").format(share=percent(one.last_day))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _first(asked: TravelAsked) -> date:
    """Return the first of the month in which the meeting begins."""
    return asked.first_day.replace(day=1)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(_("“{text}” is no day: write it as 2019-12-04.").format(text=text), field="until") from None
