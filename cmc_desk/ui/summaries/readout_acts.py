"""What the builder does with the lines of a read-out: each act is one command, said in the message strip with its Undo."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Concatenate, ParamSpec, TypeVar

from cmc_desk.desk import readouts
from cmc_desk.desk.command import Tx
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.readout_order import stepped
from cmc_desk.rules.readouts import Readout, ReadoutLine
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.line_keeping import LineKeeping
from cmc_desk.ui.summaries.readout_rows import LineRow, word

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class ReadoutActs:
    """Acts on the read-out `key`; each says whether it was done."""

    context: Context
    key: str = ""
    # The status that was asked for while names are left in the text.
    despite: SummaryStatus | None = field(default=None)

    def move(self, line: str, section: str, before: str) -> bool:
        """Put a line somewhere else."""
        return self._do(_("Moved."), readouts.move_line, readout=self.key, line=line, section=section, before=before)

    def step(self, readout: Readout, line: str, *, up: bool) -> bool:
        """Let a line take one step up or down."""
        target = stepped(readout.lines, line, readout.form, up=up)
        if target is None:
            words = _("this line is the first one.") if up else _("this line is the last one.")
            self.context.say("amber", _("Nothing changed: "), words)
            return False
        return self.move(line, target[0], target[1])

    def rewrite(self, text: str, before: str, keeping: LineKeeping) -> bool:
        """Let the line that is being kept say something else; an empty text lets its sources speak again."""
        of, last = keeping.of, keeping.last
        if of is None:
            return False
        words = _("Rewritten.") if text else _("The line says again what its sources say.")
        return self._do(
            words, readouts.rewrite_line, readout=self.key, line=of.line, text=text, base=before, of=of, last=last
        )

    def take_sources(self, line: str) -> bool:
        """Let the sources of a line speak again."""
        words = _("The line says again what its sources say.")
        return self._do(words, readouts.rewrite_line, readout=self.key, line=line, text="")

    def accept(self, line: str) -> bool:
        """Say that a rewritten line stands."""
        return self._do(_("The line stands as it was rewritten."), readouts.accept_sources, readout=self.key, line=line)

    def merge(self, rows: tuple[LineRow, ...], line: str) -> bool:
        """Make a line into one with that before it."""
        lines = [row.key for row in rows if not row.heading]
        at = lines.index(line) if line in lines else 0
        if at < 1:
            self.context.say("amber", _("Nothing changed: "), _("there is no line before this one."))
            return False
        pair = (lines[at - 1], line)
        return self._do(_("Two lines are one now."), readouts.merge_lines, readout=self.key, lines=pair)

    def leave_out(self, line: ReadoutLine) -> bool:
        """Leave a line out or take it in again; one that was added by hand goes."""
        if not line.sources:
            return self._do(_("Removed."), readouts.remove_line, readout=self.key, line=line.key)
        words = _("Taken in again.") if line.left_out else _("Left out.")
        return self._do(words, readouts.leave_out_line, readout=self.key, line=line.key, left_out=not line.left_out)

    def add(self, text: str, keeping: LineKeeping) -> str:
        """Add the line that is being kept and return its key; nothing if it was refused."""
        of, last = keeping.of, keeping.last
        if of is None:
            return ""
        added = self.context.attempt(
            readouts.add_line, readout=self.key, section=of.section, text=text, before=of.before, of=of, last=last
        )
        if added:
            self.context.say("notice", _("Added."), undo=True)
        return added or ""

    def name_speakers(self, *, named: bool) -> bool:
        """Choose whether it is said who spoke."""
        words = _("It says who spoke.") if named else _("It names nobody.")
        return self._do(words, readouts.set_readout_attribution, readout=self.key, attributed=named)

    def speak(self, language: str) -> bool:
        """Choose the language of what the read-out says by itself."""
        words = _("Language: {code}").format(code=language.upper())
        return self._do(words, readouts.set_readout_language, readout=self.key, language=language)

    def mark_spoken(self) -> int:
        """Keep what was read out and return its version; 0 if it could not be kept."""
        version = self.context.attempt(readouts.mark_spoken, readout=self.key)
        if version is not None:
            words = _("kept word for word as version {number}.").format(number=version)
            self.context.say("notice", _("Read out: "), words)
        return version or 0

    def issue(self, status: SummaryStatus, *, despite_names: bool = False) -> bool:
        """Keep the next version with a status; where names are left in it, ask first by `despite`."""
        self.despite = None
        try:
            version = self.context.desk.do(
                readouts.issue_readout, readout=self.key, status=status, despite_names=despite_names
            )
        except Refusal as refusal:
            self.despite = status if refusal.field == "names" else None
            self.context.say("amber", _("Nothing changed: "), refusal.sentence)
            return False
        except Unavailable as trouble:
            self.context.trouble(trouble)
            return False
        self.context.say("notice", _("Version {number}: ").format(number=version), word(status))
        return True

    def reopen(self) -> bool:
        """Let a final summary be corrected again."""
        return self._do(_("It may be corrected again."), readouts.reopen_readout, readout=self.key)

    def _do(self, words: str, command: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> bool:
        if self.context.attempt(command, *args, **kwargs) is None:
            return False
        self.context.say("notice", words, undo=True)
        return True
