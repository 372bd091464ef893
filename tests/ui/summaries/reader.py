"""The read-out of a small meeting, before somebody who puts it together and reads it: hands, eyes, and what stands in the file."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.recommendations import put_recommendation, recommendations
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.ui.summaries.approval_view import ApprovalView
from cmc_desk.ui.summaries.page_parts import APPROVAL, READING, READOUT, RECOMMENDATIONS
from cmc_desk.ui.summaries.reading_view import ReadingView
from cmc_desk.ui.summaries.readout_view import ReadoutView
from cmc_desk.ui.summaries.recommendation_view import RecommendationView
from tests.desk.readout_hands import ALL, KEY, spoken, write
from tests.founded import founded
from tests.meetings import PEOPLE, open_desk
from tests.ui.summaries.stand import ANA, NOW, Rapporteur, make_rapporteur

DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
# As they are read: a decision, two main points, a question, an action.
READ = [
    "Agreed: principle 1 stands.",
    "Haiti proposed: Principle 2 names displacement.",
    "Jamaica recalled the mandate.",
    "Aruba asked: Does it bind?",
]
ABOUT = ("designate a focal point", "prepare a glossary", "circulate the revised draft")


@dataclass
class Reader(Rapporteur):
    """A rapporteur whose notes are written."""

    @property
    def builder(self) -> ReadoutView:
        part = self.page.made[READOUT]
        assert isinstance(part, ReadoutView)
        return part

    @property
    def reading(self) -> ReadingView:
        part = self.page.made[READING]
        assert isinstance(part, ReadingView)
        return part

    @property
    def writer(self) -> RecommendationView:
        part = self.page.made[RECOMMENDATIONS]
        assert isinstance(part, RecommendationView)
        return part

    @property
    def approval(self) -> ApprovalView:
        part = self.page.made[APPROVAL]
        assert isinstance(part, ApprovalView)
        return part

    def build(self, key: str = KEY) -> ReadoutView:
        """Open the builder."""
        assert self.page.open_readout(key)
        return self.builder

    def open(self, name: str, key: str = "") -> None:
        """Open another part."""
        assert self.page.open_part(name, key)

    def lines(self) -> list[str]:
        """Return the lines as the builder lists them, without the headings."""
        return [row.text for row in self.builder.lines.rows() if not row.heading]

    def choose(self, words: str) -> None:
        """Choose the line of the builder that has these words."""
        (row,) = (row for row in self.builder.lines.rows() if words in row.text and not row.heading)
        self.builder.lines.choose(row.key)

    def in_file(self) -> list[str]:
        """Return what would be read out of the meeting file."""
        return spoken(self.desk)

    def recommendations(self) -> tuple[Recommendation, ...]:
        """Return the recommendations of the meeting file."""
        return self.desk.read(recommendations)


def make_reader(qtbot: QtBot, folder: Path) -> Reader:
    """Open the page over notes that are written."""
    made = make_rapporteur(qtbot, folder, desk=founded("read out", folder / "m.cmc", _made), author=ANA)
    reader = Reader(made.window, made.desk, made.time, made.said)
    reader.look()
    return reader


def _made(path: Path) -> Desk:
    desk = open_desk(path.parent, people=PEOPLE, now=NOW, name=path.name)
    desk.author = ANA
    write(desk, *ALL)
    return desk


def recommend(reader: Reader) -> None:
    """Write three recommendations."""
    for words in ABOUT:
        reader.desk.do(
            put_recommendation, verb="requests", addressee="host State", objects={"en": words, "fr": f"{words} (fr)"}
        )
