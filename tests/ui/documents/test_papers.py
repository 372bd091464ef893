"""Papers of a document are made where it is looked at, by a key of its panel."""

from pathlib import Path

from PySide6.QtCore import Qt

from cmc_desk.ui import settings
from tests.ui.documents.stand import ALT, Drafter


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
