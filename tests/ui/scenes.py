"""Screens composed of the parts alone, with invented people, to see whether the parts can carry a page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.ui.parts.bars import Bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.cells import Cell, FlagText
from cmc_desk.ui.parts.checklist import Checklist, CheckRow
from cmc_desk.ui.parts.chip import Chip, ChipKind, ChipLook
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.complete import CompleteField, Suggestion
from cmc_desk.ui.parts.counter import Counter
from cmc_desk.ui.parts.fact_rows import Fact, FactRows
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.flag import FlagSwatch
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.log_list import LogList, LogRow
from cmc_desk.ui.parts.message_strip import Hint, MessageStrip
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.photo_frame import PhotoFrame
from cmc_desk.ui.parts.rail import Rail, RailEntry
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.slot_bars import SlotBars
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.top_bar import TopBar

PAGES = (
    RailEntry("overview", 1, "overview", "Overview"),
    RailEntry("registration", 2, "registration", "Registration"),
    RailEntry("agenda", 3, "agenda", "Agenda"),
    RailEntry("summaries", 4, "summaries", "Summaries"),
    RailEntry("documents", 5, "documents", "Documents"),
    RailEntry("travel", 6, "travel", "Travel"),
    RailEntry("papers", 7, "papers", "Papers"),
    RailEntry("setup", 8, "setup", "Setup"),
)
HINTS = (Hint("Scanner ready", icon="scan"), Hint("Badge printer ready", icon="print"), Hint("Keys", key="F1"))
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


def frame(work: QWidget, *, page: str = "registration", strip: MessageStrip | None = None) -> QWidget:
    """Put a workspace between rail, top bar and strip, 1366 × 768."""
    window = QWidget()
    window.resize(1366, 768)
    rail = Rail(PAGES, parent=window)
    rail.choose(page)
    bar = TopBar(parent=window)
    bar.set_meeting("CMC Preparatory Meeting", "Day 1 of 2 · Thu 5 Dec 2019")
    bar.set_item(
        "Arrival and registration of participants",
        chip=ChipLook("On time", "good"),
        next_text="Opening remarks in 8 min",
    )
    bar.safety.set_state("Saved 08:52:14", "Copy 12 s ago", "leaf")
    bar.clock.set_time("08:52", "19", "Kingston time")
    bar.set_operator("T. Sample-Reid", "Desk B")
    if strip is None:
        strip = MessageStrip(parent=window)
        strip.set_message("notice", "Checked in: ", "Andre Sample-Cox", ", Antigua and Barbuda · Desk B", undo=True)
    strip.set_hints(HINTS)
    window.setFocusProxy(work)
    right = column(bar, work, strip, stretch=1)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    row.addLayout(right)
    return window


def column(
    *widgets: QWidget, stretch: int = -1, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Stack widgets; the one at `stretch` grows."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for place, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if place == stretch else 0)
    return layout


def line(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Set widgets side by side; a number is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)
    return layout


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


def walkin() -> QWidget:
    """A person who stands on no list."""
    work = QWidget()
    row = QHBoxLayout(work)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    pane = Pane("panel", lines="r")
    form = QVBoxLayout()
    form.setContentsMargins(24, 18, 25, 16)
    form.setSpacing(0)
    family = QLineEdit("Example-Bla")
    where = CompleteField(lambda _text: ())
    where.set_taken(Suggestion("JM", "Jamaica", "JM"))
    mail = QLineEdit()
    mail.setPlaceholderText("may stay empty")
    salutation = Field("Salutation", Combo((("ms", "Ms"), ("mr", "Mr"))))
    salutation.setFixedWidth(110)
    capacity = Field("Capacity", Combo((("adviser", "Adviser"), ("delegate", "Delegate"))))
    capacity.setFixedWidth(190)
    phone = Field("Phone, if at hand", QLineEdit("555"))
    phone.set_problem("The number needs its country code, such as +1 876.")
    form.addLayout(
        line(salutation, Field("Given name", QLineEdit("Winsome")), Field("Family name", family), spacing=12)
    )
    where_field = Field("Delegation or organisation", where)
    form.addLayout(line(where_field, capacity, spacing=12))
    form.addLayout(
        line(
            Field("Functional title", QLineEdit("Legal Officer")),
            Field("Institution", QLineEdit("Ministry of Foreign Affairs and Foreign Trade")),
            spacing=12,
        )
    )
    form.addLayout(
        line(
            Field("E-mail, if at hand", mail),
            phone,
            Field("Dietary", Combo((("", "none"), ("v", "vegetarian")))),
            spacing=12,
        )
    )
    banner = Callout("amber")
    banner.say(
        "Credentials to verify",
        "Not in any letter of nomination. The organiser sees this person on the review list.",
        icon="flagi",
    )
    form.addWidget(banner)
    form.addSpacing(16)
    listed = (
        Text("Shown in the list of participants", size=13, tone="slate"),
        Chip("Asked: yes", "good"),
        KeyCap("Alt+L"),
    )
    form.addLayout(
        line(*listed, 1, Text("Sponsored seat", size=13, tone="slate"), Chip("No: Jamaica holds 2 of 2", "absent"))
    )
    form.addStretch()
    form.addWidget(DeskButton("Save, check in and print", key="Enter", icon="check", kind="primary", size="big"))
    form.addSpacing(12)
    form.addLayout(
        line(
            DeskButton("Save and check in, no badge", key="Shift+Enter"),
            DeskButton("Photo", key="Ctrl+H", icon="camera"),
            spacing=12,
        )
    )
    whole = QVBoxLayout(pane)
    whole.setContentsMargins(0, 0, 1, 0)
    whole.setSpacing(0)
    whole.addWidget(PaneHead("Walk-in", subtitle="Enter saves, checks in and prints · Esc leaves, nothing kept"))
    whole.addLayout(form)
    row.addWidget(pane, 1)
    row.addWidget(_walkin_side())
    work.setFocusProxy(family)
    return frame(work)


def _walkin_side() -> QWidget:
    side = Pane("sand")
    side.setFixedWidth(419)
    like = ResultList(name="Is it one of these?")
    like.set_rows(
        (
            HitRow(
                1,
                "Winsome Example-Blagg",
                "Host secretariat · same delegation",
                "JM",
                chip=ChipLook("Very like", "warning"),
            ),
            HitRow(
                2,
                "Keisha Example-Blake",
                "Foreign Affairs",
                "TT",
                chip=ChipLook("Family name", "neutral", "disc-question"),
            ),
        )
    )
    like.setFixedHeight(104)
    checks = Checklist(name="Jamaica")
    checks.set_checks(
        (
            CheckRow(1, "good", "Opal Example-Blagg", "head of delegation"),
            CheckRow(2, "good", "Errol Sample-Hyde"),
            CheckRow(3, "notyet", "Winsome Example-Blagg", "not coming"),
        )
    )
    roomy = Checklist(name="Checks", lines=True)
    roomy.set_checks(
        (
            CheckRow(1, "good", "Disk", right="41 GB free"),
            CheckRow(2, "warning", "Copy on USB stick", right="last at 11:58", right_tone="amberInk", bold=True),
        )
    )
    whole = QVBoxLayout(side)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(PaneHead("Is it one of these?", right=KeyCap("Alt+1…3"), side=True))
    whole.addWidget(like)
    whole.addWidget(PaneHead("Jamaica", right="3 of 4 present", side=True))
    whole.addWidget(checks)
    whole.addWidget(PaneHead("Checks", right="1 of 2 good", side=True))
    whole.addWidget(roomy)
    whole.addStretch()
    return side


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


def start() -> QWidget:
    """The first window."""
    window = Pane("panel")
    window.resize(1366, 768)
    band = Pane("rail")
    band.setFixedHeight(56)
    words = (
        Text("CMC Desk", bold=True, tone="railOnInk"),
        Text("runs a meeting from this laptop, without a network", tone="railInk"),
    )
    band_line = line(*words, 1, Text("08:02 · Kingston time", tone="railInk"), spacing=16)
    band_line.setContentsMargins(24, 0, 24, 0)
    band.setLayout(band_line)
    meetings = ResultList(name="Meetings on this computer", height=68)
    meetings.set_rows(
        (
            HitRow(
                1,
                "CMC Preparatory Meeting",
                "Kingston, 5–6 December 2019 · last open today 07:41",
                icon="cal",
                chip=ChipLook("Encrypted", "good", "lock"),
            ),
            HitRow(
                2,
                "CMC Preparatory Meeting (training)",
                "Fictional people, clock can run ×10 · nothing here is real",
                icon="cal",
                chip=ChipLook("Training", "warning"),
            ),
        ),
        first=True,
    )
    left = QVBoxLayout()
    left.setSpacing(0)
    left.addWidget(PaneHead("Meetings on this computer", height=56))
    left.addWidget(meetings, 1)
    left.addWidget(Rule())
    buttons = line(
        DeskButton("New meeting", key="Ctrl+N", icon="plus"),
        DeskButton("Open file", key="Ctrl+O", icon="folder"),
        DeskButton("From a copy", icon="copy"),
        spacing=12,
    )
    buttons.setContentsMargins(16, 16, 16, 16)
    left.addLayout(buttons)
    right = column(margins=(40, 32, 40, 32))
    right.addWidget(Text("CMC Preparatory Meeting", size=28, bold=True))
    right.addWidget(Text("Thursday 5 December 2019, day 1 of 2 · Spanish Court Hotel, Kingston", size=15, tone="slate"))
    banner = Callout("leaf")
    banner.say(
        "File and key belong together",
        "Last saved today 07:41:09 · copy of 07:41:31 on the USB stick, opened and checked",
    )
    right.addSpacing(18)
    right.addWidget(banner)
    right.addSpacing(22)
    right.addWidget(Field("Your name", Combo((("t", "T. Sample-Reid"),))))
    right.addWidget(Text("You are here as", size=12, tone="slate"))
    right.addSpacing(4)
    roles = (
        ("registration", "Registration"),
        ("clock", "Chair’s assistant"),
        ("summaries", "Rapporteur"),
        ("travel", "Travel"),
        ("overview", "Organiser"),
    )
    right.addWidget(
        Segment(tuple(Option(icon, text, icon=icon) for icon, text in roles), name="You are here as", tiles=True)
    )
    right.addSpacing(14)
    right.addLayout(
        line(
            Field("Station", Combo((("b", "Desk B"),))),
            Field("Language of the screen", Combo((("en", "English"),))),
            spacing=12,
        )
    )
    secret = QLineEdit("correct horse")
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    right.addWidget(
        Field(
            "Passphrase of the meeting",
            secret,
            hint="Forgotten? Use the printed recovery key. Without either, nobody can read the meeting.",
        )
    )
    right.addStretch()
    right.addWidget(DeskButton("Open the desk", key="Enter", icon="check", kind="primary", size="big"))
    both = QHBoxLayout()
    both.setSpacing(0)
    holder = QWidget()
    holder.setFixedWidth(560)
    left.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(left)
    both.addWidget(holder)
    both.addWidget(Rule(standing=True))
    both.addLayout(right, 1)
    strip = MessageStrip()
    strip.set_message("quiet", "Stored on this computer only. Folder is not synchronised, 41 GB free.")
    strip.set_hints(HINTS)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(band)
    whole.addLayout(both, 1)
    whole.addWidget(strip)
    window.setFocusProxy(secret)
    return window


SCENES: dict[str, Callable[[], QWidget]] = {
    "registration": registration,
    "registration_already": registration_already,
    "walkin": walkin,
    "import": import_people,
    "start": start,
}
