"""What can stand on the page in the place of the notes: a read-out being put together, text modules, a list to approve.

Each part is one entry of `PARTS`: the page makes it when it is first asked for, hands it what is to be shown, and offers a key and a
button for it only if it is there.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import N_
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.summaries.save_state import MakeTimer

READOUT, READING, RECOMMENDATIONS, APPROVAL, WORDS = "readout", "reading", "recommendations", "approval", "words"


class PagePart(Pane):
    """A part: `left` brings the notes back, `part_asked` shows another part (its name, and what of it)."""

    left = Signal()
    part_asked = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.context = context

    def open(self, key: str) -> None:
        """Show something of this part, such as the read-out with this key; it is shown in a moment and has the keyboard then."""

    def reload(self, tables: frozenset[str]) -> None:
        """Read again what has changed; it comes only while the part is shown."""

    def changed_unseen(self, tables: frozenset[str]) -> None:
        """Learn that something has changed while the part is not shown: only what the room sees of it need be read."""

    def ticked(self, now: datetime) -> None:
        """Show what the time changes."""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of this part with what they do."""
        return ()

    def may_leave(self) -> bool:
        """Say whether another part may take its place; what is typed must not go unseen."""
        return True


def _readout(context: Context, timer: MakeTimer) -> PagePart:
    from cmc_desk.ui.summaries.readout_view import ReadoutView

    return ReadoutView(context, timer=timer)


def _reading(context: Context, _timer: MakeTimer) -> PagePart:
    from cmc_desk.ui.summaries.reading_view import ReadingView

    return ReadingView(context)


def _recommendations(context: Context, _timer: MakeTimer) -> PagePart:
    from cmc_desk.ui.summaries.recommendation_view import RecommendationView

    return RecommendationView(context)


def _approval(context: Context, _timer: MakeTimer) -> PagePart:
    from cmc_desk.ui.summaries.approval_view import ApprovalView

    return ApprovalView(context)


def _words(context: Context, _timer: MakeTimer) -> PagePart:
    from cmc_desk.ui.summaries.words_view import WordsView

    return WordsView(context)


MakePart = Callable[[Context, MakeTimer], PagePart]
PARTS: dict[str, MakePart] = {
    READOUT: _readout,
    READING: _reading,
    RECOMMENDATIONS: _recommendations,
    APPROVAL: _approval,
    WORDS: _words,
}
# The keys that lead there from the notes, with what they do; a key is bound if its part is there.
PART_KEYS: Sequence[tuple[str, str, str]] = (
    (READING, "F6", N_("Read aloud: the reading view")),
    (READOUT, "F8", N_("Put the read-out together")),
    (RECOMMENDATIONS, "Alt+W", N_("Write recommendations")),
    (APPROVAL, "Alt+V", N_("The list to approve")),
    (WORDS, "Alt+T", N_("Text modules, known words, pace of reading")),
)
