"""Rates and policies that come in as a file: compared with what is known, and written as one command."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.allowance_policies import policies
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.daily_rates import daily_rates, exchange_rates, set_exchange_rate, set_rate
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_policies import checked_policy
from cmc_desk.rules.allowances import AllowancePolicy
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_rates import TypedExchange, TypedRate, TypedRates


@dataclass(frozen=True, slots=True)
class PoliciesOfFile:
    """Policies by their keys, and with which of them agencies pay."""

    policies: dict[str, AllowancePolicy]
    agencies: dict[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file has changed: how many of its rates or policies are new, are otherwise than before, and are as they were."""

    new: int
    changed: int
    same: int


def read_rates_file(path: Path) -> TypedRates:
    """Return the rates of a file; raises Refusal or Unavailable."""
    from cmc_desk.exchange.rates_file import read_rates

    return read_rates(path)


def read_policies_file(path: Path) -> PoliciesOfFile:
    """Return the policies of a file, as the one that comes with the program; raises Refusal or Unavailable."""
    from cmc_desk.exchange.policy_file import read_policies

    found = read_policies(path)
    return PoliciesOfFile(found.policies, found.agencies)


@command("travel.put_rates")
def put_rates(tx: Tx, *, daily: list[TypedRate], exchange: list[TypedExchange], source: str) -> Kept:
    """Write the rates of a file, which `source` names in the journal; if one of them cannot be right, none is written.

    Raises Refusal as `set_rate` and `set_exchange_rate` do, with the row or line.
    """
    del source  # it stands in the journal
    before = _rates(tx.session)
    for one in daily:
        _of_row(
            partial(
                set_rate,
                tx,
                place=one.place,
                since=one.since,
                amount=one.amount,
                currency=one.currency,
                source=one.source,
                until=one.until,
                long_amount=one.long_amount,
            ),
            one.where,
        )
    for other in exchange:
        _of_row(
            partial(
                set_exchange_rate,
                tx,
                month=other.month,
                base=other.base,
                quoted=other.quoted,
                rate=other.rate,
                source=other.source,
            ),
            other.where,
        )
    tx.session.flush()
    return _kept(before, _rates(tx.session), len(daily) + len(exchange))


@command("travel.put_policies")
def put_policies(tx: Tx, *, found: dict[str, AllowancePolicy], agencies: dict[str, str], source: str) -> Kept:
    """Write the policies of a file by their keys, and let its agencies pay by them; what was computed before keeps its own copy.

    Raises Refusal if one of them cannot be so, or if there is no such agency; then none is written.
    """
    del source  # it stands in the journal
    before = {row.key: row.policy for row in policies(tx.session)}
    for key, policy in found.items():
        _of_row(partial(checked_policy, policy), key)
        row = tx.session.get(schema.AllowancePolicy, key)
        if row is None:
            row = schema.AllowancePolicy(id=key)
            tx.session.add(row)
        row.name, row.source, row.body = policy.name.strip(), policy.source.strip(), to_plain(policy)
    tx.session.flush()
    for agency, key in agencies.items():
        payer = tx.session.get(schema.Agency, agency)
        if payer is None:
            raise Refusal(_("There is no agency “{agency}”.").format(agency=agency), field="agencies")
        if payer.policy != key:
            payer.policy = key
    new = sum(key not in before for key in found)
    same = sum(before.get(key) == policy for key, policy in found.items())
    return Kept(new, len(found) - new - same, same)


def _rates(session: Session) -> dict[str, object]:
    return {one.key: one for one in daily_rates(session)} | {one.key: one for one in exchange_rates(session)}


def _kept(before: dict[str, object], after: dict[str, object], number: int) -> Kept:
    new = sum(key not in before for key in after)
    changed = sum(key in before and before[key] != one for key, one in after.items())
    return Kept(new, changed, number - new - changed)


def _of_row(act: Callable[[], object], where: str) -> None:
    """Do something for one row; what is refused says which."""
    try:
        act()
    except Refusal as refusal:
        raise Refusal(
            _("{where}: {sentence}").format(where=where, sentence=refusal.sentence), field=refusal.field
        ) from refusal
