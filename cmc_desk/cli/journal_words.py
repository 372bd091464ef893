"""A line of the journal as the command line prints it: what was done, for whom, what came of it."""

from datetime import datetime

from cmc_desk.desk.journal_list import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.command_words import words_of


def journal_words(line: Line, local: datetime) -> str:
    """Return number, time on the clocks of the meeting, station, operator and, in words, the act."""
    what = words_of(line.kind) if line.undoes is None else _("line {seq} was undone").format(seq=line.undoes)
    act = " · ".join(part for part in (what, line.about, _(line.verdict) if line.verdict else "") if part)
    undone = _(" (undone)") if line.undone else ""
    return f"{line.seq:6}  {local:%Y-%m-%d %H:%M:%S}  {line.station}  {line.operator}  {act}{undone}"
