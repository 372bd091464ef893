"""Pictures as cameras, telephones and mischief make them; the largest are written by hand, so that making them costs nothing."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 60), (30, 60, 200), (255, 255, 255)


def saved(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def quarters(width: int = 600, height: int = 800) -> Image.Image:
    """Return a picture whose quarters are red and green above, blue and white below."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def grey_jpeg(width: int, height: int) -> bytes:
    """Return a JPEG of one grey in three colours without compressing it: every block of 8 × 8 is the same 14 bits."""
    small = saved(Image.new("RGB", (8, 8), (128, 128, 128)), quality=75, subsampling=0)
    start = small.index(b"\xff\xc0")
    sized = small[: start + 5] + struct.pack(">HH", height, width) + small[start + 9 :]
    begin = sized.index(b"\xff\xda")
    header = sized[: begin + 2 + struct.unpack(">H", sized[begin + 2 : begin + 4])[0]]
    blocks = -(-width // 8) * -(-height // 8)
    # In the customary tables: no difference in brightness, end; no difference, end, for both colours.
    bits = "00101000000000" * 4
    four = int(bits, 2).to_bytes(7, "big")
    return header + four * -(-blocks // 4) + b"\xff\xd9"


def png_that_says(width: int, height: int) -> bytes:
    """Return a PNG whose head promises a picture of any size and whose body is empty."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
