"""The Badges view is found from everywhere by Ctrl+K, once, whether the desk was made or not."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from cmc_desk.rules.meeting import Role
from cmc_desk.ui.go_anywhere import Pages, Target, results
from tests.ui.registration.conftest import make_stand


def test_badges_are_found_once_and_lead_beside_the_desk(qtbot: QtBot, tmp_path: Path) -> None:
    stand = make_stand(qtbot, tmp_path, Role.DESK)
    context = stand.page.context
    unmade: Pages = {"registration": ("Registration", None)}
    (found,) = [row for row in results(context, "badg", pages=unmade, actions=()) if row.name == "Badges"]
    assert found.key == Target(page="registration", what="badges")
    made: Pages = {"registration": ("Registration", stand.page)}
    shown = [row for row in results(context, "badg", pages=made, actions=()) if row.name == "Badges"]
    assert len(shown) == 1
    assert isinstance(shown[0].key, Target)
    assert shown[0].key.action is not None, "its button is on the desk"
    stand.desk.close()
