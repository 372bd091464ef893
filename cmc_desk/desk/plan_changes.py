"""How often the plan of each item was published anew: calendars that have an item take only what has a higher number.

The number goes up with whatever wrote the plan, an undo too: a calendar that was given the change must be given its taking back.
"""

from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from cmc_desk.db.schema import Item, PlanChange
from cmc_desk.desk.changes import Changes


def count_changes(session: Session, changes: Changes, *, now: datetime) -> None:
    """Raise the number of every item whose plan a command wrote; it is written past the session, so that no undo lowers it again.

    What is new has no row, which is number 0; what was removed keeps its row.
    """
    if not changes.plans and not changes.every_plan:
        return
    days: dict[str, date] = {row[0]: row[1] for row in session.execute(select(Item.id, Item.day))}
    known = set(session.scalars(select(PlanChange.id)))
    wanted = {item: (what, day or days.get(item)) for item, (what, day) in changes.plans.items()}
    if changes.every_plan:
        wanted = {**{item: ("change", day) for item, day in days.items()}, **wanted}
    for item, (what, day) in wanted.items():
        if item in known:
            values = {"sequence": PlanChange.sequence + 1, "changed_at": now, **({"day": day} if day else {})}
            session.execute(update(PlanChange).where(PlanChange.id == item).values(values))
        elif what != "add" and day is not None:
            session.execute(insert(PlanChange).values(id=item, day=day, sequence=1, changed_at=now))
    changes.tables.add(PlanChange.__tablename__)
