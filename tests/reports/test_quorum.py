"""The certificate of quorum, read back."""

from dataclasses import replace
from datetime import datetime

from cmc_desk.i18n import texts
from cmc_desk.reports.quorum import Quorum, render
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.papers import Format
from cmc_desk.rules.quorum import Standing, Tally
from tests.meetings import ZONE
from tests.reports.reading import IMPRINT, page_count, pdf_lines, pdf_words

EN = texts("en")
STATE, TERRITORY = DelegationKind.STATE, DelegationKind.TERRITORY
QUORUM = Quorum(
    at=datetime(2019, 12, 5, 10, 0, tzinfo=ZONE),
    place="Kingston",
    zone="America/Jamaica",
    sessions=("Registration", "Opening"),
    delegations=(
        Standing("Bahamas (the)", STATE, 2, 3),
        Standing("Haiti", STATE, 0, 2),
        Standing("Jamaica", STATE, 1, 1),
        Standing("Aruba", TERRITORY, 0, 0),
    ),
    organisations=(Standing("Example Agency", DelegationKind.UN, 4, 9),),
    states=Tally(2, 3),
    everybody=Tally(2, 4),
)


def test_it_says_who_was_present_and_who_was_not_each_number_with_its_whole() -> None:
    lines = pdf_lines(render(QUORUM, Format.PDF, EN, IMPRINT))
    assert " | ".join(lines[2:-1]) == (
        "Certificate of quorum | Sample Consultations on Migration | Preparatory meeting"
        " | Thursday, 5 December 2019, 10:00 (Kingston, America/Jamaica)"
        " | 2 of 3 | States present | 2 of 4 | States and territories present"
        " | More than half of the 3 States is 2: reached. Two thirds is 2: reached."
        " | Present | States | 2 of 3 | Bahamas (the) | 2 of 3 | Jamaica | 1 of 1"
        " | Not present | States | 1 of 3 | Haiti | 0 of 2"
        " | Constituent parts and territories | 1 of 1 | Aruba | nobody registered"
        " | Also present: organisations | Example Agency | 4 of 9"
        " | Beside each delegation: how many of its members were present. Present is whoever was recorded as arrived until"
        " then and not as | having left since, at: Registration; Opening. Secretariat staff, interpreters and press do not"
        " represent a State and are not counted."
        " | For the secretariat of the meeting: | Name and function | Signature | Place, date and time"
        " | Certificate of quorum · Made 2019-12-06 16:40 by T. Sample-Reid · Desk A"
    )


def test_a_quorum_that_is_missed_is_said_to_be() -> None:
    words = " ".join(pdf_lines(render(replace(QUORUM, states=Tally(6, 10)), Format.PDF, EN, IMPRINT)))
    assert "More than half of the 10 States is 6: reached. Two thirds is 7: not reached." in words
    words = " ".join(pdf_lines(render(replace(QUORUM, states=Tally(5, 10)), Format.PDF, EN, IMPRINT)))
    assert "is 6: not reached. Two thirds is 7: not reached." in words


def test_a_meeting_without_states_and_without_a_session_says_so() -> None:
    empty = replace(QUORUM, delegations=(), organisations=(), sessions=(), states=Tally(0, 0), everybody=Tally(0, 0))
    lines = pdf_lines(render(empty, Format.PDF, EN, IMPRINT))
    assert "No State is a participant of this meeting." in lines
    assert "No session of the meeting was held on this day, so nobody was recorded." in lines
    assert "Present" not in lines


def test_the_lines_to_sign_on_are_not_parted_from_what_was_counted() -> None:
    for number in range(60, 200, 7):
        many = tuple(Standing(f"Example State {place}", STATE, place % 2, 1) for place in range(number))
        content = render(replace(QUORUM, delegations=many), Format.PDF, EN, IMPRINT)
        words = pdf_words(content)
        basis = next(word for word in words if word.text.startswith("Beside each delegation"))
        signed = next(word for word in words if word.text == "Signature")
        assert basis.page == signed.page == page_count(content) - 1
        assert signed.y > 50
