"""The provisions of a text that is brought, as somebody confirms them: number, text, what it is, and what it replaces."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.drafts import Provision, ReadProvision
from cmc_desk.ui.documents.words import KINDS
from cmc_desk.ui.parts.chip import ChipLook


@dataclass(frozen=True, slots=True)
class BringRow:
    """A provision that was read; `before` is the one that it is a new text of, `out` says that it is not part of the text."""

    number: int
    read: ReadProvision
    before: Provision | None = None
    out: bool = False

    @property
    def state(self) -> ChipLook:
        """What it is against the text that is there."""
        if self.out:
            return ChipLook(_("Left out"), "absent")
        if self.before is None:
            return ChipLook(_("New"), "walkin")
        same = (self.before.text, self.before.cells) == (self.read.text, self.read.cells)
        if same and self.before.label == self.read.label:
            return ChipLook(_("Same"), "good")
        if same:
            return ChipLook(_("Renumbered"), "info")
        return ChipLook(pgettext("row", "Changed"), "half")

    @property
    def kind_words(self) -> str:
        """What it is in words."""
        return _(KINDS[self.read.kind])

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " · ".join(part for part in (self.read.label, self.read.text, self.kind_words, self.state.text) if part)


def bring_rows(read: Sequence[ReadProvision], existing: Sequence[Provision]) -> tuple[BringRow, ...]:
    """Return the rows of what was read, beside the text that is there."""
    known = {one.key: one for one in existing}
    return tuple(BringRow(number, one, known.get(one.replaces)) for number, one in enumerate(read, 1))


def changed_row(rows: Sequence[BringRow], row: BringRow) -> tuple[BringRow, ...]:
    """Return the rows with one of them otherwise."""
    return tuple(row if one.number == row.number else one for one in rows)


def new_instead(row: BringRow) -> BringRow:
    """Return a row that is a provision of its own, not a new text of another."""
    return replace(row, before=None, read=replace(row.read, replaces=""))


def wanted(rows: Sequence[BringRow]) -> tuple[ReadProvision, ...]:
    """Return what is to be written."""
    return tuple(one.read for one in rows if not one.out)


def counted_lines(rows: Sequence[BringRow], existing: Sequence[Provision]) -> str:
    """Return how many lines were read, and how many provisions of the text that is there are not among them."""
    kept = {row.before.key for row in rows if row.before is not None and not row.out}
    gone = len(existing) - len(kept)
    counts = ngettext("{number} line.", "{number} lines.", len(rows)).format(number=len(rows))
    away = ngettext(
        "{number} provision of the text is not in it.", "{number} provisions of the text are not in it.", gone
    )
    return f"{counts} {away.format(number=gone)}" if gone else counts
