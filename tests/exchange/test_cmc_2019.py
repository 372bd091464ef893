"""The meeting that comes with the program says what its concept note says."""

from datetime import timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.resource import resource
from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.rules.categories import category_of
from cmc_desk.rules.folding import fold
from cmc_desk.rules.meeting import DelegationKind, Eligibility, ItemKind, MeetingPlan, Role, SpeakerPlan
from cmc_desk.rules.people import Capacity

# The agenda as the concept note prints it.
AGENDA = {
    "5 December 2019": (
        ("08:30", "Arrival and registration of participants"),
        ("09:00", "Opening Remarks"),
        ("09:45", "Coffee break and official group photo"),
        ("10:15", "Regional context and CMC background"),
        ("12:00", "Presentation of national priorities and CMC expectations"),
        ("13:00", "Lunch"),
        ("14:30", "Continued: Presentation of national priorities and CMC expectations"),
        ("15:45", "Coffee Break"),
        ("16:15", "Introduction to guiding principles"),
        ("16:20", "Discussion of draft guiding principles"),
        ("17:15", "Discussion summary"),
        ("17:30", "Closing"),
    ),
    "6 December 2019": (
        ("08:30", "Registration"),
        ("09:00", "Summary of Day 1"),
        ("09:10", "Introduction to a plan of action"),
        ("09:15", "Presentations from Working Groups"),
        ("10:10", "Coffee Break"),
        ("10:30", "Presentation and discussion of Draft Regional Plan of Action"),
        ("12:15", "Discussion summary"),
        ("12:30", "Lunch"),
        ("14:00", "Introduction to operating modalities"),
        ("14:30", "Presentation and discussion of the Draft Operating Modalities"),
        ("16:00", "Coffee Break"),
        ("16:30", "Discussion summary"),
        ("16:45", "Approval of recommendations for consideration of draft documents"),
        ("17:00", "Next steps"),
        ("17:15", "Closing"),
    ),
}
REPRESENTED_IN_2016 = """
    Antigua and Barbuda, Aruba, The Bahamas, Belize, Barbados, Cuba, Curacao, Grenada, Haiti, the Turks and Caicos Islands,
    the Cayman Islands, the British Virgin Islands, Jamaica, Netherlands, Dominican Republic, Montserrat, Saint Lucia,
    Saint Kitts and Nevis, Saint Vincent and the Grenadines, Suriname, Trinidad and Tobago, United States"""


@pytest.fixture(scope="module")
def plan() -> MeetingPlan:
    return read_meeting(template_path("cmc-2019"))


def test_every_line_of_the_agenda_stands_at_its_time(plan: MeetingPlan) -> None:
    for day, lines in zip(plan.days, AGENDA.items(), strict=True):
        assert f"{day.day} {day:%B %Y}" == lines[0]
        items = [item for item in plan.items if item.day == day]
        assert tuple((f"{item.starts:%H:%M}", item.title) for item in items) == lines[1]
    assert {item.starts.tzinfo for item in plan.items} == {ZoneInfo("America/Jamaica")}


def test_every_item_ends_when_the_next_one_begins_and_a_closing_takes_a_quarter_of_an_hour(plan: MeetingPlan) -> None:
    for item, after in zip(plan.items, plan.items[1:], strict=False):
        assert item.ends == after.starts or item.kind is ItemKind.CLOSING
    closings = [item for item in plan.items if item.kind is ItemKind.CLOSING]
    assert [(item.ends - item.starts).total_seconds() / 60 for item in closings] == [15, 15]


def test_the_named_speakers_stand_as_the_note_names_them(plan: MeetingPlan) -> None:
    opening, context = (next(item for item in plan.items if item.key == key) for key in ("opening", "context"))
    assert opening.points == ("Approval of the agenda", "Introduction of Participants")
    assert [(speaker.name, speaker.functional_title, speaker.organisation) for speaker in opening.speakers] == [
        (
            "Ambassador Marcia Yvette Gilbert-Roberts",
            "Permanent Secretary, Ministry of Foreign Affairs and Foreign Trade",
            "Government of Jamaica",
        ),
        ("Michela Macchiavello", "Senior Regional Specialist on Labour Migration and Human Development", "IOM"),
        ("Rana G. Ksaifi", "Senior Regional Protection Officer", "UNHCR"),
    ]
    overview, venezuela, development, questions = context.points
    assert questions == "Question and answer"
    assert context.speakers == (
        SpeakerPlan("Michela Macchiavello", "", "IOM", overview),
        SpeakerPlan("Rana Ksaifi", "", "UNHCR", overview),
        SpeakerPlan("Catalina Acevedo", "", "IOM", venezuela),
        SpeakerPlan("Miriam Aertker", "", "UNHCR", venezuela),
        SpeakerPlan("Brendan Tarnay", "", "IOM", development),
        SpeakerPlan("Julia Hanby", "", "UNHCR", development),
    )
    assert sum(len(item.speakers) for item in plan.items) == 9


