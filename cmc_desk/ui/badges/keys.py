"""The keys of the Badges view, for F1."""

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.keycap import key_text


def page_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys with what they do."""
    return (
        (key_text("Space"), _("Tick the chosen badge, or not")),
        (key_text("Ctrl+A"), _("Tick all that are shown, or none")),
        ("Alt+1…4", _("To print, changed, printed, all")),
        (key_text("Ctrl+F"), _("Look for somebody in the list")),
        ("Esc", _("Take the filters away")),
        ("R", _("Print the chosen badge again")),
        (f"{key_text('PgUp')}, {key_text('PgDown')}", _("Turn the sheets")),
        ("Alt+S", _("First free place of the sheet: arrows")),
        (key_text("Ctrl+P"), _("Print")),
        ("T", _("Test page on plain paper")),
        (key_text("Ctrl+E"), _("Save as PDF")),
        (key_text("Ctrl+Shift+P"), _("Count a saved PDF as printed")),
        (key_text("Ctrl+M"), _("Printed, options, queue")),
        ("V", _("Mark the chosen run or sheet void")),
        (key_text("Ctrl+R"), _("Try the failed job again")),
        (key_text("Delete"), _("Leave the chosen job out")),
        (key_text("Ctrl+Delete"), _("Cancel what waits")),
    )
