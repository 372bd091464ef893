"""With which allowance policies a new meeting, and a new agency, begin."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.base import Base
from cmc_desk.exchange.policy_file import default_policies
from cmc_desk.rules.plain import to_plain


def founded_policies() -> Iterator[Base]:
    """Return the rows of the policies that come with the program."""
    for key, policy in default_policies().policies.items():
        yield schema.AllowancePolicy(id=key, name=policy.name, source=policy.source, body=to_plain(policy))


def usual_policy(session: Session, agency: str) -> str | None:
    """Return the key of the policy that an agency begins with; None if somebody has removed it from the meeting."""
    key = default_policies().of_agency(agency)
    return session.scalar(select(schema.AllowancePolicy.id).where(schema.AllowancePolicy.id == key))
