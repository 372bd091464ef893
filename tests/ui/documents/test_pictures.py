"""The page is drawn in its states, by the keys of a person, and the meeting is not touched."""

from pathlib import Path

from PySide6.QtGui import QImage

from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.ui.screens import draw_screens
from tests.ui.documents.stand import Drafter


def test_every_state_of_the_page_is_reached_and_looks_its_own_way(drafter: Drafter, tmp_path: Path) -> None:
    drafter.propose("2", "States shall exchange information every month.")
    drafter.propose("2", "States may exchange information every year.", "HT")
    drawn = draw_screens(drafter.desk, tmp_path / "screens", dark=False, only=("documents",))
    assert {path.stem.removeprefix("documents-") for path in drawn} >= {
        *("documents", "clean", "side-by-side", "whole", "next-change", "supporters", "merge", "as-modified", "answer"),
        *("new", "edit", "text", "paragraph", "versions", "document", "circulate", "adopt", "next-version", "found"),
        *("on-stage", "on-stage-light", "paste", "bring", "tracked", "matrix-back", "keys", "agreed"),
    }
    # A state that looks like the one before was not reached.
    pictures = [QImage(str(path)) for path in drawn]
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(drawn)
    assert drafter.proposal(1).decision is ProposalDecision.OPEN
