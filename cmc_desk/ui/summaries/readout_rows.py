"""A read-out as the builder lists it: its sections with their lines, and the slots of the agenda with what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cmc_desk.desk.readouts import NamesLeft, Slot
from cmc_desk.i18n import chosen_language, ngettext, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.readout_order import sections_of
from cmc_desk.rules.readouts import Readout, ReadoutLine
from cmc_desk.rules.summary_words import Word, summary_word
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.chip import ChipKind, ChipLook

NEW = "new"
_MOST_FLAGS = 6
_CHIPS: Mapping[SummaryStatus, ChipKind] = {
    SummaryStatus.DRAFT: "half",
    SummaryStatus.CIRCULATED: "info",
    SummaryStatus.CORRECTED: "warning",
    SummaryStatus.FINAL: "good",
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line, or the heading of a section; `number` counts those that are read aloud, `names` are those left in it."""

    key: str
    section: str
    text: str
    heading: bool = False
    number: int = 0
    flags: tuple[str, ...] = ()
    aside: str = ""
    rewritten: bool = False
    stale: bool = False
    left_out: bool = False
    added: bool = False
    names: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " · ".join(part for part in (self.text, *self.states(), self.aside) if part)

    def states(self) -> tuple[str, ...]:
        """Return in words what is to be known of the line before it is read."""
        names = _("Name left: {names}").format(names=self.names) if self.names else ""
        marks = (
            (_("Sources changed"), self.stale),
            (names, bool(names)),
            (_("Left out"), self.left_out),
            (_("Rewritten"), self.rewritten and not self.added),
            (_("Added"), self.added),
        )
        return tuple(words for words, on in marks if on)


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A read-out that can be opened; `second` says when it is read and how long it may take."""

    key: str
    title: str
    second: str
    chip: ChipLook

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " · ".join((self.title, self.second, self.chip.text))


def word(value: Word) -> str:
    """Return what a section, a form, a status or a decision is called in the language of the windows."""
    return summary_word(value, texts(chosen_language()))


def line_rows(facts: Facts, readout: Readout, left: Sequence[NamesLeft], *, new: str = "") -> tuple[LineRow, ...]:
    """Return the rows of a read-out; `new` is the row beneath which a line is being written that is not there yet."""
    found = {one.line: ", ".join(dict.fromkeys(name.words for name in one.found)) for one in left}
    rows: list[LineRow] = []
    number = 0
    for section in sections_of(readout.form):
        lines = [line for line in readout.lines if line.section == section]
        rows.append(LineRow(f"section:{section}", section, word(section), heading=True, number=len(lines)))
        if new == rows[-1].key:
            rows.append(LineRow(NEW, section, ""))
        for line in lines:
            read = not line.left_out and bool(line.text)
            number += read
            rows.append(_row(facts, readout, line, number if read else 0, found.get(line.key, "")))
            if new == line.key:
                rows.append(LineRow(NEW, section, ""))
    return tuple(rows)


def place_of_new(rows: Sequence[LineRow]) -> tuple[str, str] | None:
    """Return the section of the line that is being written, and the line before which it stands, empty at the end of the section."""
    at = next((place for place, row in enumerate(rows) if row.key == NEW), None)
    if at is None:
        return None
    below = rows[at + 1] if at + 1 < len(rows) else None
    return rows[at].section, below.key if below is not None and not below.heading else ""


def slot_rows(facts: Facts, slots: Sequence[Slot]) -> tuple[SlotRow, ...]:
    """Return the read-outs that can be opened."""
    return tuple(SlotRow(one.key, one.title, _when(facts, one), status_chip(facts, one)) for one in slots)


def status_chip(facts: Facts, one: Slot | Readout) -> ChipLook:
    """Return how far a summary has come: its status, its version, or when it was read out."""
    words = word(one.status)
    if one.version:
        words = _("{status} · version {number}").format(status=words, number=one.version)
    if one.spoken_at is not None and one.status is SummaryStatus.DRAFT:
        return ChipLook(_("Read out {time}").format(time=facts.clock(one.spoken_at)), "good")
    if not one.begun:
        return ChipLook(_("Not begun"), "notyet")
    return ChipLook(words, _CHIPS[one.status])


def _row(facts: Facts, readout: Readout, line: ReadoutLine, number: int, names: str) -> LineRow:
    codes = line.delegations if readout.attributed else ()
    aside = ", ".join(facts.delegation_name(code) for code in codes)
    if not codes and line.voices and not readout.attributed:
        aside = ngettext("{number} delegation", "{number} delegations", line.voices).format(number=line.voices)
    return LineRow(
        key=line.key,
        section=line.section,
        text=plain(line.text),
        number=number,
        flags=tuple(facts.flag(code) for code in codes[:_MOST_FLAGS]),
        aside=aside,
        rewritten=bool(line.rewritten),
        stale=line.stale,
        left_out=line.left_out,
        added=not line.sources,
        names=names,
    )


def _when(facts: Facts, slot: Slot) -> str:
    if slot.starts is None:
        return _("besides the agenda")
    local = facts.meeting.local(slot.starts)
    length = _("{minutes} min").format(minutes=slot.minutes)
    return f"{day_words(local.date(), 'ddd')} {local:%H:%M} · {length}"
