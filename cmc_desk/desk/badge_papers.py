"""Badges as a PDF file: written whole or not at all, recorded as personal data that left the meeting file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from cmc_desk.db import files
from cmc_desk.desk.badges import check_first_prints, record_printed
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.papers import record_export
from cmc_desk.i18n import texts
from cmc_desk.rules.badge_concerns import unreadable_words
from cmc_desk.rules.badge_design import BadgeDesign, BadgeRun, Show, Stock
from cmc_desk.rules.badge_state import printed_of
from cmc_desk.rules.people import FIELD_NAMES
from cmc_desk.rules.refusal import Refusal

BADGES = "badges"
# How the command line asks for a line to write a name on.
EVEN_UNREADABLE = "--even-unreadable"
_PRINTER = "PDF"
# What of a person each field of a design shows, by the names of `Person`, and what stands beside it in the meeting file.
_SHOWN: dict[Show, tuple[str, ...]] = {
    Show.NAME_FIRST: ("given_name", "family_name", "badge_name"),
    Show.NAME_SECOND: ("given_name", "family_name", "badge_name"),
    Show.NAME: ("given_name", "family_name", "badge_name"),
    Show.FUNCTIONAL_TITLE: ("functional_title",),
    Show.INSTITUTION: ("institution",),
    Show.DELEGATION: ("delegation",),
    Show.DELEGATION_SECOND: ("delegation",),
    Show.FLAG: ("delegation",),
    Show.CAPACITY: ("capacity",),
    Show.BAND: ("capacity", "delegation"),
    Show.QR: ("code",),
    Show.CODE_LETTERS: ("code",),
    Show.PHOTO: ("photo",),
}
_ORDER = (*FIELD_NAMES, "code", "photo")


def write_badges(
    desk: Desk,
    path: Path,
    run: BadgeRun,
    *,
    printed: bool = False,
    reason: str = "",
    even_unreadable: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Write a run as PDF and record it; return the file, which lies beside `path` if that was open in another program.

    A file is no badge: with `printed` the badges are recorded as printed all the same, because the file goes to a printer.
    Raises Refusal, before anything is written, if the design does not fit the stock, if one of the badges was printed
    already and no `reason` is given, or if one is to be recorded whose name no font can print, unless `even_unreadable` says
    that a line to write it on will do; Unavailable if the folder cannot be written.
    """
    from cmc_desk.reports.badges import render_badges, without_unreadable

    people = printed_of(run)
    if printed:
        desk.read(check_first_prints, codes=[badge.code for badge in people], reason=reason)
        left_out = () if even_unreadable else without_unreadable(run)[1]
        if left_out:
            raise Refusal(unreadable_words([facts.name for facts in left_out], EVEN_UNREADABLE), field="name")
    content = render_badges(run, texts(run.meeting.language), progress=progress)
    target = files.write_beside_if_open(path, content)
    if people:
        digest = hashlib.sha256(content).hexdigest()
        desk.do(record_export, paper=BADGES, fields=exported_fields(run.design), digest=digest, rows=len(people))
    if printed and people:
        desk.do(
            record_printed,
            badges=people,
            printer=_PRINTER,
            design=run.design.key,
            stock=run.stock.key,
            job=target.name,
            reason=reason,
        )
    return target


def write_calibration(
    path: Path,
    stock: Stock,
    language: str,
    *,
    shift: tuple[float, float] = (0.0, 0.0),
    back_shift: tuple[float, float] = (0.0, 0.0),
) -> Path:
    """Write the page that tells how far the printer is off on this stock; return the file.

    Raises Unavailable if the folder cannot be written.
    """
    from cmc_desk.reports.badges import calibration_page

    content = calibration_page(
        stock,
        texts(language),
        shift_x=shift[0],
        shift_y=shift[1],
        back_shift_x=back_shift[0],
        back_shift_y=back_shift[1],
    )
    return files.write_beside_if_open(path, content)


def exported_fields(design: BadgeDesign) -> list[str]:
    """Return which fields of a person leave the meeting file on badges of this design."""
    found = {name for field in (*design.front, *design.back) for name in _SHOWN.get(field.show, ())}
    return [name for name in _ORDER if name in found]
