"""A PNG with a palette in a PDF as it lies in the file: reportlab would unpack it into three bytes for every dot."""

import struct
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_WITH_PALETTE = 3
_PNG_PREDICTOR = 15


def add_picture(canvas: Any, name: str, png: bytes) -> None:
    """Put a picture into the document of `canvas` under `name`, one unit wide and high, for `doForm`.

    Raises ValueError if it is no PNG with a palette, row by row and without transparency.
    """
    chunks = _chunks(png)
    width, height, bits, colours, _compression, _filter, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if colours != _WITH_PALETTE or interlaced or b"tRNS" in chunks:
        raise ValueError(f"{name} is not a plain PNG with a palette")
    palette = chunks[b"PLTE"]
    stream = PDFStream(content=chunks[b"IDAT"])
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "BitsPerComponent": bits,
        "ColorSpace": PDFArray([PDFName("Indexed"), PDFName("DeviceRGB"), len(palette) // 3 - 1, f"<{palette.hex()}>"]),
        "Filter": PDFName("FlateDecode"),
        "DecodeParms": PDFDictionary(
            {"Predictor": _PNG_PREDICTOR, "Colors": 1, "BitsPerComponent": bits, "Columns": width}
        ),
    }
    for key, value in entries.items():
        stream.dictionary[key] = value
    canvas._doc.addForm(name, stream)  # noqa: SLF001 - reportlab puts its own pictures in so, and unpacks them before


def _chunks(png: bytes) -> dict[bytes, bytes]:
    """Return the chunks of a PNG; data that comes in several is joined."""
    if not png.startswith(_SIGNATURE):
        raise ValueError("this is no PNG")
    found: dict[bytes, bytes] = {}
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind = png[at + 4 : at + 8]
        found[kind] = found.get(kind, b"") + png[at + 8 : at + 8 + length]
        at += 12 + length
    return found
