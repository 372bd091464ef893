"""The items of the agenda as the list beside the notes shows them: how far each is, and how much stands in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cmc_desk.desk.meeting import AgendaItem
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import NoteStatus
from cmc_desk.rules.notes import ItemNotes
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.chip import ChipLook

_NOTHING_IS_SAID = frozenset({ItemKind.REGISTRATION, ItemKind.BREAK, ItemKind.PHOTO, ItemKind.LUNCH})


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item, or with `heading` the day above its items."""

    key: str
    title: str
    chip: ChipLook | None = None
    second: str = ""
    heading: bool = False
    warned: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " · ".join(part for part in (self.title, self.chip.text if self.chip else "", self.second) if part)


def item_rows(facts: Facts, notes: Iterable[ItemNotes], *, me: str) -> tuple[ItemRow, ...]:
    """Return the days and their items in order of the agenda; a break has no notes, unless somebody wrote some."""
    return tuple(_rows(facts, {one.item: one for one in notes}, me))


def status_chip(status: NoteStatus) -> ChipLook:
    """Return how far the notes of an item are, as shape and word."""
    return {
        NoteStatus.LATER: ChipLook(_("Later"), "notyet"),
        NoteStatus.WRITING: ChipLook(_("Writing"), "warning", "summaries"),
        NoteStatus.DRAFT: ChipLook(_("Draft"), "half"),
        NoteStatus.FINAL: ChipLook(_("Final"), "good"),
    }[status]


def notice_of(found: ItemNotes, *, me: str) -> ChipLook | None:
    """Return what is to be known before anything is written: that the notes are final, or somebody else's; None if nothing is."""
    if found.status is NoteStatus.FINAL:
        return status_chip(found.status)
    if found.rapporteur and found.rapporteur != me:
        return ChipLook(_("{name} writes").format(name=found.rapporteur), "info", "summaries")
    return None


def _rows(facts: Facts, notes: dict[str, ItemNotes], me: str) -> Iterator[ItemRow]:
    day = None
    for item in facts.agenda:
        found = notes.get(item.id, ItemNotes(item.id))
        if item.kind in _NOTHING_IS_SAID and not found.entries:
            continue
        if item.day != day:
            day = item.day
            yield ItemRow(f"day:{day.isoformat()}", day_words(day, "ddd d MMM"), heading=True)
        yield _row(facts, item, found, me)


def _row(facts: Facts, item: AgendaItem, found: ItemNotes, me: str) -> ItemRow:
    parts = [
        ngettext("{count} entry", "{count} entries", found.entries).format(count=found.entries)
        if found.entries
        else _("planned {time}").format(time=facts.clock(item.starts))
    ]
    if found.unknown_speakers:
        parts.append(_("{count} × ??").format(count=found.unknown_speakers))
    if found.rapporteur and found.rapporteur != me:
        parts.append(found.rapporteur)
    return ItemRow(
        item.id,
        item.title,
        status_chip(found.status),
        " · ".join(parts),
        warned=bool(found.unknown_speakers or found.conflicts),
    )


def conflict_words(notes: ItemNotes) -> str:
    """Return what the banner says of entries that have two texts; nothing if there are none."""
    words = ngettext(
        "{count} entry has two texts: both are kept", "{count} entries have two texts: all are kept", notes.conflicts
    )
    return words.format(count=notes.conflicts) if notes.conflicts else ""