def test_the_three_drafts_are_treated_and_then_approved_together(plan: MeetingPlan) -> None:
    keys = [document.key for document in plan.documents]
    assert keys == ["principles", "modalities", "plan-of-action"]
    approval = next(item for item in plan.items if item.kind is ItemKind.APPROVAL)
    assert list(approval.documents) == keys
    for key in keys:
        treated = [item.kind for item in plan.items if item.documents == (key,)]
        assert treated == [ItemKind.PRESENTATION, ItemKind.DISCUSSION, ItemKind.SUMMARY]


def test_the_national_priorities_go_on_after_lunch(plan: MeetingPlan) -> None:
    assert [(item.key, item.continues) for item in plan.items if item.continues] == [
        ("priorities-continued", "priorities")
    ]


def test_the_national_priorities_share_one_list_of_speakers(plan: MeetingPlan) -> None:
    (topic,) = plan.topics
    assert [item.key for item in plan.items if item.topic] == ["priorities", "priorities-continued"]
    assert {item.topic for item in plan.items} == {"", topic.key}
    assert topic.changeover == timedelta(seconds=20)
    assert set(topic.limits) == set(SpeakerCategory)


def test_attendance_is_taken_at_registration_and_where_people_sit(plan: MeetingPlan) -> None:
    taken = [item for item in plan.items if item.attendance]
    assert [sum(item.day == day for item in taken) for day in plan.days] == [6, 6]
    assert not {item.kind for item in taken} & {ItemKind.BREAK, ItemKind.LUNCH, ItemKind.PHOTO, ItemKind.CLOSING}
    assert all(item.attendance for item in plan.items if item.kind is ItemKind.REGISTRATION)


def test_the_facts_of_the_first_page(plan: MeetingPlan) -> None:
    assert (plan.title, plan.host, plan.host_delegation) == (
        "Caribbean Migration Consultations (CMC)",
        "Government of Jamaica",
        "JM",
    )
    assert plan.sponsors == ("IOM", "UNHCR")
    assert (plan.venue, plan.city, plan.zone) == ("Spanish Court Hotel", "Kingston", "America/Jamaica")
    assert len(plan.objectives) == 3
    assert {operator.role for operator in plan.operators} == set(Role)
    assert plan.stations == ("Desk A", "Desk B")


def test_the_public_numbers_of_the_host_stand_first_and_the_others_are_marked_as_examples(plan: MeetingPlan) -> None:
    assert plan.contacts[:2] == (("Police", "119"), ("Fire and ambulance", "110"))
    assert all("(example)" in label and " 555 01" in number for label, number in plan.contacts[2:])


def test_everybody_who_was_represented_in_2016_is_invited_under_that_name(plan: MeetingPlan) -> None:
    known = {
        fold(name).removeprefix("the ")
        for delegation in plan.delegations
        for name in (*dict(delegation.names).values(), *dict(delegation.short_names).values(), *delegation.aliases)
    }
    names = [fold(name).removeprefix("the ") for name in REPRESENTED_IN_2016.split(",")]
    assert len(names) == 22
    assert [name for name in names if name not in known] == []


def test_forty_six_seats_are_financed_and_the_host_has_two_of_its_own(plan: MeetingPlan) -> None:
    def seats(eligibility: Eligibility) -> list[int]:
        return [delegation.quota for delegation in plan.delegations if delegation.eligibility is eligibility]

    assert seats(Eligibility.SPONSORED) == [2] * 23
    assert seats(Eligibility.HOST) == [2]
    assert seats(Eligibility.OPTIONAL) == [2] * 7
    assert set(seats(Eligibility.OBSERVER) + seats(Eligibility.NONE)) == {0}


