"""A run of badges is gathered as it is to be printed: whose, in which words, with what on the back."""

from dataclasses import replace
from gettext import NullTranslations
from typing import Any

import pytest

from cmc_desk.db import schema
from cmc_desk.desk import attendance, badges, contacts, registration
from cmc_desk.desk.badge_runs import gather_run
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, BadgeFacts, DesignField, Show
from cmc_desk.rules.people import Capacity, Person
from cmc_desk.rules.refusal import Refusal
from tests.desk.badged import BOX, DESIGN, STOCK, people_of, run_of
from tests.meetings import ANAIS, ANDRE, ILSE, MORNING, enter


class French(NullTranslations):
    """A catalogue with the words that a badge needs."""

    WORDS = {  # noqa: RUF012 - never changed
        "Head of delegation": "Chef de délégation",
        "Delegates": "Délégués",
        "Thu": "jeu.",
        "Fri": "ven.",
        "Dec": "déc.",
    }

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)


def facts_of(desk: Desk, participant: str, **asked: Any) -> BadgeFacts:
    (facts,) = people_of(run_of(desk, participant, **asked))
    return facts


def test_a_badge_has_the_words_of_its_person(desk: Desk, keisha: Registered) -> None:
    assert facts_of(desk, keisha.id) == BadgeFacts(
        participant=keisha.id,
        name="Keisha Example-Blake",
        first="Keisha",
        second="Example-Blake",
        functional_title="Director of Immigration",
        institution="Ministry of Example Affairs",
        delegation="Jamaica",
        delegation_second="",
        flag="",
        capacity="Head of delegation",
        category="Host",
        colour="leaf",
        code=keisha.code,
        conditions=frozenset({"head of delegation", "category host", "State"}),
    )


def test_a_run_has_a_language_and_delegations_a_second_one(desk: Desk) -> None:
    anais = enter(desk, ANAIS)
    run = desk.read(
        gather_run,
        participants=[anais.id],
        design=DESIGN,
        stock=STOCK,
        language="fr",
        second="en",
        words=French(),
    )
    (facts,) = people_of(run)
    assert (facts.delegation, facts.delegation_second) == ("Haïti", "Haiti")
    assert (facts.capacity, facts.category) == ("Chef de délégation", "Délégués")
    assert run.meeting.language == "fr"


def test_organisations_stand_with_their_everyday_name(desk: Desk) -> None:
    ilse = enter(desk, ILSE)
    facts = facts_of(desk, ilse.id, second="es")
    assert (facts.delegation, facts.delegation_second) == ("UNHCR", "")
    assert facts.conditions == {
        "speaker",
        "category observer",
        "United Nations or intergovernmental organisation",
    }


def test_people_stand_in_the_order_that_was_asked_for(desk: Desk, keisha: Registered) -> None:
    andre = enter(desk, ANDRE)
    assert [one.first for one in people_of(run_of(desk, andre.id, keisha.id))] == ["Andre", "Keisha"]


def test_a_walk_in_and_a_replacement_say_so(desk: Desk, keisha: Registered) -> None:
    answer = desk.do(attendance.walk_in, person=Person(family_name="Sample-Rolle", delegation="AW"))
    assert "walk-in" in facts_of(desk, answer.participant or "").conditions
    made = desk.do(badges.reissue, participant=keisha.id, reason="lost")
    facts = facts_of(desk, keisha.id)
    assert facts.code == made.code
    assert facts.replacement


def test_a_photo_is_read_only_where_the_design_shows_it(desk: Desk, keisha: Registered) -> None:
    with desk.store.write() as session:
        session.add(schema.Photo(id=keisha.id, image=b"jpeg", at=MORNING))
    assert facts_of(desk, keisha.id).photo is None
    pictured = BadgeDesign("p", "P", 90, 55, front=(DesignField(Show.PHOTO, BOX),))
    assert facts_of(desk, keisha.id, design=pictured).photo == b"jpeg"
    without = BadgeDesign("w", "W", 90, 55, front=(DesignField(Show.NAME, BOX, unless=("photograph",)),))
    assert facts_of(desk, keisha.id, design=without).photo == b"jpeg"


