"""A small meeting with fictional people, for every test that needs a real one."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from cmc_desk.clock import ManualClock
from cmc_desk.desk import registration
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import create_meeting, open_meeting
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.meeting import (
    CategoryPlan,
    DelegationKind,
    DelegationPlan,
    Eligibility,
    ItemKind,
    ItemPlan,
    MeetingPlan,
    OperatorPlan,
    Role,
)
from cmc_desk.rules.people import Capacity, InstitutionKind, Person
from tests.founded import founded

USUAL_NAME = "m.cmc"
ZONE = ZoneInfo("America/Jamaica")
DAYS = (date(2019, 12, 5), date(2019, 12, 6))
# 08:40 in Kingston: the registration of the first day runs, the opening has not begun.
MORNING = datetime(2019, 12, 5, 13, 40, tzinfo=UTC)
DESK_A = Author("T. Sample-Reid", Role.DESK, "Desk A")
DESK_B = Author("M. Sample-Ford", Role.DESK, "Desk B")
PASSPHRASE = "a passphrase for tests"
RECOVERY = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"
KEISHA = Person(
    given_name="Keisha",
    family_name="Example-Blake",
    delegation="JM",
    functional_title="Director of Immigration",
    institution="Ministry of Example Affairs",
    institution_kind=InstitutionKind.IMMIGRATION,
    capacity=Capacity.HEAD,
    email="keisha@example.org",
)
ANDRE = Person(given_name="Andre", family_name="Sample-Cox", delegation="JM", functional_title="Legal Adviser")
ANAIS = Person(given_name="Anaïs", family_name="Muster-Żółć", delegation="HT", capacity=Capacity.HEAD)
JOSE = Person(given_name="José", family_name="Specimen-Valdés", delegation="HT")
ILSE = Person(given_name="Ilse", family_name="Muster-Croes", delegation="UNHCR", capacity=Capacity.SPEAKER)
PEOPLE = (KEISHA, ANDRE, ANAIS, JOSE, ILSE)


def plan() -> MeetingPlan:
    """Return a meeting of two days: registration, opening and a session on the first, registration and a session on the second."""
    return MeetingPlan(
        key="sample-2019",
        title="Sample Consultations on Migration",
        short_title="Sample Consultations",
        subtitle="",
        host="Government of Jamaica",
        host_delegation="JM",
        sponsors=("IOM", "UNHCR"),
        venue="Example Hotel",
        city="Kingston",
        zone=ZONE.key,
        language="en",
        days=DAYS,
        items=(
            _item("day1-registration", 0, (8, 30), (9, 0), ItemKind.REGISTRATION),
            _item("opening", 0, (9, 0), (9, 45), ItemKind.OPENING),
            _item("coffee", 0, (9, 45), (10, 15), ItemKind.BREAK, attendance=False),
            _item("context", 0, (10, 15), (12, 0), ItemKind.PRESENTATION),
            _item("day2-registration", 1, (8, 30), (9, 0), ItemKind.REGISTRATION),
            _item("discussion", 1, (9, 0), (12, 0), ItemKind.DISCUSSION),
        ),
        documents=(),
        categories=(
            CategoryPlan("host", "Host", "leaf", delegations=("JM",)),
            CategoryPlan("observer", "Observers", "slate", kinds=(DelegationKind.UN,)),
            CategoryPlan("delegate", "Delegates", "sea"),
        ),
        delegations=(
            DelegationPlan(
                "JM",
                DelegationKind.STATE,
                (("en", "Jamaica"), ("es", "Jamaica"), ("fr", "Jamaïque")),
                eligibility=Eligibility.HOST,
            ),
            DelegationPlan(
                "HT",
                DelegationKind.STATE,
                (("en", "Haiti"), ("fr", "Haïti")),
                main_language="fr",
                region="CARICOM",
                eligibility=Eligibility.SPONSORED,
                quota=2,
            ),
            DelegationPlan("AW", DelegationKind.TERRITORY, (("en", "Aruba"),), of_state="NL", main_language="nl"),
            DelegationPlan(
                "UNHCR",
                DelegationKind.UN,
                (("en", "Office of the United Nations High Commissioner for Refugees"),),
                short_names=(("en", "UNHCR"),),
                aliases=("UN Refugee Agency",),
            ),
        ),
        operators=(OperatorPlan(DESK_A.operator, Role.DESK), OperatorPlan(DESK_B.operator, Role.DESK)),
        stations=(DESK_A.station, DESK_B.station),
    )


def open_desk(
    folder: Path,
    *,
    people: Sequence[Person] = (),
    passphrase: str = "",
    now: datetime = MORNING,
    name: str = USUAL_NAME,
    anew: bool = False,
) -> Desk:
    """Open the sample meeting in `folder` with `people` in it at Desk A; without a passphrase it is a training file.

    Under another name than the usual one it is another meeting, and so it is if it is made `anew`.
    """
    make = partial(_made, people=people, passphrase=passphrase, now=now)
    if anew or name != USUAL_NAME:
        return make(folder / name)
    return founded(("sample", tuple(people), passphrase, now), folder / name, make)


def _made(path: Path, *, people: Sequence[Person], passphrase: str, now: datetime) -> Desk:
    desk = create_meeting(
        path,
        plan(),
        clock=ManualClock(now),
        author=DESK_A,
        passphrase=passphrase,
        recovery=RECOVERY if passphrase else "",
        training=not passphrase,
    )
    for person in people:
        enter(desk, person)
    return desk


def reopened(desk: Desk, *, author: Author | None = None, secret: str = "") -> Desk:
    """Open the file of `desk` once more, as another window or a restart does; the clock stands where that of `desk` stands."""
    return open_meeting(
        desk.store.path, author=author or desk.author, secret=secret, clock=ManualClock(desk.clock.now())
    )


def enter(desk: Desk, person: Person) -> Registered:
    """Register a person and return their identifier and badge code."""
    return desk.do(registration.register, person=person)


def clock_of(desk: Desk) -> ManualClock:
    """Return the clock of a desk that `open_desk` made."""
    assert isinstance(desk.clock, ManualClock)
    return desk.clock


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a time of the first (0) or second (1) day on the clocks of Kingston."""
    return datetime(DAYS[day].year, DAYS[day].month, DAYS[day].day, hour, minute, tzinfo=ZONE)


def _item(
    key: str,
    day: int,
    starts: tuple[int, int],
    ends: tuple[int, int],
    kind: ItemKind,
    *,
    attendance: bool = True,
) -> ItemPlan:
    return ItemPlan(
        key=key,
        day=DAYS[day],
        starts=local(day, *starts),
        ends=local(day, *ends),
        title=key.capitalize(),
        kind=kind,
        attendance=attendance,
    )
