"""A run of badges, gathered in one read: whose, in which language, on which paper."""

from collections.abc import Collection, Mapping, Sequence
from gettext import NullTranslations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.badge_words import HOLDER, BadgeWords, Holder
from cmc_desk.desk.contacts import contacts_of
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.registration import not_there
from cmc_desk.desk.roster import agenda_lines
from cmc_desk.i18n import gettext as _
from cmc_desk.reports.dates import date_range, short_day
from cmc_desk.rules.badge_conditions import PHOTO, conditions_of
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, BadgeFacts, BadgeMeeting, BadgeRun, Show, Stock
from cmc_desk.rules.badge_names import two_lines
from cmc_desk.rules.badge_sheet import check_fits, sheet_count
from cmc_desk.rules.papers import MOST_BLANKS
from cmc_desk.rules.refusal import Refusal

MOST_SHIFT = 30.0
_AT_ONCE = 500


def gather_run(
    session: Session,
    *,
    participants: Sequence[str],
    design: BadgeDesign,
    stock: Stock,
    language: str,
    words: NullTranslations,
    second: str = "",
    start_cell: int = 0,
    back: BackSide = BackSide.NONE,
    crop_marks: bool = False,
    shift_x: float = 0.0,
    shift_y: float = 0.0,
    back_shift_x: float = 0.0,
    back_shift_y: float = 0.0,
    blank: int = 0,
) -> BadgeRun:
    """Return the badges of `participants` in this order, as they are to be printed; `words` are those of `language`.

    Raises Refusal if somebody is not in the meeting any more, if the design does not fit the stock, or if the first place,
    the shift or the number of blank badges cannot be right.
    """
    check_fits(design, stock, back)
    sheet_count(len(participants), stock, start_cell=start_cell, back=back)
    _check(shift=max(map(abs, (shift_x, shift_y, back_shift_x, back_shift_y))), blank=blank)
    fields = (*design.front, *design.back)
    shown = {field.show for field in fields}
    pictured = Show.PHOTO in shown or any(PHOTO in (*field.only, *field.unless) for field in fields)
    return BadgeRun(
        design=design,
        stock=stock,
        meeting=_meeting(session, language, words, shown),
        people=_people(session, participants, BadgeWords(session, words, language, second), pictured=pictured),
        start_cell=start_cell,
        back=back,
        crop_marks=crop_marks,
        shift_x=shift_x,
        shift_y=shift_y,
        back_shift_x=back_shift_x,
        back_shift_y=back_shift_y,
        blank=blank,
    )


def unreadable_names(session: Session, *, participants: Sequence[str]) -> tuple[str, ...]:
    """Return the names of those of `participants` whose name on the badge no font of the program can print."""
    from cmc_desk.reports.badge_words import has_printable_name

    found = []
    for start in range(0, len(participants), _AT_ONCE):
        some = participants[start : start + _AT_ONCE]
        for row in session.execute(select(*HOLDER).where(schema.Participant.id.in_(some))):
            person = Holder(*row)
            first, second = two_lines(person.given_name, person.family_name, person.badge_name)
            if not has_printable_name(BadgeFacts(person.id, person.name_on_badge, first, second)):
                found.append(person.name_on_badge)
    return tuple(found)


def _check(*, shift: float, blank: int) -> None:
    if shift > MOST_SHIFT:
        raise Refusal(
            _("A printer is never off by more than {number} mm: measure the calibration page again.").format(
                number=round(MOST_SHIFT)
            ),
            field="shift",
        )
    if not 0 <= blank <= MOST_BLANKS:
        raise Refusal(
            _("Choose a number of blank badges from 0 to {number}.").format(number=MOST_BLANKS), field="blank"
        )


def _meeting(session: Session, language: str, words: NullTranslations, shown: Collection[Show]) -> BadgeMeeting:
    facts = meeting(session)
    dates = date_range(facts.days[0], facts.days[-1], words) if facts.days else ""
    return BadgeMeeting(
        short_title=facts.short_title,
        place_and_dates=", ".join(part for part in (facts.city, dates) if part),
        language=language,
        contacts=contacts_of(session),
        agenda=_agenda(session, words) if Show.AGENDA in shown else (),
    )


def _agenda(session: Session, words: NullTranslations) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    day = None
    for line in agenda_lines(session):
        if line.starts.date() != day:
            day = line.starts.date()
            found.append((short_day(day, words), ""))
        found.append((f"{line.starts:%H:%M}", line.title))
    return tuple(found)


def _people(
    session: Session, participants: Sequence[str], words: BadgeWords, *, pictured: bool
) -> tuple[BadgeFacts, ...]:
    holders: dict[str, tuple[Holder, str]] = {}
    pictures: dict[str, bytes] = {}
    badge, photo = schema.Badge, schema.Photo
    valid = (
        select(*HOLDER, badge.code)
        .join(badge, badge.participant == schema.Participant.id)
        .where(badge.revoked_at.is_(None))
    )
    for start in range(0, len(participants), _AT_ONCE):
        some = participants[start : start + _AT_ONCE]
        for *fields, code in session.execute(valid.where(schema.Participant.id.in_(some))):
            holders[fields[0]] = (Holder(*fields), code)
        if pictured:
            pictures |= {
                row[0]: row[1] for row in session.execute(select(photo.id, photo.image).where(photo.id.in_(some)))
            }
    if set(participants) - holders.keys():
        raise not_there()
    replaced = set(session.scalars(select(badge.participant).where(badge.revoked_at.is_not(None))))
    return tuple(_facts(*holders[one], words, pictures, replacement=one in replaced) for one in participants)


def _facts(
    person: Holder,
    code: str,
    words: BadgeWords,
    pictures: Mapping[str, bytes],
    *,
    replacement: bool,
) -> BadgeFacts:
    category = words.category(person)
    conditions = conditions_of(
        person.capacity,
        words.kind(person.delegation),
        category=category.key if category else "",
        focal_point=person.focal_point,
        walk_in=person.walk_in,
    )
    first, second = two_lines(person.given_name, person.family_name, person.badge_name)
    return BadgeFacts(
        participant=person.id,
        first=first,
        second=second,
        delegation_second=words.delegation_second(person.delegation),
        flag=words.flag(person.delegation),
        colour=category.colour if category else "slate",
        code=code,
        photo=pictures.get(person.id),
        replacement=replacement,
        conditions=conditions,
        **words.of(person),
    )
