"""Banners, facts, counters, bars and curves."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.rules.figures import Curve, Mark, Point
from cmc_desk.ui.parts.bars import Bar, BarPiece
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout, CalloutKind
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.counter import Counter
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.fact_rows import Fact, FactRows
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.parts.slot_bars import SlotBars
from cmc_desk.ui.parts.step_chart import StepChart
from cmc_desk.ui.theme import colour
from tests.ui.parts.pictures import Show, colours_in, picture


def highest(image: QImage, tone: QColor, columns: range) -> int:
    """Return the highest row in which `tone` stands in these columns; -1 if it does not."""
    rows = [y for y in range(image.height()) if any(image.pixelColor(x, y) == tone for x in columns)]
    return min(rows, default=-1)


@pytest.mark.parametrize(
    ("kind", "ground"), [("amber", "amberT"), ("leaf", "leafT"), ("coral", "coralT"), ("lagoon", "lagoon")]
)
def test_a_banner_stands_on_the_ground_of_its_kind(kind: CalloutKind, ground: str, shown: Show) -> None:
    banner = Callout(kind)
    banner.say("File and key belong together", "Last saved today 07:41:09")
    shown(banner)
    assert colour(ground).name() in colours_in(banner)
    assert (banner.accessibleName(), banner.accessibleDescription()) == (
        "File and key belong together",
        "Last saved today 07:41:09",
    )


def test_a_loud_banner_is_framed_and_may_change_its_kind(shown: Show) -> None:
    banner = Callout("amber", loud=True)
    banner.say("Already checked in 08:41 at Desk B")
    shown(banner)
    assert not banner.second.isVisible()
    banner.say("Revoked", "This badge was replaced.", kind="coral")
    assert colour("coral").name() in colours_in(banner)


def test_a_banner_may_hold_what_is_to_be_done(shown: Show) -> None:
    button = DeskButton("Done", key="D", size="small")
    banner = Callout("amber", button=button)
    banner.say("DSA envelope ready — send to Travel", "Left by travel organiser", icon="pin")
    shown(banner)
    assert banner.button is button
    assert banner.rect().contains(button.geometry())


def test_facts_are_said_and_as_many_rows_stand_as_there_are_facts(shown: Show) -> None:
    facts = FactRows()
    shown(facts)
    facts.set_facts(
        (
            Fact("Seat", (Run("Seat 1", bold=True), "Ministry of Foreign Affairs", ChipLook("IOM", "iom"))),
            Fact("Badge", (ChipLook("Printed", "info", "print"),)),
        )
    )
    rows = [row for row in facts.findChildren(QWidget) if row.isVisible()]
    assert [row.accessibleName() for row in rows] == [
        "Seat: Seat 1, Ministry of Foreign Affairs, IOM",
        "Badge: Printed",
    ]
    assert facts.sizeHint().height() == 64
    assert {colour("indigoT").name(), colour("lagoon").name(), colour("line").name()} <= colours_in(facts)
    facts.set_facts((Fact("Institution", ("A ministry with a very long name indeed " * 5, ChipLook("IOM", "iom"))),))
    assert [row.isVisible() for row in facts._rows] == [True, False]
    assert "A ministry" in rows[0].toolTip()


def test_a_number_comes_with_its_whole(shown: Show) -> None:
    counter = Counter("people present")
    shown(counter)
    counter.set_count(31, 84)
    assert counter.accessibleName() == "people present: 31 / 84"
    alone = Counter("expected", size="middle", right=True)
    shown(alone)
    alone.set_count(81, None, tone="slate", label="expected Fri 6 Dec")
    assert alone.accessibleName() == "expected Fri 6 Dec: 81"
    assert colour("slate").name() in colours_in(alone)
    assert colour("ink").name() not in colours_in(alone)


@pytest.mark.parametrize(
    ("amount", "whole", "painted"), [(0, 84, 0), (42, 84, 100), (84, 84, 200), (1, 10_000, 2), (5, 0, 2)]
)
def test_a_bar_is_as_long_as_its_share_and_something_is_never_nothing(
    amount: int, whole: int, painted: int, shown: Show
) -> None:
    bar = Bar(name="People present")
    bar.setFixedWidth(200)
    shown(bar)
    bar.set_share(amount, whole, tone="leaf")
    image = picture(bar)
    assert sum(image.pixelColor(x, 4) == colour("leaf") for x in range(200)) == painted
    assert bar.accessibleName() == f"People present: {amount} / {whole}"


def test_pieces_of_a_bar_differ_in_more_than_colour(shown: Show) -> None:
    bar = Bar(name="Clauses", height=12)
    bar.setFixedWidth(160)
    shown(bar)
    bar.set_pieces((BarPiece(7, "leaf"), BarPiece(6, "amber", "hatched"), BarPiece(3, look="outlined")), 16)
    image = picture(bar)
    assert {image.pixelColor(x, 6).name() for x in range(2, 68)} == {colour("leaf").name()}
    assert {colour("amber").name(), colour("panel").name()} <= {image.pixelColor(x, 6).name() for x in range(72, 128)}
    assert {image.pixelColor(x, 6).name() for x in range(135, 155)} == {colour("panel").name()}
    assert image.pixelColor(145, 0) == colour("edge")


def test_the_running_slot_is_strong_and_a_single_one_is_seen(shown: Show) -> None:
    slots = SlotBars(name="Check-ins per 5 min")
    slots.setFixedWidth(100)
    shown(slots)
    slots.set_slots((1, 0, 200, 100), ((0, "08:00"), (1, "08:05"), (3, "08:15")))
    image = picture(slots)
    sea, soft = colour("sea"), colour("seaSoft")
    assert highest(image, soft, range(25)) == 42 - 3
    assert highest(image, soft, range(26, 48)) == -1
    assert 0 < highest(image, soft, range(50, 75)) < highest(image, sea, range(75, 100))
    assert slots.accessibleName() == "Check-ins per 5 min: 1, 0, 200, 100"


def test_the_curve_is_seen_with_its_words(shown: Show) -> None:
    chart = StepChart(name="Arrivals")
    chart.setFixedSize(400, 240)
    shown(chart)
    empty = picture(chart)
    curve = Curve(
        0,
        300,
        (Point(10, 2), Point(60, 47), Point(280, 79)),
        84,
        "84 expected",
        (Mark(0, "08:00"), Mark(300, "13:00")),
        Mark(66, "Opened 09:06"),
    )
    chart.set_curve(curve)
    assert picture(chart) != empty
    assert chart.accessibleName() == "Arrivals: 79 / 84"
    chart.set_curve(Curve(0, 300, (Point(20, 3), Point(290, 4)), marker=Mark(295, "Opened just now")))
    assert colour("lagoon").name() in colours_in(chart)
    chart.set_curve(Curve(5, 5, (Point(5, 1),)))
    assert picture(chart) != empty


def test_an_empty_place_says_what_it_is_for_and_what_to_do(shown: Show) -> None:
    button = DeskButton("Import people", key="Ctrl+I")
    place = EmptyState(
        icon="registration", title="Nobody is registered yet", sentence="Bring in the lists. " * 8, button=button
    )
    shown(place)
    assert place.accessibleName().startswith("Nobody is registered yet Bring in")
    assert button.isVisible()
    assert place._sentence.width() >= 350
    place.say("Nothing found")
    assert not place._sentence.isVisible()


def test_an_empty_place_in_a_narrow_pane_is_no_wider_than_the_pane(shown: Show) -> None:
    pane = QWidget()
    pane.setFixedWidth(300)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    place = EmptyState(icon="undo", title="Nothing was kept yet", sentence="A text is kept when it is filed. " * 4)
    column.addWidget(place)
    shown(pane)
    assert place.width() == 300
    assert place._sentence.geometry().right() < 300
    assert place._sentence.height() >= place._sentence.heightForWidth(place._sentence.width())
