"""The allowance policies that come with the program, as a file that a person can write."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from cmc_desk.exchange.toml_file import Kind, read_toml
from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.rules.allowance_policies import SHARES, checked_policy
from cmc_desk.rules.allowances import ONE, ZERO, AllowancePolicy
from cmc_desk.rules.refusal import Refusal

_KIND = Kind(
    folder=N_("“{file}” is a folder. Choose the file of allowance policies."),
    no_text=N_("“{file}” is not the file of allowance policies, which is a text that ends in .toml."),
    too_deep=N_("“{file}” is no list of allowance policies: its brackets are nested too deep."),
)
_USUAL_HOURS, _USUAL_LONG = 10, 60


@dataclass(frozen=True, slots=True)
class Policies:
    """Policies by their keys in the order of their file, and with which of them agencies begin."""

    policies: dict[str, AllowancePolicy]
    agencies: dict[str, str]

    def of_agency(self, agency: str) -> str:
        """Return the key of the policy that an agency begins with."""
        return self.agencies.get(agency, next(iter(self.policies)))


@cache
def default_policies() -> Policies:
    """Return the policies that come with the program."""
    return read_policies(resource("allowances", "policies.toml"))


def read_policies(path: Path) -> Policies:
    """Return the policies that the file at `path` describes.

    Raises Refusal if there is no such file, or if anything in it is wrong, which is told with line and key; Unavailable if it
    cannot be read now.
    """
    return read_toml(path, _KIND, _policies)


def _policies(root: Table) -> Policies:
    found = {}
    for key, table in root.named_tables("policies"):
        table.check_own_key()
        found[key] = _policy(table)
    if not found:
        root.problem("policies", _("is missing; a policy stands in a section such as [policies.own]"))
    chosen = root.table("agencies")
    agencies = {agency: chosen.text(agency, needed=True) for agency in chosen.names()}
    for agency, key in agencies.items():
        chosen.check_known(agency, key, found, _("there is no policy “{value}”"))
    chosen.finish()
    root.finish()
    return Policies(found, agencies)


def _policy(table: Table) -> AllowancePolicy:
    room, breakfast, lunch, dinner, last_day, same_day = (_decimal(table, name) for name in SHARES)
    policy = AllowancePolicy(
        name=table.text("name", needed=True),
        source=table.text("source", needed=True),
        room=room,
        breakfast=breakfast,
        lunch=lunch,
        dinner=dinner,
        last_day=last_day,
        same_day=same_day,
        min_hours=table.number("min_hours", default=_USUAL_HOURS),
        long_after=table.number("long_after", default=_USUAL_LONG),
        terminals=_decimal(table, "terminals", most=None, needed=False),
    )
    table.finish()
    if policy.name and policy.source:
        try:
            checked_policy(policy)
        except Refusal as refusal:
            table.problem(refusal.field, refusal.sentence)
    return policy


def _decimal(table: Table, key: str, *, most: Decimal | None = ONE, needed: bool = True) -> Decimal:
    """Return a decimal that stands in quotation marks; 0 if anything is wrong with it."""
    text = table.text(key, needed=needed)
    if not text:
        return ZERO
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found < ZERO or (most is not None and found > most):
        table.problem(
            key,
            _("“{text}” is no amount, or below 0").format(text=text)
            if most is None
            else _('“{text}” is no share between 0 and 1; write half as "0.50"').format(text=text),
        )
        return ZERO
    return found
