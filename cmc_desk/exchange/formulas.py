"""Formulas whose value nobody has worked out: a program that only writes workbooks leaves them without one."""

import re

from cmc_desk.rules.importing import NOT_CALCULATED

# No pattern may cross a "<", nor give spaces back: what scans to the end from every beginning would itself be the attack.
_WITHOUT_VALUE = re.compile(
    rb"<c\b([^<>]*)>\s*+<f\b[^<>]*(?:/>|>[^<]*</f>)\s*+(?:<v\s*/>|<v\b[^<>]*>\s*+</v>)?\s*+</c>"
)
_TYPE = re.compile(rb"\st\s*=\s*[\"']([^\"'<>]*)[\"']")


def with_marks(sheet: bytes) -> bytes:
    """Return the XML of a sheet of Excel with a text in each cell whose formula has no value.

    Such a cell would be read as an empty one, and a person would come in without the name that is seen in the list.
    """
    # Most lists have none, and looking at every cell takes as long as reading them.
    return _WITHOUT_VALUE.sub(_marked, sheet) if b"<f" in sheet else sheet


def _marked(found: re.Match[bytes]) -> bytes:
    kind = _TYPE.search(found[1])
    if kind and kind[1] == b"str":
        # A value after all: an empty text.
        return found[0]
    attributes = _TYPE.sub(b"", found[1])
    return b'<c%s t="str"><v>%s</v></c>' % (attributes, NOT_CALCULATED.encode("ascii"))
