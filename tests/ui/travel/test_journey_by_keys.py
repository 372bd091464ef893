"""An official from the letter to the settled claim, by the keys of the page alone."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travellers import record_visa
from cmc_desk.rules.passport_lines import check_digit
from cmc_desk.rules.travel_states import Direction, PaymentState, Travel, VisaState
from cmc_desk.ui.travel.journey_form import JourneyForm
from cmc_desk.ui.travel.leg_editor import LegEditor
from cmc_desk.ui.travel.papers_forms import RevealForm
from tests.ui.travel.stand import CTRL, Officer, financed, ready

ARRIVED = datetime(2019, 12, 4, 21, 0, tzinfo=UTC)
HOME = datetime(2019, 12, 8, 12, 0, tzinfo=UTC)


def passport_lines(number: str = "X1234567", expires: str = "210714") -> str:
    """Return the two lines of the passport of a fictional official, with digits that agree."""
    first = "P<HTIMUSTER<ZOLC<<ANAIS".ljust(44, "<")
    number = number.ljust(9, "<")
    birth = "800102"
    body = f"{number}{check_digit(number)}HTI{birth}{check_digit(birth)}F{expires}{check_digit(expires)}"
    personal = "<" * 14
    whole = f"{number}{check_digit(number)}{birth}{check_digit(birth)}{expires}{check_digit(expires)}{personal}0"
    return f"{first}\n{body}{personal}0{check_digit(whole)}"


def type_leg(officer: Officer, leg: LegEditor, *texts: str) -> None:
    leg.edits["flight"].setFocus()
    for text in texts:
        officer.type(text)
        officer.press(Qt.Key.Key_Tab)


def test_letter_acceptance_passport_visa_journey_ticket_and_room_make_somebody_ready(officer: Officer) -> None:
    key = officer.meeting.nominate("HT-1", "anais")
    assert officer.word("HT-1") == "Letter"
    officer.press(Qt.Key.Key_L)
    officer.fill(reference="NV 7/2019", dated="4 Nov", received="6 Nov")
    officer.save()
    assert officer.word("HT-1") == "Acceptance"
    officer.press(Qt.Key.Key_A)
    assert officer.last() == ("notice", "Accepted: Anaïs Muster-Żółć, Haiti")
    assert officer.word("HT-1") == "Passport"

    officer.press(Qt.Key.Key_P)
    lines = officer.form.field("lines").editor
    assert isinstance(lines, QPlainTextEdit)
    lines.setPlainText(passport_lines())
    assert officer.form.values()["number"] == "X1234567"
    assert officer.form.values()["issuer"] == "HTI"
    officer.save()
    assert officer.word("HT-1") == "Visa"
    passport = officer.desk.read(travel_facts).sponsorships[key].passport
    assert passport is not None
    assert (passport.last_four, passport.expires) == ("4567", date(2021, 7, 14))

    officer.press(Qt.Key.Key_V)
    officer.pick("state", VisaState.REQUIRED.value)
    officer.fill(note="US transit", due="2 Dec")
    officer.save()
    officer.press(Qt.Key.Key_V)
    officer.pick("state", VisaState.OBTAINED.value)
    officer.save()
    assert officer.word("HT-1") == "Ticket"

    officer.press(Qt.Key.Key_T)
    assert officer.last() == ("amber", "Nothing changed: Enter the journey first.")
    officer.press(Qt.Key.Key_J)
    form = officer.form
    assert isinstance(form, JourneyForm)
    type_leg(officer, form.legs[Direction.OUT][0], "AA1378", "pap", "mia", "4 Dec", "9:20", "11:25")
    type_leg(officer, form.legs[Direction.OUT][1], "AA 1519", "MIA", "KIN", "4 Dec", "13:50", "15:40")
    type_leg(officer, form.legs[Direction.BACK][0], "BW 415", "KIN", "PAP", "7 Dec", "0915", "1035")
    officer.save()
    assert officer.last()[1] == "Journey recorded: Anaïs Muster-Żółć · 3 legs"

    officer.press(Qt.Key.Key_T)
    officer.pick("what", "hold")
    officer.fill(locator="EXY12Z", hold_until="20 Nov 18:00", fare="412.50")
    officer.save()
    assert officer.desk.read(travel_facts).sponsorships[key].travel is Travel.HELD
    officer.press(Qt.Key.Key_T)
    officer.fill(ticket="106-1234567890", name_on_ticket="MUSTERZOLC/ANAIS MS")
    officer.save()
    assert officer.word("HT-1") == "Room"

    officer.press(Qt.Key.Key_B)
    assert officer.form.values()["nights"] == "4 Dec 2019"
    officer.save()
    assert officer.word("HT-1") == "Ready"


def test_after_the_arrival_the_allowance_is_computed_approved_paid_and_settled(officer: Officer) -> None:
    key = ready(officer)
    financed(officer.desk)
    officer.press(Qt.Key.Key_C)
    assert officer.last()[1].startswith("Computed: Anaïs Muster-Żółć")
    assert len(officer.page.side.traveller.strip._days) == 4
    officer.press(Qt.Key.Key_O)
    officer.save()
    officer.press(Qt.Key.Key_Y)
    assert officer.last() == ("amber", "Nothing changed: Nothing is paid before the arrival.")
    officer.at(ARRIVED)
    officer.press(Qt.Key.Key_G)
    assert officer.last()[1] == "Flown: BW 415 · Anaïs Muster-Żółć"
    officer.press(Qt.Key.Key_H)
    assert officer.word("HT-1") == "Arrived"
    assert officer.page.seats.pressing["unpaid"].accessibleName() == "Unpaid 1"
    officer.press(Qt.Key.Key_Y)
    assert officer.last()[1].startswith("Paid: Anaïs Muster-Żółć · receipt 1,")
    assert officer.page.side.traveller.label.text() == "Receipt 1"
    assert officer.word("HT-1") == "Paid"
    officer.at(HOME)
    officer.press(Qt.Key.Key_G)
    officer.press(Qt.Key.Key_S)
    assert officer.desk.read(travel_facts).sponsorships[key].payment is PaymentState.SETTLED
    assert officer.word("HT-1") == "Closed"


def test_what_is_provided_on_a_day_is_settled_for_one_person_and_the_strip_says_why(officer: Officer) -> None:
    ready(officer)
    financed(officer.desk)
    officer.press(Qt.Key.Key_C)
    strip = officer.page.side.traveller.strip
    before = officer.page.side.traveller.amount.text()
    strip.setFocus()
    officer.press(Qt.Key.Key_Right)
    assert officer.page.side.traveller.why.isVisible()
    assert strip._place == 1
    officer.press(Qt.Key.Key_Return)
    assert officer.form.values()["day"] == "2019-12-05"
    officer.form.field("letters").editor.set_keys(("R", "B", "D"))  # type: ignore[attr-defined] # boxes of ours
    officer.save()
    assert officer.last()[1].startswith("Computed anew: ")
    assert officer.page.side.traveller.amount.text() != before


def test_a_leg_that_cannot_be_is_refused_beside_its_field_and_nothing_is_written(officer: Officer) -> None:
    key = officer.meeting.accepted("HT-1", "anais")
    officer.press(Qt.Key.Key_J)
    form = officer.form
    assert isinstance(form, JourneyForm)
    leg = form.legs[Direction.OUT][0]
    type_leg(officer, leg, "BW 415", "XQX", "KIN", "4 Dec", "14:00", "15:00")
    officer.save()
    assert "There is no airport “XQX”" in leg.problem.text()
    assert leg.edits["origin"].hasFocus()
    assert officer.desk.read(travel_facts).sponsorships[key].itinerary is None


def test_the_number_of_a_passport_is_shown_for_a_reason_and_the_journal_says_so(officer: Officer) -> None:
    ready(officer)
    officer.press(Qt.Key.Key_I)
    form = officer.form
    assert isinstance(form, RevealForm)
    officer.save()
    assert form.field("reason").problem()
    assert form.number.text() == ""
    officer.fill(reason="the airline asks for it")
    officer.save()
    assert form.number.text() == "X1234567"
    assert officer.last()[0] == "quiet"
    officer.press(Qt.Key.Key_Escape)
    assert form.number.text() == ""


def test_a_cancelled_ticket_keeps_the_seat_and_the_cost(officer: Officer) -> None:
    key = ready(officer)
    officer.press(Qt.Key.Key_X)
    officer.fill(reason="Visa refused", refund="100")
    officer.save()
    assert officer.word("HT-1") == "Cancelled"
    assert officer.desk.read(travel_facts).sponsorships[key].travel is Travel.CANCELLED
    officer.press(Qt.Key.Key_Z, CTRL)
    assert officer.word("HT-1") == "Ready"


def test_a_second_window_is_noticed_and_nothing_is_overwritten(officer: Officer) -> None:
    key = officer.meeting.accepted("HT-1", "anais")
    officer.press(Qt.Key.Key_V)
    form = officer.form
    # Somebody else records something of the same official meanwhile.
    officer.desk.do(record_visa, sponsorship=key, state=VisaState.NOT_REQUIRED)
    officer.pick("state", VisaState.REQUIRED.value)
    officer.save()
    assert form.trouble.isVisible()
    assert "in the meantime" in form.trouble.text()
    assert officer.desk.read(travel_facts).sponsorships[key].visa is VisaState.NOT_REQUIRED
