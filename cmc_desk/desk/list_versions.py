"""Which version of a list would be sent now, and what has changed since the one before it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from cmc_desk.desk.sent_lists import edition
from cmc_desk.reports.list_version import ListVersion
from cmc_desk.rules.sent_lists import Difference, ListKind, Row, differences

_EVERY: Callable[[Row], bool] = lambda _row: True  # noqa: E731 - a default, not a function of its own


@dataclass(frozen=True, slots=True)
class Versions:
    """A list as it stands now beside the version before it; a list that was sent as it is keeps its number."""

    number: int
    before: int
    recipient: str
    at: datetime | None
    sent: tuple[Row, ...]
    rows: tuple[Row, ...]
    names: Mapping[str, str]

    def of(self, part: Callable[[Row], bool] = _EVERY) -> ListVersion:
        """Return the version with the differences of a part of the list, such as those of one hotel."""
        changed = differences(filter(part, self.sent), filter(part, self.rows)) if self.before else ()
        return ListVersion(
            self.number, self.before, self.recipient, self.at, tuple(self._named(one) for one in changed)
        )

    def _named(self, one: Difference) -> Difference:
        """Return a difference with the names of delegations for their codes."""
        fields = tuple(
            (field, self.names.get(before, before), self.names.get(now, now))
            if field == "delegation"
            else (field, before, now)
            for field, before, now in one.fields
        )
        return replace(one, fields=fields)


def list_versions(
    session: Session,
    kind: ListKind,
    rows: Sequence[Row],
    *,
    names: Mapping[str, str],
    local: Callable[[datetime], datetime],
) -> Versions:
    """Return which version `rows` are; `names` are those of the delegations by code, `local` puts an instant on the meeting's clocks."""
    found = edition(session, kind, rows)
    before = found.before
    if before is None:
        return Versions(found.number, 0, "", None, (), tuple(rows), names)
    return Versions(
        number=found.number,
        before=before.version,
        recipient=before.recipient,
        at=local(before.at),
        sent=before.rows,
        rows=tuple(rows),
        names=names,
    )