def test_the_back_has_contacts_and_the_agenda_day_by_day(desk: Desk, keisha: Registered) -> None:
    desk.do(contacts.change_contacts, contacts=[("Police", "119"), ("Fire", "110")])
    design = BadgeDesign(
        "back", "Back", 90, 55, front=(), back=(DesignField(Show.CONTACTS, BOX), DesignField(Show.AGENDA, BOX))
    )
    meeting = run_of(desk, keisha.id, design=design).meeting
    assert meeting.contacts == (("Police", "119"), ("Fire", "110"))
    assert meeting.agenda == (
        ("Thu 5 Dec", ""),
        ("08:30", "Day1-registration"),
        ("09:00", "Opening"),
        ("09:45", "Coffee"),
        ("10:15", "Context"),
        ("Fri 6 Dec", ""),
        ("08:30", "Day2-registration"),
        ("09:00", "Discussion"),
    )
    assert (meeting.short_title, meeting.place_and_dates) == ("Sample Consultations", "Kingston, 5–6 December 2019")
    assert run_of(desk, keisha.id).meeting.agenda == ()


def asked(**changes: Any) -> dict[str, Any]:
    return {
        "participants": [],
        "design": DESIGN,
        "stock": STOCK,
        "language": "en",
        "words": NullTranslations(),
        **changes,
    }


def test_the_sheet_is_as_it_was_asked_for(desk: Desk) -> None:
    wishes = {
        "start_cell": 7,
        "back": BackSide.DUPLEX,
        "back_shift_x": 0.5,
        "back_shift_y": -1.5,
        "crop_marks": True,
        "shift_x": 1.0,
        "shift_y": -0.5,
        "blank": 4,
    }
    two_sided = replace(DESIGN, back=DESIGN.front)
    run = desk.read(gather_run, **asked(**wishes, design=two_sided))
    assert {name: getattr(run, name) for name in wishes} == wishes


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"start_cell": 8}, "start_cell", "places 1 to 8"),
        ({"start_cell": -1}, "start_cell", "places 1 to 8"),
        ({"shift_x": 31.0}, "shift", "30 mm"),
        ({"shift_y": -30.5}, "shift", "30 mm"),
        ({"back_shift_x": -30.5}, "shift", "30 mm"),
        ({"stock": replace(STOCK, cell_width=80)}, "stock", "does not fit"),
        ({"back": BackSide.FOLD}, "back", "nothing on its back"),
        ({"blank": -1}, "blank", "0 to 200"),
        ({"blank": 201}, "blank", "0 to 200"),
        ({"participants": ["gone"]}, "", "not in the meeting file"),
    ],
)
def test_what_cannot_be_printed_is_refused(desk: Desk, changes: dict[str, Any], field: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence) as refused:
        desk.read(gather_run, **asked(**changes))
    assert refused.value.field == field


def test_whoever_is_of_no_category_has_a_grey_band_without_a_word(desk: Desk, keisha: Registered) -> None:
    with desk.store.write() as session:
        for row in session.query(schema.Category):
            session.delete(row)
    facts = facts_of(desk, keisha.id)
    assert (facts.category, facts.colour) == ("", "slate")


def test_a_name_that_was_asked_for_stands_on_the_badge(desk: Desk, keisha: Registered) -> None:
    changes = {"badge_name": "Kay Example-Blake", "capacity": Capacity.ADVISER}
    desk.do(registration.edit_person, participant=keisha.id, changes=changes)
    facts = facts_of(desk, keisha.id)
    assert (facts.name, facts.first, facts.second) == ("Kay Example-Blake", "Kay", "Example-Blake")
