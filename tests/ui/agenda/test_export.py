"""The agenda and its record as files, by a key: they lie where the chooser said, and the strip says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.ui.agenda.export_pane import OFFERS, ExportPane
from tests.ui.agenda.stand import ALT, Chair


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """Let the chooser answer with a path; what it offered is told."""
    offered: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return offered


@pytest.mark.parametrize("number", range(1, len(OFFERS) + 1))
def test_each_file_is_written_by_its_key_and_the_strip_says_where(
    hearing: Chair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    offer = OFFERS[number - 1]
    target = tmp_path / f"x{offer.ending}"
    offered = choosing(monkeypatch, target)
    hearing.press(Qt.Key.Key_X, ALT)
    assert hearing.page.run.left_stack.currentWidget() is hearing.page.run.panels.export
    hearing.press(Qt.Key(Qt.Key.Key_0 + number))
    assert offered == [f"{'planned-and-actual' if offer.record else 'agenda'}{offer.ending}"]
    assert target.stat().st_size > 0
    kind, words = hearing.last()
    assert kind == "notice"
    assert words.startswith(f"Written: x{offer.ending} in ")
    assert words.endswith(tmp_path.name)
    recorded = [line.kind for line in hearing.desk.read(journal_lines)].count("papers.made")
    assert recorded == (1 if offer.record or offer.ending == ".pdf" else 0)
    hearing.press(Qt.Key.Key_Escape)
    assert hearing.page.run.left_stack.currentWidget() is hearing.page.run.rundown
    assert hearing.running() == "context"


def test_one_day_is_written_and_an_ending_that_was_left_away_is_added(
    chair: Chair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = choosing(monkeypatch, tmp_path / "second.day")
    chair.press(Qt.Key.Key_X, ALT)
    chair.page.run.panels.export.days.choose("2019-12-06")
    chair.press(Qt.Key.Key_4)
    assert offered == ["agenda-2019-12-06.csv"]
    text = (tmp_path / "second.day.csv").read_text("utf-8-sig")
    assert "Discussion" in text
    assert "Opening" not in text


def test_who_changes_their_mind_writes_nothing(chair: Chair, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, "")
    chair.press(Qt.Key.Key_X, ALT)
    said = len(chair.said)
    chair.press(Qt.Key.Key_1)
    assert chair.said[said:] == []


def test_a_folder_that_is_not_there_is_said(chair: Chair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, tmp_path / "gone" / "x.ics")
    chair.press(Qt.Key.Key_X, ALT)
    chair.press(Qt.Key.Key_1)
    kind, words = chair.last()
    assert kind == "coral"
    assert words.startswith("NOT WRITTEN. ")


def test_the_plan_offers_the_same_files_and_comes_back_to_its_lines(chair: Chair) -> None:
    chair.press(Qt.Key.Key_E)
    plan = chair.page.plan
    chair.press(Qt.Key.Key_X, ALT)
    assert plan.exporting
    assert isinstance(plan._stack.currentWidget(), ExportPane)
    listed = tuple(chair.page.keys())
    assert ("1", "Calendar") in listed
    chair.press(Qt.Key.Key_Escape)
    assert plan._stack.currentWidget() is plan.lines
