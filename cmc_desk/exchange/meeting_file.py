"""A meeting as a file that a person can write: read, checked as a whole, and what is wrong told with line and key."""

import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

from cmc_desk.exchange.meeting_agenda import Known, read_agenda
from cmc_desk.exchange.meeting_floor import read_topics, read_tracks
from cmc_desk.exchange.meeting_roster import (
    read_categories,
    read_contacts,
    read_delegations,
    read_documents,
    read_names,
    read_operators,
    read_zone,
)
from cmc_desk.exchange.meeting_travel import read_travel
from cmc_desk.exchange.toml_file import Kind, read_toml
from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import LANGUAGES, N_
from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.rules.meeting import MeetingPlan
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_plan import agency_keys

_FOLDER, _ENDING = "meetings", ".toml"
_MEETING = Kind(
    folder=N_("“{file}” is a folder. Choose the file of a meeting."),
    no_text=N_("“{file}” is not the file of a meeting, which is a text that ends in .toml."),
    too_deep=N_("“{file}” is no meeting: its brackets are nested too deep."),
)


def read_meeting(path: Path) -> MeetingPlan:
    """Return the meeting that the file at `path` describes.

    Raises Refusal if there is no such file, if it is no text, or if anything in it is wrong; the sentence then lists what
    is wrong, each with its line and key, and places in lists are counted from 1. Raises Unavailable if it cannot be read
    now.
    """
    return read_toml(path, _MEETING, _plan)


def templates() -> tuple[tuple[str, str], ...]:
    """Return the name and the title of every meeting that comes with the program."""
    paths = sorted(resource(_FOLDER).glob("*" + _ENDING))
    return tuple((path.stem, tomllib.loads(path.read_text("utf-8"))["meeting"]["title"]) for path in paths)


def template_path(name: str) -> Path:
    """Return the file of a meeting that comes with the program; raises Refusal if there is none of that name."""
    names = [known for known, _title in templates()]
    if name not in names:
        raise Refusal(
            _("No meeting called “{name}” comes with the program. There is: {names}.").format(
                name=name, names=", ".join(names)
            ),
            field="template",
        )
    return resource(_FOLDER, name + _ENDING)


def _plan(root: Table) -> MeetingPlan:
    meeting = root.table("meeting", needed=True)
    zone = read_zone(meeting)
    documents = read_documents(root)
    sponsors = meeting.texts("sponsors")
    delegations = read_delegations(root, agency_keys(sponsors))
    codes = [delegation.code for delegation in delegations]
    tracks, topics = read_tracks(root), read_topics(root)
    known = Known(
        documents=[document.key for document in documents],
        tracks=[track.key for track in tracks],
        topics=[topic.key for topic in topics],
    )
    days, items = read_agenda(root, zone=ZoneInfo(zone), known=known)
    title = meeting.text("title", needed=True)
    plan = MeetingPlan(
        key=meeting.key("key"),
        title=title,
        short_title=meeting.text("short_title") or title,
        subtitle=meeting.text("subtitle"),
        host=meeting.text("host"),
        host_delegation=meeting.text("host_delegation"),
        sponsors=sponsors,
        venue=meeting.text("venue"),
        city=meeting.text("city"),
        zone=zone,
        language=meeting.text("language") or "en",
        days=days,
        items=items,
        documents=documents,
        categories=read_categories(root, codes),
        delegations=delegations,
        operators=read_operators(root),
        stations=meeting.texts("stations"),
        objectives=meeting.texts("objectives"),
        grace_minutes=meeting.number("grace_minutes", default=15),
        contacts=read_contacts(root),
        host_names=read_names(meeting, "host_names"),
        tracks=tracks,
        topics=topics,
        travel=read_travel(root),
    )
    meeting.check_known("language", plan.language, LANGUAGES, _("“{value}” is not a language of the program"))
    if plan.host_delegation:
        meeting.check_known("host_delegation", plan.host_delegation, codes, _("no delegation has the code “{value}”"))
    meeting.finish()
    root.finish()
    return plan
