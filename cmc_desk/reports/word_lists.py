"""Lists of a Word file that count by themselves, so that whoever puts in a paragraph gets the numbers after it right."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from cmc_desk.rules.list_numbers import ListNumber, NumberForm, list_number

_LEVELS = 6
# Lists of the template that python-docx starts from have small numbers.
_FIRST = 100


class WordLists:
    """The lists of one document: a label is counted by the list that comes to it next, or by a new one that begins there."""

    def __init__(self, document: Any) -> None:
        """Begin without a list."""
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        self._numbering = part.element
        self._kinds: dict[tuple[NumberForm, str, str], int] = {}
        self._open: dict[tuple[int, tuple[NumberForm, str, str]], tuple[int, ListNumber]] = {}

    def count(self, paragraph: Any, label: str, level: int) -> bool:
        """Let a list count a paragraph to this label; False if no list comes to it, as to 3 bis, and it has to be written.

        `level` is that of the provision: what stands deeper begins anew after it.
        """
        last = [number for (depth, _kind), (_list, number) in self._open.items() if depth == level]
        number = list_number(label, last[-1] if last else None)
        if number is None:
            return False
        # Figures with points between them are one list on several levels, whatever level the provisions have.
        depth = 0 if number.form is NumberForm.DECIMAL and number.after == "." else level
        known = self._open.get((depth, number.kind))
        key = known[0] if known is not None and _next(known[1], number) else self._new_list(number)
        self._open = {place: value for place, value in self._open.items() if place[0] <= max(depth, level)}
        self._open[depth, number.kind] = (key, number)
        _refer(paragraph, key, len(number.places) - 1)
        return True

    def _new_list(self, number: ListNumber) -> int:
        kind = self._kinds.get(number.kind)
        if kind is None:
            kind = self._kinds[number.kind] = _FIRST + len(self._kinds)
            first = self._numbering.find(qn("w:num"))
            first.addprevious(_kind_of_list(kind, number))
        key = _FIRST + len(self._numbering.findall(qn("w:num")))
        begins = "".join(
            f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
            for place, value in enumerate(number.places)
        )
        self._numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{kind}"/>{begins}</w:num>')
        )
        return key


def _next(last: ListNumber, number: ListNumber) -> bool:
    """Return whether a list that stands at `last` comes to `number` next."""
    depth = len(number.places)
    if depth > len(last.places):
        return depth == len(last.places) + 1 and number.places == (*last.places, 1)
    return number.places == (*last.places[: depth - 1], last.places[depth - 1] + 1)


def _kind_of_list(key: int, number: ListNumber) -> Any:
    levels = ""
    for place in range(_LEVELS):
        counted = ".".join(f"%{one + 1}" for one in range(place + 1)) if number.after == "." else f"%{place + 1}"
        levels += (
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{number.form.value}"/>'
            f'<w:lvlText w:val="{number.before}{counted}{number.after}"/><w:lvlJc w:val="left"/></w:lvl>'
        )
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _refer(paragraph: Any, key: int, place: int) -> None:
    reference = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", place), ("w:numId", key)):
        one = OxmlElement(name)
        one.set(qn("w:val"), str(value))
        reference.append(one)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no lists of its own
    properties._insert_numPr(reference)  # noqa: SLF001 - see above
