"""A small agenda of two days and two rooms that leaves the meeting, with words that file formats stumble over."""

from datetime import UTC, date, datetime, timedelta

from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind, Track
from cmc_desk.rules.meeting import DocumentPlan, ItemKind, ItemPlan, SpeakerPlan
from cmc_desk.rules.published_agenda import Publication, PublishedAgenda, Withdrawn
from tests.meetings import DAYS, ZONE, local

MADE = datetime(2019, 12, 1, 15, 4, 5, tzinfo=UTC)
FOUNDED = datetime(2019, 11, 20, 9, tzinfo=ZONE)
LONG = "Présentation des priorités nationales, des attentes; et « questions diverses » \\ échange de vues — " * 2


def item(
    key: str,
    day: int,
    starts: tuple[int, int],
    ends: tuple[int, int],
    title: str,
    kind: ItemKind = ItemKind.DISCUSSION,
    *,
    fixed: bool = False,
    **facts: object,
) -> ItemPlan:
    """Return a line with nothing left to defaults; hours may go on after 24."""
    first, last = (local(day, 0) + timedelta(hours=hours, minutes=minutes) for hours, minutes in (starts, ends))
    usual: dict[str, object] = {
        "minimum": timedelta(minutes=10),
        "start_kind": StartKind.FIXED if fixed else StartKind.FLOW,
    }
    return ItemPlan(key=key, day=DAYS[day], starts=first, ends=last, title=title, kind=kind, **(usual | facts))  # type: ignore[arg-type] # whatever a test asks for


OPENING = item(
    "opening",
    0,
    (9, 0),
    (9, 45),
    "Opening; words of welcome, “Bienvenidos”",
    ItemKind.OPENING,
    fixed=True,
    points=("Adoption of the agenda", "Other matters; anything | else"),
    speakers=(
        SpeakerPlan("A. Example-Étienne", "Permanent Secretary; acting", "Ministry of Examples"),
        SpeakerPlan("B. Sample", organisation="IOM", point="Other matters; anything | else"),
    ),
    documents=("principles",),
)
ITEMS = (
    OPENING,
    item("priorities", 0, (9, 45), (13, 0), LONG.strip(), topic="priorities", importance=Importance.MOST),
    item("lunch", 0, (13, 0), (14, 0), "Lunch", ItemKind.LUNCH, fixed=True, not_after=local(0, 13, 10)),
    item("drafting", 0, (9, 45), (11, 0), "Drafting group", track="room-a", end_kind=EndKind.FIXED),
    item("dinner", 0, (22, 30), (25, 15), "=Dinner", ItemKind.CLOSING, fixed=True, remark="+ transport"),
    item("summary", 1, (9, 0), (9, 20), "Summary of the first day", ItemKind.SUMMARY, fixed=True),
)
AGENDA = PublishedAgenda(
    meeting="samplemeeting123",
    title="Sample Consultations, on Migration",
    subtitle="Preparatory meeting",
    venue="Example Hotel",
    city="Kingston",
    zone=ZONE.key,
    language="en",
    days=DAYS,
    items=ITEMS,
    publications={one.key: Publication(0, FOUNDED) for one in ITEMS}
    | {"lunch": Publication(3, datetime(2019, 12, 4, 20, 30, tzinfo=UTC))},
    tracks=(Track("room-a", "Room A: the blue one", "Second floor"),),
    documents=(DocumentPlan("principles", "Statement of Ideals and Guiding Principles", "Principles"),),
    withdrawn=(Withdrawn("excursion", date(2019, 12, 6), Publication(2, datetime(2019, 12, 4, 21, tzinfo=UTC))),),
)
