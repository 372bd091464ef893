"""Charts that are saved one after the other, and one that cannot be painted."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from cmc_desk.ui.overview.saving_charts import FORMATS, Chart, ChartSaving
from cmc_desk.ui.parts import draw
from tests.ui.inline_pool import InlinePool


def chart(key: str, paint: object) -> Chart:
    assert callable(paint)
    return Chart(key=key, title="Arrivals", beside="", size=QSize(60, 40), paint=paint)


def black(painter: QPainter, size: QSize) -> None:
    draw.fill(painter, QRectF(0, 0, size.width(), size.height()), "ink")


def faulty(_painter: QPainter, _size: QSize) -> None:
    raise ValueError("a chart without a scale")


def test_a_chart_that_cannot_be_painted_is_told_once_and_others_are_saved_again(qtbot: QtBot, tmp_path: Path) -> None:
    saving = ChartSaving(pool=InlinePool())
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(saving.ended):
        saving.start([chart("good", black), chart("bad", faulty)], tmp_path)
    assert [str(fault[1]) for fault in faults] == ["a chart without a scale"]
    assert not saving.is_saving()
    with qtbot.waitSignal(saving.saved) as saved:
        saving.start([chart("good", black)], tmp_path)
    assert saved.args is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"good.{form}" for form in FORMATS)


def test_nothing_else_is_painted_while_charts_are_saved(qtbot: QtBot, tmp_path: Path) -> None:
    saving = ChartSaving(pool=InlinePool())
    with qtbot.waitSignal(saving.saved):
        saving.start([chart("one", black)], tmp_path)
        saving.start([chart("two", black)], tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == {"one"}
