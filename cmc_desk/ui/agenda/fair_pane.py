"""Who has had how much of the floor, for the chair only: it is on no stage and on no paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.fair_floor import FairFloor, FloorShare, GroupShare
from cmc_desk.ui.agenda.words import category_word
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import Cell, FlagText, ShareMark, paint_share
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

# As wide as the usual names of regions; what is not yet heard has at least so many lines under the groups, which roll.
_SIDE = 352
_LOW, _HEADS = 22, 28
_SILENT = 108
_ZERO = timedelta()


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A delegation or a group: how long it spoke, its part of the time, and how that compares with its part of the meeting."""

    key: str
    name: str
    flag: str = ""
    note: str = ""
    used: str = ""
    over: str = ""
    left: str = ""
    overdrawn: bool = False
    share: float = 0.0
    fair: float = 0.0
    largest: float = 0.0
    heard: bool = True


class FairPane(Pane):
    """By delegation at the left, by category, region and language at the right, and beneath who was not heard yet."""

    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.head = PaneHead(_("Fair floor"), subtitle=_("for the chair only"))
        back = DeskButton(_("Back to the rundown"), key="V", bind=False, size="small")
        back.clicked.connect(self.left)
        # V opens and closes it; Esc closes it as it does every panel.
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.left)
        self.head.add(back)
        self.table: RowTable[ShareRow] = RowTable(
            (
                Column(_("Delegation"), _delegation),
                Column(_("Spoken"), lambda row: row.used, 66, draw.RIGHT),
                Column(_("Share"), _share, 84, tooltip=lambda row: _share(row).text, paint=paint_share),
                Column(_("Over"), _over, 62, draw.RIGHT),
                Column(_("Left"), _left, 66, draw.RIGHT),
            ),
            key=lambda row: row.key,
            name=_("Time by delegation"),
            height=DENSE,
        )
        self.categories = _group_table(_("By category"))
        self.regions = _group_table(_("By region"))
        self.languages = _group_table(_("By language"))
        self.silent = Text(size=12, tone="ink", wrap=True)
        side = Pane("sand", lines="l")
        side.setFixedWidth(_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(1, 0, 0, 0)
        right.setSpacing(0)
        groups = QWidget()
        stacked = QVBoxLayout(groups)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(0)
        # Each table is headed by what it groups by: so all three stand on a screen of 768 lines, with every region of the Caribbean.
        for table in (self.categories, self.regions, self.languages):
            stacked.addWidget(table)
        stacked.addStretch()
        right.addWidget(_rolling(groups), 1)
        right.addWidget(PaneHead(_("Not yet heard"), side=True, height=36, lines="tb"))
        body = QWidget()
        words = QVBoxLayout(body)
        words.setContentsMargins(16, 10, 16, 10)
        words.addWidget(self.silent)
        words.addStretch()
        silent = _rolling(body)
        silent.setFixedHeight(_SILENT)
        right.addWidget(silent)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def show_fair(self, fair: FairFloor, facts: Facts, language_word: Callable[[str], str]) -> None:
        """Show who has had how much."""
        members = max(1, len(fair.shares))
        self.head.say(
            _("Fair floor"),
            _("for the chair only"),
            _("{time} spoken · {heard} of {whole} delegations heard").format(
                time=elapsed_words(fair.used), heard=members - len(fair.not_heard), whole=members
            ),
        )
        largest = max((share.total / fair.used for share in fair.shares), default=0.0) if fair.used else 0.0
        rows = [_of(share, facts, fair.used, 1 / members) for share in fair.shares]
        self.table.set_rows([replace(row, largest=largest) for row in rows])
        put_groups(self.categories, fair.by_category, _category_name)
        put_groups(self.regions, fair.by_region, str)
        put_groups(self.languages, fair.by_language, language_word)
        names = [facts.delegation_name(code) for code in fair.not_heard]
        self.silent.setText(", ".join(names) if names else _("Everybody has been heard."))


def _of(share: FloorShare, facts: Facts, whole: timedelta, fair: float) -> ShareRow:
    return ShareRow(
        key=share.delegation,
        name=facts.delegation_name(share.delegation),
        flag=facts.flag(share.delegation),
        note=category_word(share.category),
        used=elapsed_words(share.total) if share.total else "–",
        over=f"+{elapsed_words(share.overtime)}" if share.overtime else "",
        left=elapsed_words(max(_ZERO, share.budget)) if share.budget >= _ZERO else f"−{elapsed_words(-share.budget)}",
        overdrawn=share.budget < _ZERO,
        share=share.total / whole if whole else 0.0,
        fair=fair,
        heard=share.heard,
    )


def _category_name(name: str) -> str:
    return category_word(SpeakerCategory(name))


def put_groups(table: RowTable[ShareRow], groups: Sequence[GroupShare], word: Callable[[str], str]) -> None:
    """Show groups in a table, which is as high as they are."""
    largest = max((group.of_time for group in groups), default=0.0)
    rows = [
        ShareRow(
            key=group.name,
            name=word(group.name) if group.name else _("none stated"),
            note=f"{group.heard}/{group.members}",
            used=elapsed_words(group.used) if group.used else "–",
            share=group.of_time,
            fair=group.of_members,
            largest=largest,
        )
        for group in groups
    ]
    table.set_rows(rows)
    table.setFixedHeight(_HEADS + _LOW * max(1, len(rows)))


def _rolling(body: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(body)
    return scroll


def _group_table(name: str) -> RowTable[ShareRow]:
    return RowTable(
        (
            Column(name, lambda row: row.name, size=13),
            Column(_("Heard"), lambda row: row.note, 52, draw.RIGHT, size=12, tone="slate"),
            Column(_("Spoken"), lambda row: row.used, 60, draw.RIGHT, size=13),
            Column(_("Share"), _share, 66, tooltip=lambda row: _share(row).text, paint=paint_share),
        ),
        key=lambda row: row.key,
        name=name,
        height=_LOW,
    )


def _delegation(row: ShareRow) -> Cell:
    return FlagText(row.flag, row.name)


def _over(row: ShareRow) -> Cell:
    return (Run(row.over, tone="amberInk"),) if row.over else ""


def _left(row: ShareRow) -> Cell:
    return (Run(row.left, tone="coral" if row.overdrawn else "slate"),)


def _share(row: ShareRow) -> ShareMark:
    words = _("{share} % of the time, {equal} % would be equal")
    return ShareMark(
        row.share, row.fair, row.largest, words.format(share=round(row.share * 100), equal=round(row.fair * 100))
    )
