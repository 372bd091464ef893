"""What the columns and the values of Ontime are called, the program with which crews of conference halls run a programme.

The header is theirs, word for word; behind it stand columns of our own, which Ontime keeps as custom fields.
"""

HEADER = (
    "ID",
    "Flag",
    "Cue",
    "Title",
    "Colour",
    "Time Start",
    "Time End",
    "Duration",
    "Link Start",
    "Count to end",
    "Note",
    "Timer Type",
    "End Action",
    "Warning Time",
    "Danger Time",
    "Skip",
)
# Our own, in the order of the columns: the field and its label, which holds letters, digits and spaces only.
CUSTOM = (
    ("day", "Day"),
    ("track", "Room"),
    ("kind", "Kind"),
    ("start_kind", "Start kind"),
    ("not_after", "Not after"),
    ("minimum", "Minimum"),
    ("importance", "Importance"),
    ("topic", "List of speakers"),
    ("points", "Points"),
    ("speakers", "Presenters"),
    ("documents", "Documents"),
)
SHEET = "event schedule"
VERSION = "4.11.0"


def custom_key(label: str) -> str:
    """Return the name under which Ontime keeps a custom field."""
    return label.replace(" ", "_")
