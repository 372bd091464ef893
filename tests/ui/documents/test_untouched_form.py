"""What nobody typed in the form of a provision stays letter by letter as it stands."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from pytestqt.qtbot import QtBot

from cmc_desk.desk.draft_texts import rendered_draft
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.provision_forms import EditProvisionForm
from tests.desk.drafted import KEY, bring, text
from tests.meetings import open_desk

FRENCH = (
    ReadProvision(ProvisionKind.HEADING, "Profond", "1.1.1.1.1", 5),
    ReadProvision(ProvisionKind.PARAGRAPH, "Les États échangent\u00a0: tout.", "1"),
)


def test_an_untouched_form_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    bring(desk, FRENCH)
    before = text(desk).provisions
    form = EditProvisionForm(cast("Any", SimpleNamespace(desk=desk, facts=None, trouble=print)))
    qtbot.addWidget(form)
    shown = desk.read(rendered_draft, draft=KEY)
    for one in shown.provisions:
        form.open(About(shown, one))
        form.save()
        assert form.trouble.text() == ""
    assert text(desk).provisions == before
    form.open(About(shown, shown.provisions[1]))
    form.field("text").editor.appendPlainText("Et plus.")  # type: ignore[attr-defined] # an editor
    form.save()
    assert text(desk).provisions[1].text == f"{FRENCH[1].text}\nEt plus."
    desk.close()
