"""How long the window stands still for what is done with the papers, the report, the overview and the drafts of the demo before its end."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmc_desk.desk.demo_meeting import left_at
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.making_papers import make_paper, record_paper
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.rules.papers import Ask
from cmc_desk.ui.documents.doc_form import DocForm
from cmc_desk.ui.documents.page import DocumentsPage
from cmc_desk.ui.overview.page import OverviewPage
from cmc_desk.ui.page import Page
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.shell import MainWindow
from tests.bench.measure import Row, at_most, milliseconds
from tests.bench.windows import Beats, application, close, main_window, until_idle

_LEAST = 100
_BLOCK = "organisation/venue/sentence"
Kind = TypeVar("Kind", bound=Page)


def stalls() -> Iterator[Row]:
    """The longest pause between two beats of the window, page by page."""
    application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = left_at(folder / "demo.cmc", Moment.APPROVAL)
        papers = folder / "Papers" / "demo"
        for kind in paper_kinds()[:8]:
            record_paper(desk, make_paper(desk, kind, Ask(), kind.formats[0], papers))
        window = main_window(desk, folder)
        if window.scanner is not None:
            # Keys without a pause would be a scan.
            window.scanner.stop()
        yield _row("Overview opened, read again, its charts saved", lambda: _overview(window))
        yield from _papers(window)
        yield _row("report looked over, written by hand, circulated", lambda: _report(window))
        yield _row("drafts opened, decided on, agreed, adopted", lambda: _drafts(window))
        close(window)
        shutil.rmtree(papers)


def _row(what: str, act: Callable[[], None]) -> Row:
    beats = Beats()
    act()
    until_idle(application())
    return at_most(f"longest stall, {what}", beats.longest(), _LEAST)


def _overview(window: MainWindow) -> None:
    window.go("overview")
    until_idle(application())
    page = _page(window, "overview", OverviewPage)
    page.changed(frozenset({"*"}))
    until_idle(application())
    for key in (Qt.Key.Key_D, Qt.Key.Key_B, Qt.Key.Key_S):
        QTest.keyClick(page, key)
        _while(page.acts.charts.is_saving)


def _papers(window: MainWindow) -> Iterator[Row]:
    app, listed = application(), 0.0

    def opened() -> None:
        nonlocal listed

        def until_listed() -> None:
            window.go("papers")
            page = _page(window, "papers", PapersPage)
            _while(lambda: not page.list.table.model_of_rows().rows)

        listed = milliseconds(until_listed)
        until_idle(app)

    yield _row("Papers opened, eight of them judged", opened)
    yield at_most("Papers opened until they are listed", listed, 500)


def _report(window: MainWindow) -> None:
    app, page = application(), _page(window, "papers", PapersPage)
    page.open_at("outcome-report")
    until_idle(app)
    page.edit_report("block", _BLOCK)
    until_idle(app)
    view = page.report.editor()
    view.block.text.insertPlainText("As was agreed. ")
    for act in (view.block.keep.click, view.block.revert.click, view.standing.circulate.click, page.show_papers):
        act()
        until_idle(app)


def _drafts(window: MainWindow) -> None:
    app = application()
    window.go("documents")
    until_idle(app)
    page = _page(window, "documents", DocumentsPage)
    acts = page.acts
    for draft in [one.key for one in page.shown.titles]:
        page.open_document(draft)
        app.processEvents()
        for act in (
            acts.next_bracket,
            partial(acts.decide, ProposalDecision.BRACKETED),
            acts.reopen,
            partial(acts.decide, ProposalDecision.ACCEPTED),
            acts.agree,
            page.toggle_whole,
            page.toggle_whole,
            acts.document.next_version,
            partial(_save, page),
            acts.document.adopt,
            partial(_save, page),
        ):
            act()
            until_idle(app)
            app.processEvents()


def _save(page: DocumentsPage) -> None:
    if isinstance(page.side.form, DocForm):
        page.side.form.save()


def _page(window: MainWindow, key: str, kind: type[Kind]) -> Kind:
    page = window.page(key)
    assert isinstance(page, kind)
    return page


def _while(busy: Callable[[], bool]) -> None:
    app = application()
    app.processEvents()
    while busy():
        app.processEvents()
