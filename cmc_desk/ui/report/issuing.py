"""The report issued beside the window: it is read there, and only what is written keeps anybody waiting."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.report_ahead import Issuing as Act
from cmc_desk.desk.report_ahead import ReadReport, ReportMoved, issuing_job
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.preflight import Finding
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Edition
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble

Problem = Callable[[Refusal | None], None]
Done = Callable[[], None]
# What is said of what keeps the text that was issued from being signed off.
After = Callable[[Sequence[Finding]], str]


class Issuing(QObject):
    """`progressed` says what is being done and how far it is, `rested` that nothing is any more; what became of it is said in the strip.

    `moved` says that the report is another one by now than that which was read.
    """

    progressed = Signal(str, int, int)
    rested = Signal()
    moved = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._task = OneTask(self, pool=context.pool)
        self._words = ""
        self._after: After = _no_words
        self._read: list[ReadReport] = []
        self._problem: Problem = _nothing
        self._done: Done = _nobody

    def is_running(self) -> bool:
        """Say whether the report is being issued."""
        return self._task.is_running()

    def start(
        self,
        act: Act,
        words: str,
        after: After | None = None,
        *,
        problem: Problem | None = None,
        done: Done | None = None,
        editions: tuple[Edition, ...] = (),
        **given: object,
    ) -> None:
        """Issue the report by a command; `problem` is told why it is not, `done` that it is.

        When it is, `words` are said before its number and after it what `after` says of the text that was issued. `editions` are in
        which else it is issued.
        """
        if self._task.is_running():
            self.context.say("quiet", _("The report is being issued already."))
            return
        self._words, self._after, self._read = words, after or _no_words, []
        self._problem, self._done = problem or _nothing, done or _nobody
        self._task.start(
            issuing_job(self.context.desk, act, editions=editions, heard=self._read.append, **given),
            progressed=self._on_progressed,
            finished=self._on_finished,
            refused=self._on_refused,
            cancelled=self._on_cancelled,
            ended=self.rested,
            begun=lambda: self._on_progressed(0, 1),
        )

    def cancel(self) -> None:
        """Stop before it is written."""
        self._task.cancel()

    def _on_progressed(self, done: int, whole: int) -> None:
        self.progressed.emit(_("The report is being read …"), done, whole)

    def _on_finished(self, told: tuple[int, Callable[[], None]]) -> None:
        number, tell = told
        self._problem(None)
        self._done()
        after = self._after(self._read[-1].texts[0].blocking)
        self.context.say("notice", self._words, _("version {number} of the report").format(number=number), after)
        tell()

    def _on_refused(self, error: Trouble) -> None:
        if isinstance(error, ReportMoved):
            self.moved.emit()
        if isinstance(error, Refusal):
            self._problem(error)
            self.context.say("amber", error.sentence)
        else:
            self.context.trouble(error)

    def _on_cancelled(self) -> None:
        self.context.say("quiet", _("Cancelled: the report stays where it was."))


def _no_words(_blocking: Sequence[Finding]) -> str:
    return ""


def _nothing(_refusal: Refusal | None) -> None:
    return


def _nobody() -> None:
    return
