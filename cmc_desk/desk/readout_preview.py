"""What stands beside the notes of an item: the read-out that it goes into, as it would be read now."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from cmc_desk.desk.readout_scope import key_asked_for, summed_items
from cmc_desk.desk.readouts import readout
from cmc_desk.rules.readout_order import read_aloud
from cmc_desk.rules.readout_scope import summary_of
from cmc_desk.rules.readouts import Readout


@dataclass(frozen=True, slots=True)
class Preview:
    """The read-out of the summary in which an item is summed up, or of the item itself; `starts` is when it is to be read.

    `title` is that of the summary, `entries` is how many entries of the notes it is built from.
    """

    readout: Readout
    title: str
    starts: datetime | None
    entries: int


def readout_preview(session: Session, *, item: str) -> Preview:
    """Return what is read out of an item; raises Refusal if it is not in the agenda."""
    items = summed_items(session)
    summary = summary_of(items, item)
    found = readout(
        session, key=key_asked_for(items, key="", item=summary.key if summary is not None else item, day=None)
    )
    lines = read_aloud(found.lines)
    return Preview(
        readout=found,
        title=summary.title if summary is not None else found.title,
        starts=summary.starts if summary is not None else None,
        entries=len({source for line in lines for source in line.sources}),
    )
