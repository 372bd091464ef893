"""Letters that no font of the program has are left out, never printed as an empty box; `unprintable` names them beforehand."""

from cmc_desk.reports.typesetting import missing_glyphs

# What is left of words of which nothing can be printed: a line to write them on by hand.
TO_WRITE = "…………………"


def legible(text: str, *, bold: bool = False) -> str:
    """Return `text` without the letters that no font has; a line to write on if none is left."""
    missing = missing_glyphs(text, bold=bold)
    if not missing:
        return text
    left = " ".join("".join(" " if letter in missing else letter for letter in text).split())
    return left if any(letter.isalnum() for letter in left) else TO_WRITE
