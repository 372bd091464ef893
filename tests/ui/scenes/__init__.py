"""Screens composed of the parts alone, with invented people, to see whether the parts can carry a page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.scenes.desk import registration, registration_already
from tests.ui.scenes.import_people import import_people
from tests.ui.scenes.start import start
from tests.ui.scenes.walkin import walkin

SCENES: dict[str, Callable[[], QWidget]] = {
    "registration": registration,
    "registration_already": registration_already,
    "walkin": walkin,
    "import": import_people,
    "start": start,
}
