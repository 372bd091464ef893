"""The Plan mode: lines, lists of speakers and rooms are typed as people type them, and everything can be undone."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from cmc_desk.desk.rundown import Line
from cmc_desk.rules.agenda_plan import Importance, SpeakerCategory, StartKind
from cmc_desk.rules.meeting import SpeakerPlan
from cmc_desk.ui.agenda.plan_view import TOPICS, TRACKS
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.tick import Tick
from tests.meetings import local
from tests.ui.agenda.stand import ALT, CTRL, TOPIC, Chair


def test_e_leads_to_the_plan_at_what_runs_and_back(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_E)
    assert hearing.page.planning
    shown = hearing.page.plan.lines.shown
    assert shown is not None
    assert shown.item.key == "context"
    hearing.press(Qt.Key.Key_E)
    assert not hearing.page.planning


def test_letters_and_space_typed_into_the_form_stay_letters(hearing: Chair) -> None:
    hearing.press(Qt.Key.Key_E)
    title = _type(hearing, "title", "")
    title.selectAll()
    hearing.type("Space and e, n, p")
    assert title.text() == "Space and e, n, p"
    assert hearing.page.planning
    assert hearing.running() == "context"


def test_a_line_is_changed_and_what_flows_on_follows_and_ctrl_z_takes_it_back(chair: Chair) -> None:
    _edit(chair, "opening")
    _type(chair, "length", "1h")
    chair.press(Qt.Key.Key_S, CTRL)
    assert chair.last() == ("notice", "Saved: Opening")
    assert _line(chair, "opening").item.length == timedelta(hours=1)
    _leave_field(chair)
    chair.press(Qt.Key.Key_Z, CTRL)
    assert _line(chair, "opening").item.length == timedelta(minutes=45)


def test_everything_of_a_line_is_typed_and_kept(chair: Chair) -> None:
    _edit(chair, "context")
    form = chair.page.plan.lines.form
    _type(chair, "minimum", "45")
    _type(chair, "remark", "In the large room")
    for name, key in (("importance", Importance.MOST.value), ("start_kind", StartKind.FIXED.value)):
        editor = form.field(name).editor
        assert isinstance(editor, Combo)
        editor.set_key(key)
    _type(chair, "not_after", "10.45")
    presenters = form.field("speakers").editor
    assert isinstance(presenters, QPlainTextEdit)
    presenters.setPlainText("Ilse Muster-Croes; Protection Officer; UNHCR\nJosé Specimen-Valdés")
    chair.press(Qt.Key.Key_S, CTRL)
    line = _line(chair, "context")
    item = line.item
    assert (item.minimum, item.remark, item.importance) == (timedelta(minutes=45), "In the large room", Importance.MOST)
    assert (item.start_kind, item.not_after) == (StartKind.FIXED, local(0, 10, 45))
    assert line.speakers == (
        SpeakerPlan("Ilse Muster-Croes", "Protection Officer", "UNHCR"),
        SpeakerPlan("José Specimen-Valdés"),
    )


def test_what_is_no_length_or_too_short_is_refused_beside_its_field(chair: Chair) -> None:
    _edit(chair, "context")
    form = chair.page.plan.lines.form
    for name, text, words in (
        ("length", "soon", "no length"),
        ("starts", "25:00", "no time of day"),
        ("minimum", "5 h", "longer than the item"),
    ):
        _type(chair, name, text)
        chair.press(Qt.Key.Key_S, CTRL)
        assert words in form.field(name).problem(), name
        chair.page.plan.lines.put_back()


def test_a_new_line_is_put_in_by_the_clock_and_removed_again(chair: Chair) -> None:
    chair.press(Qt.Key.Key_E)
    chair.press(Qt.Key.Key_N, ALT)
    _type(chair, "title", "Family photo")
    _type(chair, "starts", "12")
    _type(chair, "length", "15")
    chair.press(Qt.Key.Key_Return)
    assert [row.item.title for row in chair.page.plan.lines.rows()][-1] == "Family photo"
    chair.press(Qt.Key.Key_Delete, ALT)
    assert chair.last() == ("notice", "Removed: Family photo")


def test_lines_are_moved_in_the_live_order(chair: Chair) -> None:
    _edit(chair, "opening")
    chair.page.plan.lines.table.setFocus()
    chair.press(Qt.Key.Key_Down, CTRL)
    assert chair.last() == ("notice", "Moved: Opening")
    assert [row.item.key for row in chair.page.plan.lines.rows()][1:3] == ["coffee", "opening"]


def test_what_the_clock_has_recorded_is_not_removed(hearing: Chair) -> None:
    _edit(hearing, "opening")
    hearing.press(Qt.Key.Key_Delete, ALT)
    assert hearing.last()[0] == "amber"
    assert hearing.page.context.live.line("opening") is not None


def test_a_list_of_speakers_has_limits_by_category(chair: Chair) -> None:
    chair.press(Qt.Key.Key_E)
    chair.page.plan.kinds.choose(TOPICS)
    form = chair.page.plan.topics.form
    for name, text in ((SpeakerCategory.STATE.name, "2:30"), (SpeakerCategory.ORGANISATION.name, "2"), ("kept", "35")):
        editor = form.field(name).editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()
        editor.setText(text)
    chair.press(Qt.Key.Key_S, CTRL)
    floor = chair.page.context.live.floor(TOPIC)
    assert floor is not None
    topic = floor.facts.topic
    assert topic.limits[SpeakerCategory.STATE] == timedelta(minutes=2, seconds=30)
    assert topic.limits[SpeakerCategory.ORGANISATION] == timedelta(minutes=2)
    assert topic.kept == timedelta(minutes=35)
    # What is shown is read back as what it was.
    chair.page.plan.topics.save()
    assert chair.page.plan.topics.form.values()["kept"] == "0:35"


def test_a_list_on_which_somebody_stood_stays(chair: Chair) -> None:
    chair.press(Qt.Key.Key_E)
    chair.page.plan.kinds.choose(TOPICS)
    chair.press(Qt.Key.Key_Delete, ALT)
    assert chair.last()[0] == "amber"


def test_a_room_is_made_and_an_item_runs_in_it(chair: Chair) -> None:
    chair.press(Qt.Key.Key_E)
    chair.page.plan.kinds.choose(TRACKS)
    chair.page.plan.tracks.begin_new()
    chair.type("Working group A")
    chair.press(Qt.Key.Key_Return)
    assert chair.last() == ("notice", "Saved: Working group A")
    (track,) = chair.page.context.live.rundown.tracks
    chair.page.plan.kinds.choose("lines")
    chair.press(Qt.Key.Key_N, ALT)
    room = chair.page.plan.lines.form.field("track").editor
    assert isinstance(room, Combo)
    room.set_key(track.key)
    for name, text in (("title", "Drafting"), ("starts", "9"), ("length", "60")):
        _type(chair, name, text)
    chair.press(Qt.Key.Key_Return)
    chair.page.show_run()
    tracks = chair.page.run.rundown.tracks
    assert tracks.isVisible()
    tracks.choose(track.key)
    assert [title for title, *_rest in chair.rundown()] == ["Drafting"]
    chair.press(Qt.Key.Key_Space)
    assert chair.page.run.moment().standing(track.key).running
    assert chair.running() == ""


def _edit(chair: Chair, item: str) -> None:
    chair.page.show_plan(item)


def _type(chair: Chair, name: str, text: str) -> QLineEdit:
    editor = chair.page.plan.lines.form.field(name).editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.setText(text)
    return editor


def _leave_field(chair: Chair) -> None:
    chair.page.plan.lines.table.setFocus()


def _line(chair: Chair, item: str) -> Line:
    line = chair.page.context.live.line(item)
    assert line is not None
    return line


def test_what_an_edit_takes_from_another_line_and_gives_it_back_is_said(chair: Chair) -> None:
    _edit(chair, "context")
    end = chair.page.plan.lines.form.field("fixed_end").editor
    assert isinstance(end, Tick)
    end.setChecked(True)
    chair.press(Qt.Key.Key_S, CTRL)
    length = _line(chair, "context").item.length
    _edit(chair, "coffee")
    minutes = _line(chair, "coffee").item.length // timedelta(minutes=1)
    _type(chair, "length", str(minutes + 5))
    chair.press(Qt.Key.Key_S, CTRL)
    less = length // timedelta(minutes=1) - 5
    assert chair.last() == ("notice", f"Saved: Coffee · “Context” has 5 min less: {less} min")
    assert chair.said[-1].undo
    chair.press(Qt.Key.Key_Delete, ALT)
    assert chair.last()[1].startswith("Removed: Coffee · “Context” has ")
    assert " more: " in chair.last()[1]
