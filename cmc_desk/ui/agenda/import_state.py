"""An agenda that is being looked at before it is imported: what was read, compared and decided. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from cmc_desk.desk import agenda_files
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.agenda_dry_run import AgendaDryRun
from cmc_desk.rules.agenda_import import AgendaChange, changes_of, removable
from cmc_desk.rules.agenda_lines import FileAgenda
from cmc_desk.rules.agenda_places import BEGINS
from cmc_desk.ui.task import Progress

_STEPS = 2


@dataclass(frozen=True)
class OpenAgenda:
    """A file and its dry run: `names` are those of rooms, lists of speakers and drafts by their keys.

    `day` and `begins` are for lines that tell none; `left_out` are the places of lines that are not taken, `removes` says whether what the
    file no longer has goes.
    """

    file: FileAgenda
    run: AgendaDryRun
    seconds: float
    names: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None
    begins: timedelta = BEGINS
    left_out: frozenset[int] = frozenset()
    removes: bool = False

    @property
    def asks_day(self) -> bool:
        """Whether there are lines of which the file does not tell the day."""
        return any(part.day is None and any(line.day is None for line in part.lines) for part in self.file.parts)

    @property
    def asks_time(self) -> bool:
        """Whether nothing in a part of the file tells a time."""
        return any(all(line.starts is None for line in part.lines) for part in self.file.parts)

    @property
    def changes(self) -> list[AgendaChange]:
        """What would be written."""
        return changes_of(self.run, left_out=self.left_out)

    @property
    def goes(self) -> list[str]:
        """The items that would be removed."""
        return removable(self.run) if self.removes else []

    @property
    def writes(self) -> int:
        """How many items would be added, changed or removed."""
        return len(self.changes) + len(self.goes)


def read(desk: Desk, path: Path, progress: Progress) -> OpenAgenda:
    """Read a file and compare its agenda with that of the meeting."""
    began = perf_counter()
    file = agenda_files.read_agenda(desk, path)
    progress(1, _STEPS)
    run = agenda_files.compare_agenda(desk, file)
    return OpenAgenda(file, run, perf_counter() - began, names=agenda_files.names_of_agenda(desk))


def compared(desk: Desk, opened: OpenAgenda) -> OpenAgenda:
    """Compare the same file with the agenda as it is now; what was decided stands while a line is what it was."""
    began = perf_counter()
    run = agenda_files.compare_agenda(desk, opened.file, day=opened.day, begins=opened.begins)
    kept = {
        place
        for place in opened.left_out
        if place < len(run.lines) and run.lines[place].verdict is opened.run.lines[place].verdict
    }
    return replace(
        opened,
        run=run,
        seconds=perf_counter() - began,
        names=agenda_files.names_of_agenda(desk),
        left_out=frozenset(kept),
    )


def decided(opened: OpenAgenda, place: int, *, takes: bool) -> OpenAgenda:
    """Return the file with a line taken or left out."""
    others = opened.left_out - {place}
    return replace(opened, left_out=others if takes else others | {place})
