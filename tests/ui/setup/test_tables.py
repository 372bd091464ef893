"""Setting the meeting up with the keyboard: every change is one step that can be taken back."""

from datetime import date

from PySide6.QtCore import Qt

from cmc_desk.desk import agenda_plan, setup_lists, setup_people
from cmc_desk.desk import meeting as meetings
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.setup.agenda_section import AgendaSection
from cmc_desk.ui.setup.aliases_section import AliasesSection
from cmc_desk.ui.setup.categories_section import CategoriesSection
from cmc_desk.ui.setup.delegations_section import DelegationsSection
from cmc_desk.ui.setup.operators_section import OperatorsSection
from tests.desk.running import new
from tests.ui.setup.conftest import ALT, CTRL, Setting


def delegations(stand: Setting) -> DelegationsSection:
    section = stand.section("delegations")
    assert isinstance(section, DelegationsSection)
    return section


def agenda(stand: Setting) -> AgendaSection:
    section = stand.section("agenda")
    assert isinstance(section, AgendaSection)
    return section


def quota(stand: Setting, code: str) -> int:
    return next(row.quota for row in stand.desk.read(setup_lists.delegation_rows) if row.code == code)


def test_a_quota_is_typed_saved_with_enter_and_taken_back(stand: Setting) -> None:
    section = delegations(stand)
    section.table.choose("BB")
    stand.type_over(section.form.field("quota"), "4")
    stand.press(Qt.Key.Key_Return)
    assert quota(stand, "BB") == 4
    assert (stand.last(), stand.said[-1].undo) == ("Saved: Barbados", True)
    stand.page.context.undo()
    assert quota(stand, "BB") == 2
    assert section.form.values()["quota"] == "2"


def test_what_was_not_changed_is_no_step_in_the_journal(stand: Setting) -> None:
    delegations(stand).table.choose("BB")
    stand.press(Qt.Key.Key_S, CTRL)
    assert stand.said == []


def test_what_is_no_number_is_refused_beside_its_field_and_stays_typed(stand: Setting) -> None:
    section = delegations(stand)
    section.table.choose("BB")
    field = section.form.field("quota")
    stand.type_over(field, "two")
    stand.press(Qt.Key.Key_Return)
    assert "whole number" in field.problem()
    assert (quota(stand, "BB"), section.form.values()["quota"]) == (2, "two")
    stand.press(Qt.Key.Key_Escape)
    assert (field.problem(), section.form.values()["quota"]) == ("", "2")


def test_choosing_another_row_saves_what_was_typed_and_stays_if_it_is_refused(stand: Setting) -> None:
    section = delegations(stand)
    section.table.choose("BB")
    stand.type_over(section.form.field("quota"), "3")
    section.table.choose("CU")
    assert quota(stand, "BB") == 3
    assert section.shown is not None
    assert section.shown.code == "CU"
    stand.type_over(section.form.field("quota"), "99")
    section.table.choose("BB")
    assert section.shown.code == "CU"
    current = section.table.current()
    assert current is not None
    assert current.code == "CU"
    assert section.form.field("quota").problem()


def test_another_window_does_not_take_away_what_is_being_typed(stand: Setting) -> None:
    section = delegations(stand)
    section.table.choose("BB")
    stand.type_over(section.form.field("quota"), "5")
    stand.desk.do(setup_people.put_delegation, code="CU", changes={"quota": 1})
    assert section.form.values()["quota"] == "5"
    stand.press(Qt.Key.Key_S, CTRL)
    assert (quota(stand, "BB"), quota(stand, "CU")) == (5, 1)


def test_a_new_delegation_is_invited_by_keys(stand: Setting) -> None:
    section = delegations(stand)
    stand.press(Qt.Key.Key_N, ALT)
    stand.type_over(section.form.field("code"), "xs")
    stand.type_over(section.form.field("names"), "Sampleland")
    section.names.languages.choose("es")
    stand.type_over(section.form.field("names"), "Muestralandia")
    stand.press(Qt.Key.Key_Return)
    found = next(row for row in stand.desk.read(setup_lists.delegation_rows) if row.code == "XS")
    assert (dict(found.names), found.flag) == ({"en": "Sampleland", "es": "Muestralandia"}, "XS")
    assert section.shown is not None
    assert section.shown.code == "XS"
    assert not section.form.field("code").isVisible()


def test_the_region_is_typed_and_the_list_is_narrowed_by_it(stand: Setting) -> None:
    section = delegations(stand)
    section.table.choose("BB")
    stand.type_over(section.form.field("region"), "Sub-region of samples")
    stand.press(Qt.Key.Key_Return)
    stand.press(Qt.Key.Key_F, ALT)
    section.filter.setText("samples")
    assert [(row.code, row.region) for row in section.table.model_of_rows().rows] == [("BB", "Sub-region of samples")]


def test_the_list_is_narrowed_by_any_name_of_a_delegation(stand: Setting) -> None:
    section = delegations(stand)
    stand.press(Qt.Key.Key_F, ALT)
    section.filter.setText("jamaïque")
    assert [row.code for row in section.table.model_of_rows().rows] == ["JM"]


def test_a_delegation_that_stays_says_why_in_the_strip(stand: Setting) -> None:
    section = delegations(stand)
    section.table.choose("JM")
    stand.press(Qt.Key.Key_Delete, ALT)
    assert "host stays" in stand.last()


