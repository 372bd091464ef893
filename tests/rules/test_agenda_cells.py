"""Several things in one cell are read back as they were written."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.agenda_cells import joined, parted, presenters, presenters_text
from cmc_desk.rules.meeting import SpeakerPlan

# As the agenda holds texts: one line, no stray spaces, not empty.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=12)
POINTS = st.lists(WORDS, max_size=4, unique=True).map(tuple)


def test_points_and_presenters_stand_in_one_line() -> None:
    points = ("Welcome", "Adoption; and others")
    speakers = (
        SpeakerPlan("A. Example", "Director; acting", "IOM", "Welcome"),
        SpeakerPlan("B. Sample"),
        SpeakerPlan("C. Muster", organisation="Ministry"),
    )
    assert joined(points) == "Welcome | Adoption; and others"
    written = presenters_text(speakers, points)
    assert written == r"A. Example; Director\; acting; IOM; point 1 | B. Sample | C. Muster; ; Ministry"
    assert presenters(written, points) == speakers


def test_what_a_person_writes_is_understood() -> None:
    assert parted("Welcome|Adoption |  | Other") == ("Welcome", "Adoption", "Other")
    assert presenters("A. Example;Director", ()) == (SpeakerPlan("A. Example", "Director"),)
    assert parted("") == ()
    assert presenters(" | ", ()) == ()


def test_a_point_that_is_not_there_is_nobodys() -> None:
    assert presenters("A. Example; point 3", ("Welcome",)) == (SpeakerPlan("A. Example"),)
    assert presenters("A. Example; point 0", ("Welcome",)) == (SpeakerPlan("A. Example"),)
    assert presenters_text([SpeakerPlan("A. Example", point="Gone")], ("Welcome",)) == "A. Example"


def test_somebody_called_point_is_a_person() -> None:
    assert presenters("Point 2", ("Welcome", "Adoption")) == (SpeakerPlan("Point 2"),)


@given(st.lists(WORDS, max_size=5))
def test_whatever_the_points_are_they_are_read_back(points: list[str]) -> None:
    assert parted(joined(points)) == tuple(points)


@given(POINTS, st.lists(st.tuples(WORDS, WORDS | st.just(""), WORDS | st.just(""), st.integers(0, 3)), max_size=3))
def test_whoever_presents_is_read_back(points: tuple[str, ...], people: list[tuple[str, str, str, int]]) -> None:
    speakers = tuple(
        SpeakerPlan(name, title, organisation, points[number] if number < len(points) else "")
        for name, title, organisation, number in people
    )
    assert presenters(presenters_text(speakers, points), points) == speakers
