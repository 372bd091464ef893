"""The entries of an item as the list shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.summaries.kinds import look_of


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry in words; two rows that are equal look alike. `hand` is who else has it in their composer.

    `waiting` says that the meeting file has not taken it yet.
    """

    key: str
    time: str
    flag: str
    speaker: str
    unknown: bool
    kind: EntryKind
    text: str
    highlighted: bool
    aside: str = ""
    about: str = ""
    conflict: bool = False
    deleted: bool = False
    writing: bool = False
    done: bool = False
    hand: str = ""
    waiting: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        marked = _("for the read-out") if self.highlighted else ""
        parts = (self.time, self.speaker, look_of(self.kind).words, self.about, self.text, self.aside, marked)
        return " · ".join(part for part in parts if part)


def is_listed(entry: NoteEntry) -> bool:
    """Say whether an entry stands in the list, unless one has it in the composer: it is filed, or something is written in it."""
    return entry.filed_at is not None or bool(entry.written.text.strip())


def speaker_words(facts: Facts, entry: NoteEntry, names: Mapping[str, str]) -> str:
    """Return who spoke, as the list and the banner say it."""
    written = entry.written
    if written.unknown:
        return "??"
    delegation = facts.delegation_name(written.delegation) if written.delegation else ""
    person = names.get(written.participant, "") if written.participant else ""
    return ", ".join(part for part in (delegation, person) if part)


def entry_row(facts: Facts, entry: NoteEntry, names: Mapping[str, str], *, me: str) -> EntryRow:
    """Return an entry as the list shows it; `names` are those of participants by identifier."""
    written = entry.written
    asides = [] if entry.author == me else [entry.author]
    if written.attribution is Attribution.NOT_FOR_ATTRIBUTION:
        asides.append(_("not for attribution"))
    elif written.attribution is Attribution.INTERNAL:
        asides.append(_("internal"))
    if written.assignee:
        asides.append(f"@{written.assignee}")
    if written.due is not None:
        asides.append(_("due {date}").format(date=day_words(written.due, "ddd d MMM")))
    return EntryRow(
        key=entry.key,
        time=facts.clock(entry.started_at),
        flag=facts.flag(written.delegation) if written.delegation else "",
        speaker=speaker_words(facts, entry, names),
        unknown=written.unknown,
        kind=written.kind,
        text=written.text,
        highlighted=written.highlighted,
        aside=" · ".join(asides),
        about=_("para. {number}").format(number=written.provision) if written.provision else "",
        conflict=bool(entry.conflict_of),
        deleted=entry.deleted_at is not None,
        writing=entry.filed_at is None,
        done=entry.closed_at is not None,
    )
