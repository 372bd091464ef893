"""Allowance policies of the meeting: entered, corrected, and given to the agencies whose seats they hold for."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.setup import free_key
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_policies import checked_policy
from cmc_desk.rules.allowances import AllowancePolicy
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy of the meeting and the agencies that pay by it."""

    key: str
    policy: AllowancePolicy
    agencies: tuple[str, ...]


@command("travel.put_policy")
def put_policy(tx: Tx, *, policy: AllowancePolicy, key: str = "") -> str:
    """Write a policy and return its key; without a key it is a new one. What was computed by it before keeps its own copy.

    Raises Refusal, with the field, if it has no name or source, or pays or deducts more than all.
    """
    checked_policy(policy)
    row = tx.session.get(schema.AllowancePolicy, key) if key else None
    if key and row is None:
        raise _gone()
    if row is None:
        taken = set(tx.session.scalars(select(schema.AllowancePolicy.id)))
        row = schema.AllowancePolicy(id=free_key(policy.name, taken, otherwise="policy"))
        tx.session.add(row)
    row.name, row.source, row.body = policy.name.strip(), policy.source.strip(), to_plain(policy)
    return row.id


@command("travel.remove_policy")
def remove_policy(tx: Tx, *, key: str) -> None:
    """Remove a policy; raises Refusal while an agency pays by it."""
    row = tx.session.get(schema.AllowancePolicy, key)
    if row is None:
        raise _gone()
    users = tx.session.scalars(select(schema.Agency.name).where(schema.Agency.policy == key)).all()
    if users:
        raise Refusal(
            _("{agency} pays by this policy: choose another for it first.").format(agency=users[0]), field="policy"
        )
    tx.session.delete(row)


@command("travel.set_agency_policy")
def set_agency_policy(tx: Tx, *, agency: str, policy: str) -> None:
    """Let an agency pay by a policy from now on; what was computed before stays as it is until it is computed anew."""
    row = tx.session.get(schema.Agency, agency)
    if row is None:
        raise Refusal(_("There is no agency “{agency}”.").format(agency=agency), field="agency")
    if tx.session.get(schema.AllowancePolicy, policy) is None:
        raise _gone()
    row.policy = policy


def policies(session: Session) -> tuple[PolicyRow, ...]:
    """Return the policies of the meeting by name."""
    users: dict[str, list[str]] = {}
    for agency, policy in session.execute(
        select(schema.Agency.id, schema.Agency.policy).order_by(schema.Agency.position)
    ):
        users.setdefault(policy or "", []).append(agency)
    rows = session.scalars(select(schema.AllowancePolicy).order_by(schema.AllowancePolicy.name))
    return tuple(PolicyRow(row.id, policy_of(row), tuple(users.get(row.id, ()))) for row in rows)


def policy_of(row: schema.AllowancePolicy) -> AllowancePolicy:
    """Return a policy as the rules know it."""
    found: AllowancePolicy = from_plain(AllowancePolicy, row.body)
    return found


def _gone() -> Refusal:
    return Refusal(_("This policy is not there any more."), field="policy")
