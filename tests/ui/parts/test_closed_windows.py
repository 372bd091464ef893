"""Windows that were closed and wait to be collected as garbage do no harm to those that stay."""

import subprocess
import sys

# In a process of its own: where it goes wrong, the process is gone.
CHANGING = """
import gc
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from cmc_desk.ui import theme

app = QApplication([])
theme.apply(app, dark=False)
gc.collect()
gc.disable()
for _number in range(400):
    window = QWidget()
    QPlainTextEdit(window)
    # As a page holds its window, and its window the page.
    window.itself = window
del window
# The next look for garbage begins while the parts that Qt itself has put into these windows are listed.
gc.set_threshold(gc.get_count()[0] + 500, 1000, 1000)
gc.enable()
theme.apply(app, dark=True)
gc.collect()
print(len(app.allWidgets()))
"""


def test_the_scheme_changes_while_closed_windows_are_collected() -> None:
    ended = subprocess.run([sys.executable, "-c", CHANGING], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.strip(), ended.stderr) == (0, "0", "")
