"""The Documents page in the main window, with whoever follows the drafting before it."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.clock import ManualClock
from cmc_desk.desk import draft_acts, proposals
from cmc_desk.desk.attendance import check_in
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.document_kinds import (
    DocumentKind,
    ProposalAction,
    ProposalDecision,
    ProvisionKind,
    ProvisionStatus,
)
from cmc_desk.rules.drafts import Provision, ReadProvision
from cmc_desk.rules.proposals import Proposal
from cmc_desk.ui import sound, theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.documents.doc_form import DocForm
from cmc_desk.ui.documents.page import DocumentsPage
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.shell import MainWindow
from tests.meetings import ANAIS, DESK_A, KEISHA, MORNING, enter, open_desk
from tests.ui.inline_pool import InlinePool

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEY = "principles"
SECOND = "States shall exchange information every year."
TEXT = (
    ReadProvision(ProvisionKind.HEADING, "Foundations", "I"),
    ReadProvision(ProvisionKind.PARAGRAPH, "These principles are not binding.", "1"),
    ReadProvision(ProvisionKind.PARAGRAPH, SECOND, "2"),
    ReadProvision(ProvisionKind.PARAGRAPH, "They meet in Kingston.", "3"),
)


@dataclass
class Drafter:
    """Hands on the keyboard, eyes on the page."""

    window: MainWindow
    desk: Desk
    said: list[Message] = field(default_factory=list)

    @property
    def page(self) -> DocumentsPage:
        page = self.window.page("documents")
        assert isinstance(page, DocumentsPage)
        return page

    @property
    def form(self) -> DocForm:
        """The form that is open."""
        form = self.page.side.form
        assert isinstance(form, DocForm)
        return form

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def last(self) -> str:
        """Return what was said last."""
        message = self.said[-1]
        return message.before + message.bold + message.after

    def provision(self, label: str) -> Provision:
        """Return a provision as it stands in the meeting file."""
        return next(one for one in self.desk.read(draft_text, draft=KEY).provisions if one.label == label)

    def proposal(self, number: int) -> Proposal:
        """Return a proposal as it stands in the meeting file."""
        return self.desk.read(proposals.proposal, key=f"P-{number}")

    def open(self, label: str) -> None:
        """Choose a provision in the list, as somebody does who clicks on it."""
        self.page.left.list.choose(self.provision(label).key)

    def propose(self, label: str, text: str, delegation: str = "JM", **more: Any) -> str:
        """Let a delegation propose another text."""
        told = {"action": ProposalAction.MODIFY} | more
        provision = self.provision(label).key
        return self.desk.do(
            proposals.add_proposal,
            draft=KEY,
            provision=provision,
            new_text=text,
            delegations=(delegation,),
            **told,
        )

    def titles(self) -> list[str]:
        """Return the proposals of the list in words."""
        return [f"{row.name} {row.who} {row.state.text}" for row in self.page.side.list.rows()]

    def close(self) -> None:
        """Leave the window."""
        self.window.close()
        self.window.close()
        self.window.deleteLater()
        sound.mute(on=False)


def drafted_file(folder: Path) -> Path:
    """Make the meeting once; every test has a copy of its own."""
    desk = open_desk(folder)
    for person in (KEISHA, ANAIS):
        desk.do(check_in, participant=enter(desk, person).id)
    desk.do(
        draft_acts.found_draft,
        key=KEY,
        title="Guiding Principles of the Sample",
        short_title="Guiding Principles",
        kind=DocumentKind.DECLARATION,
    )
    desk.do(draft_acts.bring_text, draft=KEY, provisions=TEXT)
    desk.close()
    return desk.store.path


def make_drafter(qtbot: QtBot, made: Path, folder: Path) -> Drafter:
    """Open a copy of the meeting on the page."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)
    sound.mute(on=True)
    shutil.copyfile(made, folder / "m.cmc")
    desk = open_meeting(folder / "m.cmc", author=DESK_A, secret="", clock=ManualClock(MORNING))
    context = Context(desk, pool=InlinePool())
    window = MainWindow(context, pages=PAGES)
    # What keeps the time in a test is the test.
    window._ticker.stop()
    window._poller.stop()
    drafter = Drafter(window, desk)
    context.said.connect(drafter.said.append)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    # Keys without a pause are a scan; here they are a person's.
    assert window.scanner is not None
    window.scanner.stop()
    window.go("documents")
    return drafter


AGREED, OPEN = ProvisionStatus.AGREED, ProvisionStatus.OPEN
ACCEPTED, NOT_ACCEPTED, PARKED = (
    ProposalDecision.ACCEPTED,
    ProposalDecision.NOT_ACCEPTED,
    ProposalDecision.BRACKETED,
)
