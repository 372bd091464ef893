"""What a paragraph of the final report says with what was corrected of it, and which corrections say it against each other."""

from collections.abc import Iterable

from cmc_desk.rules.folding import fold
from cmc_desk.rules.report_standing import Correction, paragraph_number


def spaced(text: str) -> str:
    """Return a text as whoever types it from paper sees it, where one space is like another."""
    return " ".join(text.split())


def as_corrected(text: str, one: Correction, others: Iterable[Correction]) -> str:
    """Return the text of the paragraph of `one` with what `others` say of it, in their order.

    Of a point of it, such as 12(a), nobody knows where it begins: what is read there instead stands besides, to be corrected again.
    """
    found = spaced(text)
    for other in others:
        if not _touch(one, other):
            continue
        if _place(other) and not _is_plain(other) and _place(other) != _place(one):
            found = f"{found} {other.corrected}"
        elif other.replaced:
            found = spaced(found.replace(spaced(other.replaced), other.corrected))
        else:
            found = spaced(other.corrected) if _is_plain(other) else f"{found} {other.corrected}"
    return found


def against(one: Correction, others: Iterable[Correction], *, text: str | None = None) -> Correction | None:
    """Return which of `others` cannot go out beside `one`, because it says of the same words what else is read; None if none does.

    `text` is that of the paragraph, where it is one.
    """
    return next((other for other in others if _touch(one, other) and _are_against(one, other, text)), None)


def _are_against(one: Correction, other: Correction, text: str | None) -> bool:
    if not one.replaced or not other.replaced:
        # A paragraph that is read anew is no other one for what is read throughout the report.
        return bool(_place(other)) or not _place(one)
    if _place(one) == _place(other) and spaced(one.replaced) == spaced(other.replaced):
        return True
    return text is not None and spaced(one.replaced) not in as_corrected(text, one, (other,))


def _touch(one: Correction, other: Correction) -> bool:
    """Tell whether two corrections are of the same text and, as far as their places say, of the same words."""
    if (one.version, one.edition) != (other.version, other.edition):
        return False
    if _place(one) == _place(other) or not _place(other):
        return True
    return paragraph_number(one.paragraph) == paragraph_number(other.paragraph) and (_is_plain(one) or _is_plain(other))


def _is_plain(one: Correction) -> bool:
    """Tell whether a correction is of a whole paragraph."""
    number = paragraph_number(one.paragraph)
    return number is not None and _place(one) == str(number)


def _place(one: Correction) -> str:
    return fold(one.paragraph)
