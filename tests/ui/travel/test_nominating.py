"""Somebody is put on a seat, replaced, withdrawn and released, all by keys, and everything can be taken back."""

from PySide6.QtCore import Qt

from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travellers import set_travel
from cmc_desk.rules.travel_states import Nomination, Travel, Warned
from cmc_desk.ui.travel.nominate_form import NominateForm
from tests.ui.travel.stand import CTRL, Officer, ready


def test_an_official_is_found_by_letters_and_nominated_and_the_act_can_be_taken_back(officer: Officer) -> None:
    officer.press(Qt.Key.Key_N)
    officer.type("must")
    officer.press(Qt.Key.Key_Return)
    officer.save()
    assert officer.last() == ("notice", "Nominated: Anaïs Muster-Żółć · Haiti")
    assert officer.word("HT-1") == "Letter"
    assert officer.page.side.form is None
    assert officer.page.seats.wall.hasFocus()
    officer.press(Qt.Key.Key_Z, CTRL)
    assert officer.word("HT-1") == "Letter awaited"


def test_somebody_whom_no_list_has_is_entered_and_nominated_as_one_act(officer: Officer) -> None:
    officer.press(Qt.Key.Key_N)
    officer.fill(given_name="Mireille", family_name="Example-Toulon", functional_title="Director")
    officer.save()
    assert officer.last() == ("notice", "Nominated: Mireille Example-Toulon · Haiti")
    assert officer.page.side.traveller.head.name.text() == "Mireille Example-Toulon"
    officer.press(Qt.Key.Key_Z, CTRL)
    facts = officer.desk.read(travel_facts)
    assert facts.sponsorships == {}
    assert "Mireille Example-Toulon" not in {person.name for person in facts.people.values()}


def test_a_name_that_nobody_has_is_refused_beside_the_field(officer: Officer) -> None:
    officer.press(Qt.Key.Key_N)
    officer.type("zzz")
    officer.save()
    assert officer.form.field("participant").problem().startswith("Nobody of this delegation is called so")
    assert officer.word("HT-1") == "Letter awaited"
    officer.press(Qt.Key.Key_Escape)
    assert officer.page.side.form is None


def test_who_holds_the_seat_is_replaced_and_not_nominated_over(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.press(Qt.Key.Key_N)
    assert officer.last() == ("amber", "Nothing changed: Somebody holds this seat: replace them.")


def test_replacing_after_ticketing_shows_what_is_lost_and_asks_why(officer: Officer) -> None:
    first = ready(officer)
    officer.press(Qt.Key.Key_R)
    assert "412.50 is spent already and stays in the cost. A ticket was issued: say why." in (
        officer.form.intro.text().replace("\N{NO-BREAK SPACE}", " ")
    )
    officer.type("guer")
    officer.press(Qt.Key.Key_Return)
    officer.save()
    assert "Say why" in officer.form.field("reason").problem()
    officer.fill(reason="Called away by the ministry")
    officer.save()
    assert officer.last() == ("notice", "Comes instead: Guerda Sample-Dorval · Haiti")
    facts = officer.desk.read(travel_facts)
    assert facts.sponsorships[first].nomination is Nomination.REPLACED
    (new,) = [one for one in facts.sponsorships.values() if one.replaces == first]
    assert new.seat == "HT-1"


def test_a_nomination_is_withdrawn_with_d(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.press(Qt.Key.Key_D)
    officer.pick("way", "withdraw")
    officer.save()
    assert officer.last() == ("notice", "Withdrawn: Anaïs Muster-Żółć · Haiti")
    assert officer.word("HT-1") == "No nominee"


def test_a_no_show_keeps_the_seat_until_somebody_releases_it_and_says_why(officer: Officer) -> None:
    key = ready(officer)
    officer.desk.do(set_travel, sponsorship=key, to=Travel.NO_SHOW, reason="did not board")
    assert officer.word("HT-1") == "No-show"
    officer.press(Qt.Key.Key_D)
    officer.pick("way", "release")
    officer.save()
    assert officer.form.field("reason").problem()
    officer.fill(reason="Nobody answers")
    officer.save()
    assert officer.last()[1].startswith("Seat released: ")
    assert officer.desk.read(travel_facts).sponsorships[key].released_by == officer.desk.author.operator


def test_a_wish_of_the_sponsors_is_waived_with_a_reason_and_warned_of_again(officer: Officer) -> None:
    key = officer.meeting.accepted("HT-2", "blaise")
    officer.page.choose(key)
    tile = officer.page.seats.tile()
    assert tile is not None
    assert tile.warned
    before = tile.warned
    officer.press(Qt.Key.Key_W)
    officer.pick("warned", Warned.OTHER_PROFILE.value)
    officer.save()
    assert officer.form.field("reason").problem()
    officer.fill(reason="The only one who speaks French")
    officer.save()
    tile = officer.page.seats.tile()
    assert tile is not None
    assert tile.warned == before - 1
    assert any("only one who speaks" in row.note for row in officer.page.side.traveller.warnings.rows())
    officer.press(Qt.Key.Key_W)
    officer.pick("warned", Warned.OTHER_PROFILE.value)
    officer.save()
    assert officer.last()[1].startswith("Again a warning: ")


def test_quota_and_shares_of_a_seat_are_changed_and_what_makes_no_whole_is_refused(officer: Officer) -> None:
    officer.press(Qt.Key.Key_Q)
    officer.fill(IOM="60", UNHCR="30")
    officer.save()
    assert "do not make 100 %" in officer.form.field("IOM").problem()
    officer.fill(UNHCR="40")
    officer.save()
    tile = officer.page.seats.tile()
    assert tile is not None
    assert [round(stripe.share * 100) for stripe in tile.stripes] == [60, 40]
    officer.press(Qt.Key.Key_Q)
    officer.fill(quota="3")
    officer.save()
    assert "HT-3" in officer.page.seats.wall._layout.by_key


def test_everything_that_can_be_done_stands_behind_m_with_its_key(officer: Officer) -> None:
    officer.press(Qt.Key.Key_M)
    more = officer.page.side.more
    assert more.isVisible()
    assert more.buttons["nominate"].isEnabled()
    assert more.buttons["pay"].toolTip() == "Nobody holds this seat."
    officer.click(more.buttons["nominate"])
    assert officer.form.isVisible()
    officer.press(Qt.Key.Key_Escape)
    assert officer.page.side.traveller.isVisible()


def test_whoever_holds_a_seat_already_is_said_so_and_stands_last(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.page.seats.choose("HT-2")
    officer.press(Qt.Key.Key_N)
    form = officer.form
    assert isinstance(form, NominateForm)
    found = form._suggest("")
    assert [one.note for one in found if one.key == officer.meeting.people["anais"]] == ["holds a seat already"]
    assert found[-1].key == officer.meeting.people["anais"]
