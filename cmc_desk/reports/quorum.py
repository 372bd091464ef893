"""The attendance certificate of quorum: which delegations were in the room at an instant, and how many of how many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations
from itertools import groupby

from cmc_desk.reports.columns import Entry, EntryGroup, column_width, folded, least_room, write_columns
from cmc_desk.reports.dates import weekday_date
from cmc_desk.reports.page import INKS, LEADING, MM, Pages
from cmc_desk.reports.participants import HEADINGS
from cmc_desk.reports.typesetting import draw_text, elided, wrapped
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.quorum import Standing, Tally

_ROW, _GROUP_HEAD, _BASIS = 8.5, 9.0, 8.0


@dataclass(frozen=True, slots=True)
class Quorum:
    """The delegations of States and territories at an instant on the clocks of the meeting, in official order.

    `states` and `everybody` count them; `sessions` are the titles of what tells who was there, `organisations` those of
    which anybody was there.
    """

    at: datetime
    place: str
    zone: str
    sessions: tuple[str, ...]
    delegations: tuple[Standing, ...]
    organisations: tuple[Standing, ...]
    states: Tally
    everybody: Tally


def render(content: Quorum, paper: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the certificate as PDF."""
    del paper  # a certificate that is signed has one form
    _ = texts.gettext
    pages = Pages(title(texts), imprint, texts)
    pages.space(4)
    pages.text(title(texts), size=19, bold=True, tone="sea")
    pages.text(imprint.meeting, size=10.5, bold=True)
    pages.text(imprint.subtitle, size=9.5)
    pages.space(3)
    pages.text(_instant(content, texts), size=10.5, bold=True)
    pages.space(6)
    _figures(pages, content, texts)
    pages.space(4)
    pages.text(_thresholds(content.states, texts), size=9)
    _list(pages, _("Present"), _by_kind(pages, content.delegations, texts, present=True))
    _list(pages, _("Not present"), _by_kind(pages, content.delegations, texts, present=False))
    rows = tuple(_row(one, column_width(pages), texts) for one in content.organisations)
    _list(pages, _("Also present: organisations"), [EntryGroup(Entry(()), rows, Entry(()), together=1)] if rows else [])
    _signatures(pages, content, texts)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Certificate of quorum")


def _instant(content: Quorum, texts: NullTranslations) -> str:
    return texts.gettext("{date}, {time} ({place}, {zone})").format(
        date=weekday_date(content.at.date(), texts),
        time=content.at.strftime("%H:%M"),
        place=content.place,
        zone=content.zone,
    )


def _figures(pages: Pages, content: Quorum, texts: NullTranslations) -> None:
    """Draw the two figures, each with its whole."""
    _ = texts.gettext
    height, gap = 46.0, 12.0
    width = (pages.width - gap) / 2
    shown = (
        (content.states, _("States present")),
        (content.everybody, _("States and territories present")),
    )
    for place, (tally, words) in enumerate(shown):
        left = pages.left + place * (width + gap)
        pages.canvas.setFillColor(INKS["sand"])
        pages.canvas.setStrokeColor(INKS["line"])
        pages.canvas.setLineWidth(0.6)
        pages.canvas.roundRect(left, pages.y - height, width, height, 4, fill=1)
        pages.canvas.setFillColor(INKS["ink"])
        figure = _("{present} of {number}").format(present=tally.present, number=tally.of)
        draw_text(pages.canvas, left + 10, pages.y - 23, figure, 18, bold=True)
        pages.canvas.setFillColor(INKS["slate"])
        draw_text(pages.canvas, left + 10, pages.y - 38, elided(words, 9, width - 20), 9)
    pages.space(height)


def _thresholds(states: Tally, texts: NullTranslations) -> str:
    """Return what the number of States means for the two quorums that rules of procedure ask for."""
    _ = texts.gettext
    if not states.of:
        return _("No State is a participant of this meeting.")
    reached, missed = _("reached"), _("not reached")
    return _(
        "More than half of the {number} States is {majority}: {majority_state}. Two thirds is {two_thirds}: {two_thirds_state}."
    ).format(
        number=states.of,
        majority=states.majority,
        majority_state=reached if states.present >= states.majority else missed,
        two_thirds=states.two_thirds,
        two_thirds_state=reached if states.present >= states.two_thirds else missed,
    )


def _list(pages: Pages, heading: str, groups: Sequence[EntryGroup]) -> None:
    if not groups:
        return
    pages.heading(heading, size=11.5, keep=least_room(groups) + 10)
    pages.rule("edge")
    pages.space(3)
    write_columns(pages, groups)


def _by_kind(
    pages: Pages, delegations: Iterable[Standing], texts: NullTranslations, *, present: bool
) -> list[EntryGroup]:
    """Return the delegations that are present, or those that are not, under their kinds with how many of how many."""
    width = column_width(pages)
    groups = []
    for kind, same in groupby(delegations, key=lambda one: one.kind):
        of_kind = list(same)
        rows = tuple(_row(one, width, texts) for one in of_kind if (one.present > 0) is present)
        if rows:
            heading = texts.gettext(HEADINGS[kind])
            counted = texts.gettext("{present} of {number}").format(present=len(rows), number=len(of_kind))
            again = texts.gettext("{delegation} (continued)").format(delegation=heading)
            head = Entry(folded(heading, _GROUP_HEAD, width, bold=True, tone="sea", aside=counted), before=7)
            groups.append(EntryGroup(head, rows, Entry(folded(again, _GROUP_HEAD, width, bold=True, tone="sea"))))
    return groups


def _row(one: Standing, width: float, texts: NullTranslations) -> Entry:
    _ = texts.gettext
    members = (
        _("{present} of {number}").format(present=one.present, number=one.of) if one.of else _("nobody registered")
    )
    return Entry(folded(one.name, _ROW, width, aside=members), before=1)


def _basis(content: Quorum, texts: NullTranslations) -> str:
    _ = texts.gettext
    if not content.sessions:
        return _("No session of the meeting was held on this day, so nobody was recorded.")
    return _(
        "Beside each delegation: how many of its members were present. Present is whoever was recorded as arrived until"
        " then and not as having left since, at: {sessions}. Secretariat staff, interpreters and press do not represent a"
        " State and are not counted."
    ).format(sessions="; ".join(content.sessions))


def _signatures(pages: Pages, content: Quorum, texts: NullTranslations) -> None:
    """Write what was counted and the lines to sign on, which are not parted."""
    _ = texts.gettext
    basis = _basis(content, texts)
    lines = len(wrapped(basis, _BASIS, pages.width))
    pages.space(8)
    pages.need(lines * _BASIS * LEADING + 24 * MM)
    pages.text(basis, size=_BASIS, tone="slate")
    pages.space(5)
    pages.text(_("For the secretariat of the meeting:"), size=9.5)
    pages.space(13 * MM)
    room = pages.width / 3
    pages.canvas.setStrokeColor(INKS["edge"])
    pages.canvas.setLineWidth(0.6)
    for place, words in enumerate((_("Name and function"), _("Signature"), _("Place, date and time"))):
        left = pages.left + place * room
        pages.canvas.line(left, pages.y, left + room - 14, pages.y)
        pages.canvas.setFillColor(INKS["slate"])
        draw_text(pages.canvas, left, pages.y - 8 * LEADING, elided(words, 8, room - 14), 8)
    pages.space(8 * LEADING)
