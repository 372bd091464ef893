"""The registration desk, with somebody looked for and somebody who comes twice."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.counter import Counter
from cmc_desk.ui.parts.fact_rows import Fact, FactRows
from cmc_desk.ui.parts.flag import FlagSwatch
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.log_list import LogList, LogRow
from cmc_desk.ui.parts.message_strip import MessageStrip
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.photo_frame import PhotoFrame
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.slot_bars import SlotBars
from cmc_desk.ui.parts.text import Text
from tests.ui.scenes.frame import column, frame, line

HITS = (
    HitRow(
        "1",
        "Keisha Example-Blake",
        "Trinidad and Tobago · Foreign Affairs",
        "TT",
        hits=((15, 18),),
        chip=ChipLook("Expected", "notyet"),
    ),
    HitRow(
        "2",
        "Blaise Sample-Dorval",
        "Haiti · Foreign Affairs",
        "HT",
        hits=((0, 3),),
        chip=ChipLook("Flight delayed", "warning"),
    ),
    HitRow(
        "3",
        "Blanche Specimen-Henry",
        "Saint Lucia · Immigration",
        "LC",
        hits=((0, 3),),
        chip=ChipLook("08:33 · Desk A", "good"),
    ),
    HitRow(
        "4",
        "Rohan Specimen-Blackman",
        "Guyana · Immigration",
        "GY",
        hits=((15, 18),),
        chip=ChipLook("Expected", "notyet"),
    ),
    HitRow(
        "5", "Sabla Muster-Pinas", "Suriname · Immigration", "SR", hits=((2, 5),), chip=ChipLook("Expected", "notyet")
    ),
    HitRow(
        "6",
        "Andre Sample-Bladwin",
        "Barbados · Immigration",
        "BB",
        hits=((13, 16),),
        chip=ChipLook("08:29 · Desk B", "good"),
    ),
    HitRow(
        "7",
        "Winsome Example-Blagg",
        "Jamaica · Host secretariat",
        "JM",
        hits=((16, 19),),
        chip=ChipLook("Not coming", "absent"),
    ),
)
LOG = (
    LogRow(1, "good", "Andre Sample-Cox", "Checked in · Antigua and Barbuda", "08:52", "Desk B"),
    LogRow(2, "good", "Ilse Muster-Croes", "Checked in · Aruba", "08:51", "Desk B"),
    LogRow(3, "blocks", "Unknown code 7741-09", "Not found", "08:51", "Desk A"),
    LogRow(4, "good", "Yunior Specimen-Valdés", "Checked in · Cuba", "08:50", "Desk B"),
    LogRow(5, "warning", "Marisol Sample-Peña", "Already in · Dominican Republic", "08:49", "Desk B"),
    LogRow(6, "walkin", "Garfield Example-Tuitt", "Walk-in · Montserrat", "08:48", "Desk A"),
)


def registration() -> QWidget:
    """The desk while somebody is being looked for."""
    return _desk(already=False)


def registration_already() -> QWidget:
    """The desk when somebody comes twice."""
    strip = MessageStrip()
    strip.set_message("amber", "Nothing changed: ", "Keisha Example-Blake", " was already checked in.")
    return frame(_desk_panes(already=True), strip=strip)


def _desk(*, already: bool) -> QWidget:
    return frame(_desk_panes(already=already))


def _desk_panes(*, already: bool) -> QWidget:
    work = QWidget()
    row = QHBoxLayout(work)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for pane, stretch in ((_search_pane(), 0), (_card_pane(already=already), 1), (_side_pane(already=already), 0)):
        row.addWidget(pane, stretch)
        if pane.focusProxy() is not None:
            work.setFocusProxy(pane)
    return work


def _search_pane() -> QWidget:
    pane = Pane("panel", lines="r")
    pane.setFixedWidth(425)
    field = SearchField(name="Search")
    field.set_text("bla")
    pane.setFocusProxy(field.edit)
    segment = Segment(
        (
            Option("all", "All", 84),
            Option("expected", "Expected", 53),
            Option("present", "Present", 31),
            Option("notes", "Notes", 5, "pin"),
        ),
        name="Which people",
        even=True,
    )
    hits = ResultList(name="People found")
    hits.set_rows(HITS, first=True)
    upper = column(field, spacing=8, margins=(16, 16, 16, 12))
    upper.addLayout(
        line(
            Text("Scan a badge, or type a name, delegation or code", size=12, tone="slate"),
            1,
            KeyCap("F2"),
            Text("search", size=12, tone="slate"),
        )
    )
    upper.addSpacing(4)
    upper.addWidget(segment)
    upper.addSpacing(8)
    found = RunLine((Run("7", bold=True), Run(" of 84 match", tone="slate")), size=12)
    upper.addLayout(line(found, 1, KeyCap("↑"), KeyCap("↓"), Text("choose", size=12, tone="slate")))
    whole = QVBoxLayout(pane)
    whole.setContentsMargins(0, 0, 1, 0)
    whole.setSpacing(0)
    whole.addLayout(upper)
    whole.addWidget(Rule())
    whole.addWidget(hits, 1)
    whole.addWidget(Rule())
    whole.addLayout(column(DeskButton("Register a walk-in", key="Ctrl+N", icon="plus"), margins=(16, 12, 16, 12)))
    return pane


def _card_pane(*, already: bool) -> QWidget:
    pane = Pane("panel", lines="r")
    card = QVBoxLayout(pane)
    card.setContentsMargins(24, 20, 25, 16)
    card.setSpacing(16)
    names = column(
        Text("Ms · English", size=13, tone="slate"),
        Text("Keisha", size=28, bold=True),
        Text("Example-Blake", size=28, bold=True),
    )
    names.addSpacing(6)
    names.addLayout(line(FlagSwatch("TT", width=30), Text("Trinidad and Tobago", size=16, bold=True)))
    names.addWidget(Text("Technical Officer, International Relations"))
    names.addStretch()
    upper = QHBoxLayout()
    upper.setSpacing(20)
    upper.addWidget(PhotoFrame())
    upper.addLayout(names, 1)
    card.addLayout(upper)
    if already:
        banner = Callout("amber", loud=True)
        banner.say("Already checked in 08:41 at Desk B", "11 min ago by T. Sample-Reid · badge was handed over")
    else:
        banner = Callout("amber", button=DeskButton("Done", key="D", size="small"))
        banner.say(
            "DSA envelope ready — send to Travel", "Left by travel organiser, Wed 17:52 · Table 2, foyer", icon="pin"
        )
    card.addWidget(banner)
    facts = FactRows()
    facts.set_facts(
        (
            Fact("Category", (ChipLook("Delegate", "info", "user"),)),
            Fact("Sponsored seat", (Run("Seat 1", bold=True), "Ministry of Foreign Affairs", ChipLook("IOM", "iom"))),
            Fact("Badge", (ChipLook("Printed, in tray A–F", "info", "print"),)),
            Fact("In Kingston", ("Arrived Wed 4 Dec 15:40 · room 214",)),
            Fact("Speaks for", ("Trinidad and Tobago · position 25 of 27",)),
            Fact("Second seat", ("Devon Sample-Ramlal, Immigration", ChipLook("08:36", "good"))),
        )
    )
    card.addWidget(facts)
    card.addStretch()
    if already:
        card.addWidget(DeskButton("Reprint badge", key="Ctrl+P", icon="print", kind="outline", size="big"))
        second = line(
            DeskButton("Undo this check-in", key="Ctrl+Shift+Z", icon="undo", kind="danger"),
            DeskButton("Next person", key="Esc"),
            spacing=12,
        )
    else:
        card.addWidget(DeskButton("Check in", key="Enter", icon="check", kind="primary", size="big"))
        second = line(
            DeskButton("Print badge", key="Ctrl+P", icon="print"),
            DeskButton("Add a note", key="Ctrl+E", icon="note"),
            spacing=12,
        )
    card.setSpacing(12)
    card.addLayout(second)
    return pane


def _side_pane(*, already: bool) -> QWidget:
    pane = Pane("sand")
    pane.setFixedWidth(306)
    people, delegations = Counter("people present"), Counter("delegations present", right=True)
    people.set_count(31, 84)
    delegations.set_count(14, 27)
    bar = Bar(name="People present", track="sandTrack")
    bar.set_share(31, 84, tone="leaf")
    slots = SlotBars(name="Check-ins per 5 min")
    slots.set_slots((1, 0, 1, 2, 1, 2, 3, 4, 4, 6, 7), ((0, "08:00"), (5, "08:25"), (10, "08:50")))
    log = LogList(name="Just scanned")
    log.set_rows(
        (
            LogRow(
                0, "warning", "Keisha Example-Blake", "Already in · Trinidad and Tobago", "08:52", "Desk A", loud=True
            ),
            *LOG,
        )
        if already
        else LOG
    )
    upper = column(margins=(16, 16, 16, 6), spacing=10)
    upper.addLayout(line(people, 1, delegations))
    upper.addWidget(bar)
    upper.addSpacing(4)
    rate = RunLine((Run("7", bold=True), Run(" in the last 5", tone="slate")), size=12)
    upper.addLayout(line(Text("Check-ins per 5 min", size=12, tone="slate"), 1, rate))
    upper.addWidget(slots)
    whole = QVBoxLayout(pane)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(upper)
    whole.addWidget(PaneHead("Just scanned", right="All desks", side=True, height=32, lines="tb"))
    whole.addWidget(log, 1)
    return pane
