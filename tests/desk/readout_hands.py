"""What tests put read-outs together with."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cmc_desk.desk import notes, readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import entry_of
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.readouts import Readout, ReadoutLine
from tests.desk.note_hands import ITEM, file

KEY = f"item:{ITEM}"
PROPOSED = Written(text="Principle 2 names displacement.", kind=EntryKind.PROPOSAL, delegation="HT", highlighted=True)
ASKED = Written(text="Does it bind?", kind=EntryKind.QUESTION, delegation="AW")
RECALLED = Written(text="The delegation of Jamaica recalled the mandate.", delegation="JM", highlighted=True)
TO_DO = Written(text="Circulate a definition", kind=EntryKind.ACTION, assignee="JM", due=date(2019, 12, 6))
AGREED = Written(text="*Agreed:* principle 1 stands.", kind=EntryKind.DECISION, delegation="JM")
ALL = (PROPOSED, ASKED, RECALLED, TO_DO, AGREED)


def write(desk: Desk, *written: Written, item: str = ITEM) -> list[str]:
    """File entries one after the other and return their keys."""
    return [file(desk, one, item=item) for one in written]


def edit(desk: Desk, entry: str, **changes: object) -> None:
    """Edit a filed entry and leave it."""
    found = desk.read(entry_of, entry=entry)
    assert found is not None
    written = replace(found.written, **changes)  # type: ignore[arg-type] # what a test wants
    desk.do(notes.leave_entry, entry=entry, written=written, base=found.revision)


def read(desk: Desk, key: str = KEY, *, attributed: bool | None = None, language: str = "") -> Readout:
    """Return a read-out as it stands."""
    return desk.read(readouts.readout, key=key, attributed=attributed, language=language)


def spoken(desk: Desk, key: str = KEY, *, attributed: bool | None = None) -> list[str]:
    """Return what would be read, line by line."""
    return [line.text for line in read(desk, key, attributed=attributed).lines if not line.left_out]


def line_with(desk: Desk, words: str, key: str = KEY) -> ReadoutLine:
    """Return the only line that has these words."""
    (found,) = (line for line in read(desk, key).lines if words in line.text)
    return found


def keys(lines: Iterable[ReadoutLine]) -> tuple[str, ...]:
    """Return the keys of lines."""
    return tuple(line.key for line in lines)


SECRET = Written(text="Secret.", kind=EntryKind.DECISION, delegation="JM", attribution=Attribution.INTERNAL)
UNNAMED = replace(RECALLED, attribution=Attribution.NOT_FOR_ATTRIBUTION)
