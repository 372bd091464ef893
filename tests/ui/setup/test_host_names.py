"""Setup › Meeting: what the host is called in papers of another language."""

from collections.abc import Callable

from cmc_desk.desk.host import host_in, host_names
from cmc_desk.ui.setup.host_names import HostNames
from cmc_desk.ui.setup.meeting_section import MeetingSection
from tests.ui.setup.conftest import Setting


def opened(begin: Callable[..., Setting]) -> tuple[Setting, MeetingSection, HostNames]:
    stand = begin()
    section = stand.section("meeting")
    assert isinstance(section, MeetingSection)
    editor = section.form.field("host_names").editor
    assert isinstance(editor, HostNames)
    return stand, section, editor


def typed(editor: HostNames, language: str, text: str) -> None:
    editor.language.set_key(language)
    editor.language.picked.emit(language)
    editor.line.setText(text)
    editor.line.textEdited.emit(text)


def test_names_of_two_languages_are_typed_one_after_the_other_and_saved_together(begin: Callable[..., Setting]) -> None:
    stand, section, editor = opened(begin)
    typed(editor, "fr", "  Gouvernement jamaïcain ")
    typed(editor, "en", "The Government of Jamaica")
    assert section.save()
    desk = stand.page.context.desk
    assert desk.read(host_in, language="fr") == "Gouvernement jamaïcain"
    assert desk.read(host_in, language="en") == "The Government of Jamaica"
    typed(editor, "nl", "")
    assert section.save()
    assert [code for code, _name in desk.read(host_names)] == ["en", "es", "fr"]
    assert desk.read(host_in, language="nl") == "Government of Jamaica", "as the meeting calls it"
    desk.undo()
    assert desk.read(host_in, language="nl") == "Regering van Jamaica"


def test_names_that_stand_in_the_meeting_are_shown_and_changed(begin: Callable[..., Setting]) -> None:
    stand, section, editor = opened(begin)
    assert (editor.language.key(), editor.line.text()) == ("es", "Gobierno de Jamaica")
    assert not section.form.is_changed()
    typed(editor, "es", "Gobierno jamaiquino")
    assert section.form.is_changed()
    assert section.save()
    assert stand.page.context.desk.read(host_in, language="es") == "Gobierno jamaiquino"
