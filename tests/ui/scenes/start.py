"""The window in which a meeting is chosen."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.message_strip import MessageStrip
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from tests.ui.scenes.frame import HINTS, column, line


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
