"""What the host of the meeting is called, language by language."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.rules.folding import clean

Names = tuple[tuple[str, str], ...]


def host_in(session: Session, language: str) -> str:
    """Return the host as a paper in `language` calls it; where nothing is known, as the meeting does."""
    known = session.get(schema.HostName, language)
    return known.name if known is not None else session.scalars(select(schema.Meeting.host)).one()


def host_names(session: Session) -> Names:
    """Return the names of the host by language, as far as they are known besides that of the meeting."""
    rows = session.scalars(select(schema.HostName).order_by(schema.HostName.id))
    return tuple((row.id, row.name) for row in rows)


def write_host_names(session: Session, names: Mapping[str, str]) -> None:
    """Write what the host is called in these languages; an empty name is forgotten, other languages stay as they are."""
    for language, text in names.items():
        name, row = clean(text), session.get(schema.HostName, language)
        if row is not None and name:
            row.name = name
        elif row is not None:
            session.delete(row)
        elif name:
            session.add(schema.HostName(id=language, name=name))
