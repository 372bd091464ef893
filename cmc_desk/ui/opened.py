"""From an open desk to its main window: who works here, what this computer remembers of it."""

from datetime import datetime
from pathlib import Path

from cmc_desk.desk.backups import folder_of
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import operators, stations
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context, Facts
from cmc_desk.ui.habits import Habits, Remembered
from cmc_desk.ui.page_kinds import FIRST, OF_ORGANISERS
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.task import Pool


def main_window(desk: Desk, habits: Habits, *, at: datetime, pool: Pool | None = None) -> MainWindow:
    """Return the main window on the page of the desk, or of the organisers for one of them; `at` is the time of the computer."""
    desk.author = author_of(desk, desk.author)
    trouble = enter_operator(desk)
    context = Context(desk, pool=pool)
    window = MainWindow(context, habits=habits)
    window.go(OF_ORGANISERS if desk.author.role is Role.ORGANISER else FIRST)
    if trouble:
        context.say("amber", trouble)
    habits.remember_operator(desk.author.operator)
    habits.put_text("station", desk.author.station)
    habits.put_text("role", desk.author.role.value)
    habits.remember(memory_of(context.facts, desk.store.path, copies=folder_of(desk), at=at))
    geometry = habits.geometry()
    if not geometry.isEmpty():
        window.restoreGeometry(geometry)
    return window


def author_of(desk: Desk, typed: Author) -> Author:
    """Return who works here as the meeting knows them; nobody typed means the first of the role, or the first at all."""
    known = desk.read(operators)
    name = typed.operator
    if name:
        same = [row.name for row in known if row.name.casefold() == name.casefold()]
        name = same[0] if same else name
    elif known:
        name = next((row.name for row in known if row.role is typed.role), known[0].name)
    places = desk.read(stations)
    return Author(name, typed.role, typed.station or (places[0] if places else "Desk A"))


def enter_operator(desk: Desk) -> str:
    """Put a name that the meeting does not know on its list of operators; return what went wrong, else nothing."""
    author = desk.author
    if not author.operator or any(row.name == author.operator for row in desk.read(operators)):
        return ""
    # Loaded for who is new only: the first morning's queue does not wait for what belongs to Setup.
    from cmc_desk.desk.setup_people import put_operator

    try:
        desk.do(put_operator, name=author.operator, role=Role(author.role))
    except (Refusal, Unavailable) as trouble:
        return trouble.sentence
    return ""


def memory_of(facts: Facts, path: Path, *, copies: Path, at: datetime) -> Remembered:
    """Return what this computer remembers of a meeting, so that the first window can name it before it is unlocked."""
    meeting = facts.meeting
    return Remembered(
        path=str(path),
        title=meeting.short_title,
        city=meeting.city,
        venue=meeting.venue,
        first=meeting.days[0].isoformat(),
        last=meeting.days[-1].isoformat(),
        training=meeting.training,
        opened=at.isoformat(),
        copies=str(copies),
    )
