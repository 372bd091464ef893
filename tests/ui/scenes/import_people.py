"""A list of people before it is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.cells import Cell, FlagText
from cmc_desk.ui.parts.chip import ChipKind, ChipLook
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from tests.ui.scenes.frame import frame, line

ImportRow = tuple[int, ChipLook, str, FlagText, str, str]
_ROWS: tuple[ImportRow, ...] = (
    (
        8,
        ChipLook("New", "info", "plus"),
        "Anaïs Sample-Étienne",
        FlagText("HT", "Haïti → Haiti"),
        "Directrice, Affaires consulaires",
        "",
    ),
    (
        9,
        ChipLook("Update", "iom", "copy"),
        "Keisha Example-Blake",
        FlagText("TT", "Trinidad & Tobago"),
        "Technical Officer, International Relations",
        "Function, phone",
    ),
    (
        10,
        ChipLook("Same", "outline", "minus"),
        "Devon Sample-Ramlal",
        FlagText("TT", "Trinidad & Tobago"),
        "Immigration Officer II",
        "",
    ),
    (
        11,
        ChipLook("Possible duplicate", "warning"),
        "Van der Muster Joost",
        FlagText("NL", "Netherlands"),
        "Migration Policy",
        "Like Joost van der Muster",
    ),
    (12, ChipLook("New", "info", "plus"), "Łukasz Specimen-Żółć", FlagText("IOM", "IOM"), "Data Officer", ""),
    (
        13,
        ChipLook("Error", "blocks"),
        "—",
        FlagText("", "Grenadines"),
        "Chief Immigration Officer",
        "G13: which delegation?",
    ),
    (
        14,
        ChipLook("New", "info", "plus"),
        "Blanche Specimen-Henry",
        FlagText("LC", "St Lucia"),
        "Immigration",
        "Shares an e-mail: kept",
    ),
    (15, ChipLook("New", "info", "plus"), "Ilse Muster-Croes", FlagText("UNHCR", "UNHCR"), "Protection", ""),
)


def import_people() -> QWidget:
    """A list before it is written."""
    tones: dict[ChipKind, str] = {"blocks": "coral", "warning": "amberInk"}

    def differs(row: ImportRow) -> Cell:
        return (Run(row[5], tone=tones.get(row[1].kind, "slate")),)

    columns: tuple[Column[ImportRow], ...] = (
        Column(
            "Row", lambda r: str(r[0]), 48, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tone="slate"
        ),
        Column("Will be", lambda r: r[1], 150),
        Column("Name", lambda r: r[2], 196, bold=True),
        Column("Delegation", lambda r: r[3], 165),
        Column("Function", lambda r: r[4], 203),
        Column("What differs", differs, size=13),
    )
    table = RowTable(columns, key=lambda r: r[0], name="Rows of the list", height=38)
    table.set_rows(_ROWS, key=9)
    pane = Pane("panel")
    head = PaneHead("Import people", subtitle="Lista provisional 2.xlsx · sheet Liste · heading found in row 3")
    head.add(DeskButton("Another file", key="Ctrl+O", size="small"))
    segment = Segment(
        (
            Option("all", "All", 92),
            Option("new", "New", 17),
            Option("update", "Update", 9),
            Option("same", "Same", 61),
            Option("dup", "Duplicate", 3),
            Option("error", "Error", 2),
        ),
        name="Which rows",
    )
    whole = QVBoxLayout(pane)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(head)
    upper = line(segment, 1, Text("Nothing is written until you press Import", size=12, tone="slate"))
    upper.setContentsMargins(16, 10, 16, 10)
    whole.addLayout(upper)
    whole.addWidget(Rule())
    whole.addWidget(table, 1)
    whole.addWidget(Rule())
    totals = RunLine(
        (
            Run("17", bold=True),
            Run(" new · "),
            Run("9", bold=True),
            Run(" updated · "),
            Run("2", bold=True),
            Run(" left out"),
        ),
        size=13,
    )
    lower = line(
        totals,
        1,
        DeskButton("Save the 2 errors as a list"),
        DeskButton("Import 26", key="Ctrl+Enter", icon="check", kind="primary", size="medium"),
        spacing=12,
    )
    lower.setContentsMargins(16, 8, 16, 8)
    whole.addLayout(lower)
    pane.setFocusProxy(table)
    return frame(pane)
