"""The agenda in the file of a meeting, or in a file that has nothing but its days."""

from collections.abc import Collection
from datetime import date, tzinfo
from pathlib import Path

from cmc_desk.exchange.meeting_agenda import Known, read_agenda
from cmc_desk.exchange.meeting_floor import read_topics, read_tracks
from cmc_desk.exchange.toml_file import Kind, read_toml
from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_lines import FileAgenda, FileLine, FilePart
from cmc_desk.rules.agenda_plan import EndKind, Importance
from cmc_desk.rules.meeting import ItemPlan
from cmc_desk.rules.published_agenda import since_midnight

_AGENDA = Kind(
    folder=N_("“{file}” is a folder. Choose a file."),
    no_text=N_("“{file}” is not the file of a meeting, which is a text that ends in .toml."),
    too_deep=N_("“{file}” is no meeting: its brackets are nested too deep."),
)


def read_agenda_toml(path: Path, *, zone: tzinfo, known: Known) -> FileAgenda:
    """Return the days of a meeting file; what else stands in it is passed over, and its times are on the wall.

    `known` are the drafts, rooms and lists of speakers of this meeting; the file may name its own. Raises Refusal, with what is wrong by
    line and key, or Unavailable.
    """

    def read(root: Table) -> tuple[tuple[date, ...], tuple[FileLine, ...]]:
        rooms = {track.key: track.name for track in read_tracks(root)}
        lists = {topic.key: topic.title for topic in read_topics(root)}
        theirs = Known(
            documents=[*known.documents, *root.table("documents").names()],
            tracks=[*known.tracks, *rooms],
            topics=[*known.topics, *lists],
        )
        days, items = read_agenda(root, zone=zone, known=theirs)
        # A room of the file that is none of ours by its key may be one by its name.
        rooms = {key: name for key, name in rooms.items() if key not in known.tracks}
        lists = {key: title for key, title in lists.items() if key not in known.topics}
        return days, tuple(
            _line(item, known.documents, rooms.get(item.track, item.track), lists.get(item.topic, item.topic))
            for item in items
        )

    days, lines = read_toml(path, _AGENDA, read)
    parts = (FilePart(day.isoformat(), tuple(line for line in lines if line.day == day), day) for day in days)
    return FileAgenda(path.name, _("file of a meeting"), tuple(part for part in parts if part.lines))


def _line(item: ItemPlan, documents: Collection[str], room: str, topic: str) -> FileLine:
    """Return an item as a line; what the file leaves out it does not say."""
    return FileLine(
        where=item.key,
        key=item.key,
        title=item.title,
        day=item.day,
        starts=since_midnight(item, item.starts),
        ends=since_midnight(item, item.ends),
        kind=item.kind,
        track=room or None,
        start_kind=item.start_kind,
        not_after=since_midnight(item, item.not_after) if item.not_after else None,
        end_kind=item.end_kind if item.end_kind is not EndKind.LENGTH else None,
        minimum=item.minimum,
        importance=item.importance if item.importance is not Importance.ORDINARY else None,
        topic=topic or None,
        points=item.points or None,
        speakers=item.speakers or None,
        documents=tuple(key for key in item.documents if key in documents) or None,
        remark=item.remark or None,
        continues=item.continues or None,
        attendance=item.attendance,
    )