def test_every_state_and_territory_is_of_a_regional_group(plan: MeetingPlan) -> None:
    groups: dict[str, list[str]] = {}
    for delegation in plan.delegations:
        groups.setdefault(delegation.region, []).append(delegation.code)
    # Members and associate members of CARICOM in December 2019.
    assert len(groups["CARICOM"]) == 15
    assert sorted(groups["CARICOM associate"]) == ["AI", "BM", "KY", "TC", "VG"]
    assert {code for code in groups[""] if len(code) == 2} == set()
    of = {delegation.code: delegation.of_state for delegation in plan.delegations}
    states = {
        region: {of[code] for code in codes} for region, codes in groups.items() if region and "CARICOM" not in region
    }
    assert states == {
        "Dutch Caribbean": {"NL"},
        "French Caribbean": {"FR"},
        "U.S. Caribbean": {"US"},
        "Other Caribbean": {""},
        "Outside the Caribbean": {""},
    }


def test_no_name_belongs_to_two_delegations(plan: MeetingPlan) -> None:
    owners: dict[str, set[str]] = {}
    for delegation in plan.delegations:
        names = (*dict(delegation.names).values(), *dict(delegation.short_names).values(), *delegation.aliases)
        for name in (delegation.code, *names):
            owners.setdefault(fold(name), set()).add(delegation.code)
    assert [name for name, codes in owners.items() if len(codes) > 1] == []


def test_every_country_has_its_names_its_zone_and_a_flag(plan: MeetingPlan) -> None:
    countries = [delegation for delegation in plan.delegations if len(delegation.code) == 2]
    assert len(countries) == 37
    for country in countries:
        assert {"en", "es", "fr"} <= dict(country.names).keys()
        assert "nl" in dict(country.short_names)
        assert ZoneInfo(country.zone)
        assert len(country.airport) == 3
        assert resource("flags", country.flag.lower() + ".svg").is_file()
        if country.of_state:
            assert country.of_state in {other.code for other in countries}


def test_everybody_has_a_category(plan: MeetingPlan) -> None:
    found = {
        category_of(capacity, delegation.kind, delegation.code, plan.categories)
        for capacity, delegation in product(Capacity, plan.delegations)
    }
    assert found == {category.key for category in plan.categories}


@pytest.mark.parametrize(
    ("capacity", "kind", "code", "category"),
    [
        (Capacity.HEAD, DelegationKind.STATE, "JM", "host"),
        (Capacity.SECRETARIAT, DelegationKind.STATE, "JM", "host"),
        (Capacity.DELEGATE, DelegationKind.TERRITORY, "AW", "delegate"),
        (Capacity.DELEGATE, DelegationKind.OBSERVER_STATE, "NL", "observer"),
        (Capacity.SPEAKER, DelegationKind.UN, "IOM", "iom"),
        (Capacity.DELEGATE, DelegationKind.UN, "UNHCR", "unhcr"),
        (Capacity.OBSERVER, DelegationKind.UN, "CARICOM", "observer"),
        (Capacity.INTERPRETER, DelegationKind.SECRETARIAT, "SEC", "secretariat"),
        (Capacity.PRESS, DelegationKind.OTHER, "PRESS", "press"),
    ],
)
def test_the_categories_are_those_of_the_desk(
    plan: MeetingPlan, capacity: Capacity, kind: DelegationKind, code: str, category: str
) -> None:
    assert category_of(capacity, kind, code, plan.categories) == category


def test_the_lines_that_are_no_facts_are_marked(plan: MeetingPlan) -> None:
    text = template_path("cmc-2019").read_text("utf-8")
    assert plan.key in text
    remarks = [line for line in text.splitlines() if line.startswith(("remark =", "fixed_end ="))]
    assert len(remarks) == 4
    assert all(line.endswith("# default") or "# default:" in line for line in remarks)
    assert "[topics.priorities]  # Default" in text
    for marked in ('short_title = "CMC', "stations =", "grace_minutes =", 'ends = "17:45"', 'ends = "17:30"'):
        (line,) = [line for line in text.splitlines() if line.startswith(marked)]
        assert "# default" in line
