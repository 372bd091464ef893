"""An agenda in whatever file it comes: a workbook, a text table, a project of Ontime, the file of a meeting."""

from datetime import tzinfo
from pathlib import Path

from cmc_desk.exchange.agenda_table_file import read_agenda_table
from cmc_desk.exchange.agenda_toml_file import read_agenda_toml
from cmc_desk.exchange.meeting_agenda import Known
from cmc_desk.exchange.ontime_project_file import read_ontime_project
from cmc_desk.rules.agenda_lines import FileAgenda


def read_agenda_file(path: Path, *, zone: tzinfo, known: Known) -> FileAgenda:
    """Return the agenda that the file at `path` has; `zone` and what is `known` are those of the meeting.

    Raises Refusal with one sentence if there is none in it or it is not safe to open, Unavailable if it cannot be read now.
    """
    ending = path.suffix.lower()
    if ending == ".toml":
        return read_agenda_toml(path, zone=zone, known=known)
    if ending == ".json":
        return read_ontime_project(path)
    return read_agenda_table(path)
