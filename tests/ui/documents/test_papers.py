"""Papers of a document are made where it is looked at, by a key of its panel."""

from pathlib import Path

from docx import Document
from PySide6.QtCore import Qt

from cmc_desk.desk.draft_acts import next_version
from cmc_desk.ui import settings
from tests.ui.documents.stand import ALT, KEY, Drafter


def test_the_redline_and_the_matrix_are_made_by_one_key_each(drafter: Drafter) -> None:
    drafter.propose("2", "States shall exchange information every month.")
    folder = settings.papers_folder(drafter.desk.store.path)
    for key, ending in ((Qt.Key.Key_W, ".docx"), (Qt.Key.Key_M, ".xlsx")):
        drafter.press(Qt.Key.Key_D, ALT)
        drafter.press(key)
        assert drafter.last().startswith("Made: Guiding Principles: "), drafter.last()
        assert any(path.suffix == ending for path in Path(folder).iterdir())
    drafter.press(Qt.Key.Key_D, ALT)
    drafter.press(Qt.Key.Key_Y)
    assert drafter.last() == "Nothing made: this document is no plan of action."


def test_a_paper_is_of_the_version_that_is_looked_at(drafter: Drafter) -> None:
    drafter.propose("2", "States shall exchange information every month.")
    drafter.open("2")
    drafter.press(Qt.Key.Key_A)
    drafter.desk.do(next_version, draft=KEY)
    drafter.page.open_document(KEY, version=1)
    drafter.press(Qt.Key.Key_D, ALT)
    drafter.press(Qt.Key.Key_K)
    assert drafter.last().startswith("Made: Guiding Principles: Clean text, Word · Draft 1")
    folder = settings.papers_folder(drafter.desk.store.path)
    (path,) = Path(folder).glob("*issue-1*.docx")
    assert any("every year" in one.text for one in Document(str(path)).paragraphs)
