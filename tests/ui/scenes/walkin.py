"""The form for somebody who stands on no list."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.checklist import Checklist, CheckRow
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.complete import CompleteField, Suggestion
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from tests.ui.scenes.frame import frame, line


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
