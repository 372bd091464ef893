"""A meeting with as many fictional people as wanted."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema
from cmc_desk.db.search import put_people
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import create_meeting
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules import badge_code
from cmc_desk.rules.folding import name_key, search_text
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.people import FIELD_NAMES, Consent, Person

MORNING = datetime(2019, 12, 5, 13, 40, tzinfo=UTC)
AUTHOR = Author("T. Sample-Reid", Role.DESK, "Desk A")
_GIVEN = (
    "Keisha",
    "Blaise",
    "Łukasz",
    "Anaïs",
    "Søren",
    "José",
    "Thu Hằng",
    "Ilse",
    "Winsome",
    "Andre",
    "Yunior",
    "Marisol",
    "Özge",
)
_FAMILY = (
    "Example-Blake",
    "Sample-Dorval",
    "Specimen-Żółć",
    "Muster-Croes",
    "Example-Núñez",
    "Sample-O'Brien",
    "van der Muster",
)
_TITLES = (
    "Technical Officer",
    "Director of Immigration",
    "Legal Adviser",
    "Directora de Asuntos Consulares",
    "Chief Immigration Officer",
)


def person(number: int, delegations: list[str]) -> Person:
    """Return the fictional person with this number."""
    return Person(
        given_name=_GIVEN[number % len(_GIVEN)],
        family_name=f"{_FAMILY[number % len(_FAMILY)]} {_syllables(number)}",
        delegation=delegations[number % len(delegations)],
        functional_title=_TITLES[number % len(_TITLES)],
        institution=f"Ministry {number % 90} of Example Affairs",
        email=f"person{number}@example.org",
        phone=f"+1 876 555 {number % 10000:04}",
    )


def open_crowd(folder: Path, number: int, *, encrypted: bool = True, consent: Consent = Consent.UNKNOWN) -> Desk:
    """Make an encrypted meeting in `folder` with `number` people and leave it open on the first morning."""
    desk = create_meeting(
        folder / f"crowd-{number}.cmc",
        read_meeting(template_path("cmc-2019")),
        clock=ManualClock(MORNING),
        author=AUTHOR,
        passphrase="correct horse battery" if encrypted else "",
        recovery="BENCH",
        training=not encrypted,
    )
    with desk.store.write() as session:
        codes = list(session.scalars(select(schema.Delegation.id)))
        people = [replace(person(index, codes), consent=consent) for index in range(number)]
        rows = [{"id": f"p{index}", "serial": index + 1, **_values(one)} for index, one in enumerate(people)]
        for start in range(0, number, 10_000):
            session.execute(insert(schema.Participant), rows[start : start + 10_000])
            session.execute(
                insert(schema.Badge), [_badge(index) for index in range(start, min(start + 10_000, number))]
            )
        put_people(
            session,
            (
                (
                    index + 1,
                    search_text(one.given_name, one.family_name),
                    search_text(one.functional_title, one.institution, one.delegation),
                )
                for index, one in enumerate(people)
            ),
        )
    return desk


def code_of(number: int) -> str:
    """Return the badge code of the person with this number."""
    return badge_code.make(number * 7_919 + 13)


def _values(one: Person) -> dict[str, object]:
    fields = {name: getattr(one, name) for name in FIELD_NAMES}
    return {**fields, "walk_in": False, "sort_key": name_key(one.given_name, one.family_name), "created_at": MORNING}


def _badge(number: int) -> dict[str, object]:
    return {"id": f"b{number}", "code": code_of(number), "participant": f"p{number}", "issued_at": MORNING}


def _syllables(number: int) -> str:
    parts = ("ba", "do", "fe", "gu", "ki", "lo", "ma", "ne", "pi", "ru", "sa", "te")
    word = ""
    for _place in range(4):
        number, part = divmod(number, len(parts))
        word += parts[part]
    return word.capitalize()