def test_a_wrong_time_is_refused_beside_its_field(stand: Setting) -> None:
    section = agenda(stand)
    field = section.form.field("ends")
    stand.type_over(field, "25:00")
    stand.press(Qt.Key.Key_Return)
    assert "no time of day" in field.problem()
    assert section.form.field("starts").problem() == ""
    stand.type_over(field, "8")
    stand.press(Qt.Key.Key_Return)
    assert "not after the beginning" in field.problem()


def test_an_item_is_added_with_times_as_people_type_them(stand: Setting) -> None:
    section = agenda(stand)
    stand.press(Qt.Key.Key_N, ALT)
    stand.type_over(section.form.field("title"), "Reception")
    stand.type_over(section.form.field("starts"), "1930")
    stand.type_over(section.form.field("ends"), "0h30")
    stand.press(Qt.Key.Key_S, CTRL)
    item = next(item for item in stand.desk.read(meetings.agenda) if item.title == "Reception")
    zone = stand.desk.read(meetings.meeting).tzinfo
    assert item.starts.astimezone(zone).strftime("%d %H:%M") == "05 19:30"
    assert item.ends.astimezone(zone).strftime("%d %H:%M") == "06 00:30"
    stand.press(Qt.Key.Key_Delete, ALT)
    assert "Reception" not in [one.title for one in stand.desk.read(meetings.agenda)]


def test_lines_of_one_room_that_overlap_are_marked_and_those_of_two_rooms_are_not(stand: Setting) -> None:
    room = stand.desk.do(agenda_plan.put_track, id="", name="Working group A")
    new(stand.desk, 9, 15, 15, "Beside", track=room)
    new(stand.desk, 9, 15, 15, "Between")
    section = agenda(stand)
    section.reload()
    model = section.table.model_of_rows()
    shown = [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in range(3)]
    assert [text for text in shown if "begins too early" in text] == ["Between (begins too early)"]


def test_a_day_is_added_shown_and_removed(stand: Setting) -> None:
    section = agenda(stand)
    stand.press(Qt.Key.Key_D, ALT)
    assert section.day == date(2019, 12, 7)
    assert section.table.model_of_rows().rows == ()
    section.remove_day_button.click()
    assert stand.desk.read(meetings.meeting).days[-1] == date(2019, 12, 6)
    assert not section.remove_day_button.isEnabled()


def test_an_operator_is_added_by_keys(stand: Setting) -> None:
    section = stand.section("operators")
    assert isinstance(section, OperatorsSection)
    stand.press(Qt.Key.Key_N, ALT)
    stand.type_over(section.form.field("name"), "R. Example-Cole")
    stand.press(Qt.Key.Key_Return)
    assert ("R. Example-Cole", Role.DESK) in [(row.name, row.role) for row in stand.desk.read(meetings.operators)]
    stand.page.context.undo()
    assert "R. Example-Cole" not in [row.name for row in section.table.model_of_rows().rows]


def test_a_station_has_a_name_and_no_role(stand: Setting) -> None:
    section = stand.section("operators")
    assert isinstance(section, OperatorsSection)
    stand.press(Qt.Key.Key_T, ALT)
    assert not section.form.field("role").isVisible()
    stand.type_over(section.form.field("name"), "desk a")
    stand.press(Qt.Key.Key_Return)
    assert "so already" in section.form.field("name").problem()
    stand.type_over(section.form.field("name"), "Foyer")
    stand.press(Qt.Key.Key_Return)
    assert "Foyer" in stand.desk.read(meetings.stations)


def test_a_category_is_moved_by_keys_and_the_first_cannot_go_up(stand: Setting) -> None:
    section = stand.section("categories")
    assert isinstance(section, CategoriesSection)
    before = [row.key for row in stand.desk.read(meetings.categories)]
    assert not section.up.isEnabled()
    stand.press(Qt.Key.Key_Down, ALT)
    assert [row.key for row in stand.desk.read(meetings.categories)] == [before[1], before[0], *before[2:]]
    assert section.up.isEnabled()
    assert section.shown is not None
    assert section.shown.key == before[0]
    stand.page.context.undo()
    assert [row.key for row in section.table.model_of_rows().rows] == before


def test_a_word_of_lists_is_learned_and_forgotten(stand: Setting) -> None:
    section = stand.section("aliases")
    assert isinstance(section, AliasesSection)
    stand.press(Qt.Key.Key_N, ALT)
    field = section.form.field("alias")
    stand.type_over(field, "The Bahamas")
    section.form.field("delegation").editor.set_key("JM")  # type: ignore[attr-defined] # a Combo
    stand.press(Qt.Key.Key_Return)
    assert "Bahamas" in field.problem()
    stand.type_over(field, "Yaad")
    stand.press(Qt.Key.Key_Return)
    assert setup_lists.AliasRow("Yaad", "JM") in stand.desk.read(setup_lists.alias_rows)
    stand.press(Qt.Key.Key_Delete, ALT)
    assert setup_lists.AliasRow("Yaad", "JM") not in stand.desk.read(setup_lists.alias_rows)
    assert stand.last() == "Forgotten: Yaad"


def test_a_new_item_of_another_day_is_one_item(stand: Setting) -> None:
    section = stand.section("agenda")
    assert isinstance(section, AgendaSection)
    before = len(stand.desk.read(meetings.agenda))
    section.begin_new()
    for name, text in (("title", "Drafting"), ("starts", "18"), ("ends", "19")):
        stand.type_over(section.form.field(name), text)
    other = section.form.field("day").editor
    assert isinstance(other, Combo)
    other.set_key("2019-12-06")
    section.save()
    assert len(stand.desk.read(meetings.agenda)) == before + 1
    assert section.day == date(2019, 12, 6)
