"""A Word file of another document is refused when it is opened, with the name of the document whose it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk import draft_acts
from cmc_desk.rules.document_kinds import DocumentKind, ProvisionKind
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.ui.documents import bring_view
from cmc_desk.ui.documents.bring_view import BringView
from tests.exchange.word_files import paragraph, run, word_file
from tests.ui.documents.stand import CTRL, Drafter

SENTENCES = ("Seats are in the order of names.", "Each speaks for five minutes.", "The chair closes the list.")


def test_the_file_of_another_document_is_refused_with_its_name(
    drafter: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, other = drafter.desk, "modalities"
    desk.do(
        draft_acts.found_draft,
        key=other,
        title="Standard Operating Modalities",
        short_title="Modalities",
        kind=DocumentKind.MODALITIES,
    )
    told = tuple(ReadProvision(ProvisionKind.PARAGRAPH, text, str(place)) for place, text in enumerate(SENTENCES, 1))
    desk.do(draft_acts.bring_text, draft=other, provisions=told)
    path = tmp_path / "m.docx"
    path.write_bytes(word_file("".join(paragraph(run(f"{place}. {text}")) for place, text in enumerate(SENTENCES, 1))))
    monkeypatch.setattr(bring_view, "ask_for_file", lambda *_asked: path)
    drafter.press(Qt.Key.Key_I, CTRL)
    assert drafter.last() == "Not read: m.docx is of “Modalities”, not of “Guiding Principles”: bring it there."
    view = drafter.page.part
    assert isinstance(view, BringView)
    assert (view.rows, view.file) == ((), None)
