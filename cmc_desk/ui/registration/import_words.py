"""What the import page calls columns, verdicts and decisions."""

from cmc_desk.i18n import N_, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.columns import without_names
from cmc_desk.rules.dry_run import Difference, PlannedRow
from cmc_desk.rules.import_decisions import Action
from cmc_desk.rules.importing import RawTable, RowVerdict
from cmc_desk.rules.people import FIELDS
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.message_strip import MessageKind
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.registration.import_state import OpenList, Tally
from cmc_desk.ui.registration.words import language_word, word

_SPECIAL = {
    "": N_("not used"),
    "full_name": N_("Full name"),
    "code_alias:indico": N_("Code of an Indico ticket"),
    "code_alias:pretix": N_("Code of a pretix ticket"),
    "desk_note": N_("Note for the desk"),
}
_TITLES = {field.name: field.title for field in FIELDS}
_WORDS = frozenset({"institution_kind", "capacity", "status", "consent", "credentials"})


def target_title(target: str) -> str:
    """Return what a target of a column is called."""
    return _(_SPECIAL[target] if target in _SPECIAL else _TITLES.get(target, target))


def value_words(field: str, value: str, facts: Facts) -> str:
    """Return a value as people say it: a delegation by its name, a capacity by its word."""
    if field == "delegation":
        return facts.delegation_name(value)
    if field == "language":
        return language_word(value)
    return word(value) if field in _WORDS else value


def verdict_chip(row: PlannedRow, chosen: Action | None) -> ChipLook:
    """Return what will become of a row, with what was decided about it."""
    if row.verdict is RowVerdict.ERROR:
        return ChipLook(_("Error"), "blocks")
    if chosen is None:
        return ChipLook(_("Possible duplicate"), "warning")
    if chosen is Action.NEW or (chosen is Action.TAKE and row.verdict is RowVerdict.NEW):
        return ChipLook(_("New"), "info", "plus")
    if chosen is Action.MERGE:
        return ChipLook(_("Same person"), "iom", "copy")
    if chosen is Action.TAKE:
        return ChipLook(_("Update"), "iom", "copy")
    if row.verdict is RowVerdict.SAME:
        return ChipLook(_("Same"), "outline", "minus")
    return ChipLook(_("Keep ours") if row.verdict is RowVerdict.UPDATE else _("Left out"), "absent")


def differs_words(row: PlannedRow) -> tuple[Run, ...]:
    """Return why a row is what it is, in a few words."""
    if row.problems:
        first = row.problems[0]
        return (Run(f"{first.cell}: {first.sentence}", tone="coral"),)
    if row.verdict is RowVerdict.DUPLICATE:
        return (Run(row.note, tone="amberInk"),)
    fields = ", ".join(
        _("{field} kept").format(field=target_title(one.field)) if one.kept else target_title(one.field)
        for one in sorted(row.differs, key=lambda one: one.kept)
    )
    return (Run(" · ".join(part for part in (fields, row.note) if part), tone="slate"),)


def difference_words(difference: Difference, facts: Facts) -> tuple[str, str, str]:
    """Return the title of the field, ours and theirs."""
    name = difference.field
    return (
        target_title(name),
        value_words(name, difference.ours, facts),
        value_words(name, difference.theirs, facts),
    )


def where_words(table: RawTable) -> str:
    """Return where the list stands: file, sheet, row of the headings."""
    sheet = _("sheet {name}").format(name=table.sheet) if table.sheet else ""
    heading = (
        _("heading found in row {row}").format(row=table.heading_row) if table.heading_row else _("no headings found")
    )
    return " · ".join(part for part in (table.file_name, sheet, heading) if part)


def tally_runs(tally: Tally) -> tuple[Run, ...]:
    """Return the counts as one sentence: 17 new · 9 updated · 61 unchanged · 3 to decide · 2 left out."""
    pieces = (
        (tally.new, ngettext("{number} new", "{number} new", tally.new)),
        (tally.updated, ngettext("{number} updated", "{number} updated", tally.updated)),
        (tally.unchanged, ngettext("{number} unchanged", "{number} unchanged", tally.unchanged)),
        (tally.to_decide, ngettext("{number} to decide", "{number} to decide", tally.to_decide)),
        (tally.left_out, ngettext("{number} left out", "{number} left out", tally.left_out)),
    )
    runs: list[Run] = []
    for number, sentence in pieces:
        if number or not runs:
            before, _mark, after = sentence.partition("{number}")
            runs += [Run((" · " if runs else "") + before), Run(str(number), bold=True), Run(after)]
    return tuple(runs)


def written_words(added: int, updated: int) -> str:
    """Return what was written: 17 new, 9 updated."""
    return ", ".join(
        sentence.format(number=number)
        for number, sentence in (
            (added, ngettext("{number} new", "{number} new", added)),
            (updated, ngettext("{number} updated", "{number} updated", updated)),
        )
        if number
    )


def read_message(opened: OpenList) -> tuple[MessageKind, str, str, str]:
    """Return what is said of a list that was read: how much and how fast, or that no column of it is a name."""
    if sentence := without_names(opened.plan.mapping, opened.table.file_name):
        return "amber", sentence, "", ""
    rows = len(opened.plan.rows)
    words = ngettext("Read {number} row in {seconds} s. ", "Read {number} rows in {seconds} s. ", rows)
    return "notice", words.format(number=rows, seconds=f"{opened.seconds:.1f}"), "", _("Nothing is written yet.")


def after_words(left_out: int, codes: int) -> str:
    """Return what is to be known after an import: rows that were left out, codes that belong to somebody else."""
    rows = ngettext(
        "{number} row was left out: it stands below, and can be saved to be corrected.",
        "{number} rows were left out: they stand below, and can be saved to be corrected.",
        left_out,
    ).format(number=left_out)
    tickets = ngettext(
        "{number} code of a ticket belongs to somebody else and was not given twice.",
        "{number} codes of tickets belong to somebody else and were not given twice.",
        codes,
    ).format(number=codes)
    said = " ".join(sentence for sentence, number in ((rows, left_out), (tickets, codes)) if number)
    return said or _("Ctrl+Z takes the whole list back.")
