"""What the parts of a workbook may say, and what they may not: macros, other files, links, entities, sheets without end."""

import re
from collections.abc import Iterable

from cmc_desk.exchange import refused
from cmc_desk.exchange.reader import MAX_COLUMNS, MAX_ROWS
from cmc_desk.rules.refusal import Refusal

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(rb"vbaProject|ms-excel\.macrosheet|ms-excel\.intlmacrosheet", re.IGNORECASE)
_EMBEDDED = re.compile(rb"oleObject|activeX", re.IGNORECASE)
_LINKED = re.compile(rb"spreadsheetml\.(?:externalLink|connections|queryTable)", re.IGNORECASE)
# No pattern may cross a "<": what scans to the end from every beginning would itself be the attack.
_OUTSIDE = re.compile(
    rb"<Relationship\b(?=[^<>]*TargetMode\s*=\s*[\"']External)(?![^<>]*/hyperlink[\"'])", re.IGNORECASE
)
_OPEN_LINKED = re.compile(
    rb"<table:(?:table-source|cell-range-source|dde-link|database-source-\w+)\b"
    rb"|<draw:(?:image|object|object-ole)\b[^<>]*xlink:href\s*=\s*[\"'](?:[a-z]+:|//|\\\\)",
    re.IGNORECASE,
)
_DIMENSION = re.compile(rb"<dimension\b[^<>]*\bref\s*=\s*[\"'](?:[A-Z]+\d+:)?([A-Z]{1,9})(\d{1,12})[\"']")
# It begins with letters, which are looked for five times as fast as the beginning of a word.
_FAR_REFERENCE = re.compile(rb"r=(?<!\wr=)[\"'](?=[A-Z]{3}|[A-Z]{1,2}\d{5})([A-Z]{1,9})(\d{1,12})[\"']")
_LONGEST_TAG = 1000
_REPEATED_ROW = re.compile(rb"<table:table-row\b[^<>]*number-rows-repeated\s*=\s*[\"']\d{5,}")
_REPEATED_CELL = re.compile(rb"<table:table-cell\b[^<>]*number-columns-repeated\s*=\s*[\"']\d{4,}[\"'][^<>]*>")
_OPEN_CONTENT = re.compile(rb"<text:p|office:value|office:\w+-value")


def check_office_open(names: Iterable[str], parts: dict[str, bytes]) -> None:
    """Refuse a workbook of Excel (xlsx, xlsm) with anything in it but cells; `names` are of all its parts."""
    listed = "\n".join(names).lower()
    types = parts.get("[Content_Types].xml", b"")
    relations = [part for name, part in parts.items() if name.lower().endswith(".rels")]
    refuse_if("vbaproject" in listed or "xl/macrosheets/" in listed or _MACROS.search(types), refused.macros())
    refuse_if("xl/embeddings/" in listed or "xl/activex/" in listed or _EMBEDDED.search(types), refused.embedded())
    refuse_if("xl/externallinks/" in listed or _LINKED.search(types), refused.links())
    refuse_if(any(_OUTSIDE.search(part) for part in relations), refused.links())
    _refuse_declarations(parts)
    for name, part in parts.items():
        if name.lower().startswith("xl/worksheets/"):
            _check_extent(part)


def check_open_document(names: Iterable[str], parts: dict[str, bytes]) -> None:
    """Refuse an OpenDocument (ods) with anything in it but cells; `names` are of all its parts."""
    manifest, content = parts.get("META-INF/manifest.xml", b""), parts.get("content.xml", b"")
    if b"encryption-data" in manifest:
        raise refused.with_password()
    if b"opendocument.spreadsheet" not in parts.get("mimetype", b""):
        raise refused.no_workbook()
    refuse_if(any(name.startswith(("Basic/", "Scripts/")) for name in names), refused.macros())
    refuse_if(b"oleobject" in manifest.lower(), refused.embedded())
    refuse_if(_OPEN_LINKED.search(content), refused.links())
    _refuse_declarations(parts)
    # A sheet ends with a million empty cells; only what is filled, there or behind, makes it wide.
    repeated = (found[0] for found in _REPEATED_CELL.finditer(content))
    refuse_if(any(not tag.endswith(b"/>") or _OPEN_CONTENT.search(tag) for tag in repeated), refused.too_large())
    refuse_if(_is_long(content), refused.too_large())


def refuse_if(found: object, refusal: Refusal) -> None:
    """Raise `refusal` if something was found."""
    if found:
        raise refusal


def _is_long(content: bytes) -> bool:
    """Return whether something stands in or below a row that is repeated ten thousand times.

    LibreOffice ends a sheet with a million empty rows; those do no harm.
    """
    found = _REPEATED_ROW.search(content)
    while found:
        end = content.find(b"</table:table>", found.end())
        end = len(content) if end < 0 else end
        if _OPEN_CONTENT.search(content, found.end(), end):
            return True
        found = _REPEATED_ROW.search(content, end)
    return False


def _check_extent(sheet: bytes) -> None:
    """Refuse a sheet that claims to be larger than any list, or whose cells lie further out than a list has."""
    claimed = _DIMENSION.search(sheet)
    if claimed and int(claimed[2]) > MAX_ROWS and _column_number(claimed[1]) > MAX_COLUMNS:
        raise refused.too_large()
    for found in _FAR_REFERENCE.finditer(sheet):
        letters, digits = found.groups()
        is_far = int(digits) > 2 * MAX_ROWS or _column_number(letters) > 2 * MAX_COLUMNS
        if is_far and _is_filled(sheet, found):
            raise refused.far_cell((letters + digits).decode("ascii"))


def _is_filled(sheet: bytes, found: re.Match[bytes]) -> bool:
    """Return whether the tag around `found` is a cell with something in it; programs write empty ones for their colour."""
    begin = sheet.rfind(b"<", max(found.start() - _LONGEST_TAG, 0), found.start())
    end = sheet.find(b">", found.end(), found.end() + _LONGEST_TAG)
    return begin >= 0 and sheet[begin + 1 : begin + 3].startswith(b"c ") and (end < 0 or sheet[end - 1 : end] != b"/")


def _refuse_declarations(parts: dict[str, bytes]) -> None:
    """Refuse entities (they can grow without end) and parts in an encoding that would hide them."""
    for name, part in parts.items():
        if b"\0" in part or (name != "mimetype" and _DECLARATION.search(part)):
            raise refused.entities()


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
