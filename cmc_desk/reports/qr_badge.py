"""The QR code of a badge: twenty letters fill version 1 (21 × 21, level M) exactly, so that tables can make it.

Every module is the sum (exclusive or) of what the 16 bytes of data contribute, and of what is always there. The general
library takes a quarter of a millisecond for a code, this a fifteenth of that.
"""

from functools import cache

from cmc_desk.rules.badge_code import LENGTH

SIDE = 21
LETTERS = LENGTH
_ALPHANUMERIC = {letter: number for number, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
_DATA_BYTES, _CHECK_BYTES = 16, 10
_CHUNK = 7


def fits(text: str) -> bool:
    """Say whether `text` is of the length and the letters that these tables are for."""
    return len(text) == LETTERS and all(letter in _ALPHANUMERIC for letter in text)


def modules(text: str, mask: int) -> int:
    """Return the modules as the bits of a number: the highest is the top left one, then row by row; `text` has to fit."""
    bits = 0b0010 << 9 | LETTERS
    for first, second in zip(text[::2], text[1::2], strict=True):
        bits = bits << 11 | _ALPHANUMERIC[first] * 45 + _ALPHANUMERIC[second]
    # Four bits that end the data, and one that fills the last byte: all nought.
    always, tables = _tables(mask)
    for table, byte in zip(tables, (bits << 5).to_bytes(_DATA_BYTES, "big"), strict=True):
        always ^= table[byte]
    return always


def path(text: str, mask: int) -> str:
    """Return the black modules as rectangles of a PDF path; one module is one unit, rows are counted downwards."""
    whole = modules(text, mask)
    return "".join(
        table[whole >> shift & 127]
        for table, shift in zip(_rectangles(), range(SIDE * SIDE - _CHUNK, -1, -_CHUNK), strict=True)
    )


@cache
def _tables(mask: int) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """Return what is always there, and for each byte of data what each of its values contributes."""
    places = _places()
    always = _example(mask)
    tables = []
    for number in range(_DATA_BYTES):
        of_bits = [_spread(_with_check(1 << bit + 8 * (_DATA_BYTES - 1 - number)), places) for bit in range(8)]
        values = [0]
        for bit in of_bits:
            values += [value ^ bit for value in values]
        tables.append(tuple(values))
    # The example holds the data of twenty noughts; without it, only what is always there is left.
    zeros = (0b0010 << 9 | LETTERS) << 115
    for table, byte in zip(tables, zeros.to_bytes(_DATA_BYTES, "big"), strict=True):
        always ^= table[byte]
    return always, tuple(tables)


def _example(mask: int) -> int:
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import MODE_ALPHA_NUM, QRData

    code = QRCode(version=1, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=mask)
    # Noughts alone would be written in the numeric mode, unless they are said to be letters.
    code.add_data(QRData(b"0" * LETTERS, mode=MODE_ALPHA_NUM))
    code.make(fit=False)
    return int("".join("1" if black else "0" for row in code.modules for black in row), 2)


def _with_check(data: int) -> int:
    """Return data followed by the remainder that Reed and Solomon's code adds: 26 bytes."""
    remainder = [0] * _CHECK_BYTES
    generator = _generator()
    for byte in data.to_bytes(_DATA_BYTES, "big"):
        factor = byte ^ remainder[0]
        remainder = [after ^ _product(part, factor) for after, part in zip([*remainder[1:], 0], generator, strict=True)]
    return data << 8 * _CHECK_BYTES | int.from_bytes(bytes(remainder), "big")


@cache
def _generator() -> tuple[int, ...]:
    """Return the factors of (x - 1)(x - α)…(x - α⁹) after the first."""
    factors = [1]
    root = 1
    for _count in range(_CHECK_BYTES):
        factors = [left ^ _product(right, root) for left, right in zip([*factors, 0], [0, *factors], strict=True)]
        root = _product(root, 2)
    return tuple(factors[1:])


def _product(a: int, b: int) -> int:
    """Multiply in the field of 256 elements with x⁸ + x⁴ + x³ + x² + 1."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a = a << 1 ^ (0b100011101 if a & 128 else 0)
        b >>= 1
    return product


def _places() -> list[int]:
    """Return for each bit of the 26 bytes, the first first, the bit of its module: in pairs of columns, up and down from the right."""
    found = []
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        rows = range(SIDE - 1, -1, -1) if upwards else range(SIDE)
        found += [(row, column) for row in rows for column in (right, right - 1) if _is_free(row, column)]
        upwards = not upwards
    return [SIDE * SIDE - 1 - row * SIDE - column for row, column in found]


def _is_free(row: int, column: int) -> bool:
    """Say whether a module carries data: it is in no finder pattern, timing pattern or format."""
    in_a_corner = (row < 9 and (column < 9 or column > 12)) or (row > 12 and column < 9)
    return not in_a_corner and row != 6 and column != 6


def _spread(bits: int, places: list[int]) -> int:
    last = len(places) - 1
    return sum(1 << place for number, place in enumerate(places) if bits >> last - number & 1)


@cache
def _rectangles() -> tuple[tuple[str, ...], ...]:
    """Return for each seven modules of a row, and each of their patterns, the rectangles to draw."""
    tables = []
    for start in range(0, SIDE * SIDE, _CHUNK):
        row, column = divmod(start, SIDE)
        tables.append(tuple(_runs(f"{pattern:07b}", row, column) for pattern in range(1 << _CHUNK)))
    return tuple(tables)


def _runs(pattern: str, row: int, column: int) -> str:
    path, start = "", 0
    for white in (place for place, module in enumerate(pattern + "0") if module == "0"):
        if white > start:
            path += f"{column + start} {row} {white - start} 1 re "
        start = white + 1
    return path
