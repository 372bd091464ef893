"""The list is read beside the window: a thousand badges are compared with what was printed, which takes longer than a key may."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.badge_view import BadgeView, read_badges
from cmc_desk.rules.badge_order import BadgeOrder
from cmc_desk.ui.badges.people_rows import Listed, listed_badges
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble


@dataclass(frozen=True, slots=True)
class ReadBadges:
    """What the meeting says, and the badges with their words."""

    view: BadgeView
    badges: tuple[Listed, ...]


class BadgeReader(QObject):
    """`found` has what was read, and whether the sheets may look otherwise now; what changes meanwhile is read after that."""

    found = Signal(object, bool)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task = OneTask(self, pool=context.pool)
        self._order = BadgeOrder.DELEGATION
        self._look = False
        self._again = False

    def read(self, order: BadgeOrder, *, look: bool) -> None:
        """Read everything, now or after what is being read."""
        self._order, self._look = order, self._look or look
        if self._task.is_running():
            self._again = True
            return
        self._again = False
        desk, facts, now = self._context.desk, self._context.facts, self._context.now()

        def work(_progress: object) -> ReadBadges:
            view = read_badges(desk, order=order)
            return ReadBadges(view, listed_badges(facts, view.rows, now))

        self._task.start(work, finished=self._on_finished, refused=self._on_refused, ended=self._on_ended)

    def _on_finished(self, found: ReadBadges) -> None:
        if not self._again:
            look, self._look = self._look, False
            self.found.emit(found, look)

    def _on_refused(self, trouble: Trouble) -> None:
        self._context.say("coral", trouble.sentence)

    def _on_ended(self) -> None:
        if self._again:
            self.read(self._order, look=False)
