"""The provisions of a draft as the list shows them: the sign of its status, the number, the first words, the status."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import Concern, ProvisionKind, ProvisionStatus
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Rendered, RenderedDraft
from cmc_desk.ui import icons
from cmc_desk.ui.documents.parts import paint_sign
from cmc_desk.ui.documents.words import STATUS, first_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

HEIGHT = 33
_SIGN, _LABEL, _TITLE = 12, 36, 68
_HEADS = frozenset({ProvisionKind.TITLE, ProvisionKind.HEADING})


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """`live` counts the proposals that are before the meeting, `conflict` says that two of them cannot both be taken.

    `whole` is the document as a whole, which has no status of its own.
    """

    key: str
    label: str
    title: str
    status: ProvisionStatus
    heading: bool = False
    live: int = 0
    brackets: int = 0
    conflict: bool = False
    whole: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        words = ngettext("{number} proposal", "{number} proposals", self.live)
        live = words.format(number=self.live) if self.live else ""
        conflict = _("Conflicts") if self.conflict else ""
        status = "" if self.heading else _(STATUS[self.status].chip)
        return " · ".join(part for part in (self.label, self.title, status, live, conflict) if part)


def provision_rows(draft: RenderedDraft, proposals: Sequence[Proposal]) -> tuple[ProvisionRow, ...]:
    """Return the rows of a draft and what is proposed for it.

    The document as a whole comes first. A heading without a number over one provision alone is the title of that one, as in a plan
    of action.
    """
    found = draft.provisions
    live = Counter(one.provision for one in proposals if one.live)
    rows: list[ProvisionRow] = []
    if all(one.provision.key for one in found):
        whole = ProvisionRow("", "", _("The whole document"), ProvisionStatus.OPEN, heading=True, whole=True)
        rows.append(replace(whole, live=live[""]))
    title = ""
    for place, one in enumerate(found):
        key = one.provision.key
        if _titles_one(found, place) and not live[key]:
            title = first_words(one.provision.text)
            continue
        rows.append(_row(one, live[key], Concern.CONFLICT in one.concerns, title))
        title = ""
    return tuple(rows)


def is_bracketed(row: ProvisionRow) -> bool:
    """Say whether something in a provision is not agreed yet."""
    return row.status is ProvisionStatus.BRACKETED or bool(row.brackets)


def paint_provision(painter: QPainter, rect: QRectF, row: ProvisionRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Draw a row into its place."""
    look = STATUS[row.status]
    middle = QRectF(rect.x() + _SIGN, rect.y(), 18, rect.height())
    right = rect.right() - 16
    if row.whole:
        icons.paint(painter, QRectF(middle.center().x() - 7, middle.center().y() - 7, 14, 14), "documents", "slate")
        if row.live:
            draw.text(
                painter, QRectF(right - 40, rect.y(), 40, rect.height()), str(row.live), size=12, align=draw.RIGHT
            )
            right -= 48
    elif not row.heading or row.live:
        paint_sign(painter, middle, look.sign, look.tone)
        word = _(look.word)
        wide = draw.text_width(word, font(12))
        tone = look.tone if row.status is ProvisionStatus.BRACKETED else "slate"
        draw.text(painter, QRectF(right - wide, rect.y(), wide + 1, rect.height()), word, size=12, tone=tone)
        right -= wide + 8
    label = rect.x() + _LABEL
    title = max(_TITLE, _LABEL + draw.text_width(row.label, font(13)) + 8) if row.label else _LABEL
    draw.text(painter, QRectF(label, rect.y(), title - _LABEL, rect.height()), row.label, size=13, tone="slate")
    area = QRectF(rect.x() + title, rect.y(), max(0.0, right - rect.x() - title), rect.height())
    bold = selected or (row.heading and not row.whole)
    tone = "slate" if row.status is ProvisionStatus.DELETED else "ink"
    draw.text(painter, area, row.title, size=13, bold=bold, tone=tone)


def _titles_one(found: Sequence[Rendered], place: int) -> bool:
    """Say whether a provision is a heading without a number, with one provision beneath it that has one."""
    heading = found[place].provision
    if heading.kind is not ProvisionKind.HEADING or heading.label:
        return False
    beneath = list(takewhile(lambda one: one.provision.kind not in _HEADS, found[place + 1 :]))
    return bool(beneath) and bool(beneath[0].provision.label) and sum(bool(one.provision.label) for one in beneath) == 1


def _row(one: Rendered, live: int, conflict: bool, title: str) -> ProvisionRow:  # noqa: FBT001 - one of a row's fields
    provision = one.provision
    return ProvisionRow(
        key=provision.key,
        label=provision.path or provision.label,
        title=title or first_words(provision.text) or _("(no text)"),
        status=provision.status,
        heading=provision.kind in _HEADS,
        live=live,
        brackets=one.brackets,
        conflict=conflict,
    )
