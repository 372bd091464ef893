"""Badges as the tests of the desk print them: a small design, and a run recorded as the window and the command line do."""

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import badges
from cmc_desk.desk.badge_runs import gather_run
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import texts
from cmc_desk.rules.badge_design import BadgeDesign, BadgeFacts, BadgeRun, Box, DesignField, Show, Stock, StockKind
from cmc_desk.rules.badge_state import printed_of

BOX = Box(0, 0, 80, 10)
DESIGN = BadgeDesign(
    "small",
    "Small",
    90,
    55,
    front=tuple(
        DesignField(show, BOX)
        for show in (
            Show.BAND,
            Show.NAME_FIRST,
            Show.NAME_SECOND,
            Show.FUNCTIONAL_TITLE,
            Show.DELEGATION,
            Show.CAPACITY,
            Show.QR,
        )
    ),
)
STOCK = Stock("eight", "Eight", StockKind.SHEET, 210, 297, 90, 55, columns=2, rows=4)


def run_of(desk: Desk, *people: str, design: BadgeDesign = DESIGN, language: str = "en", second: str = "") -> BadgeRun:
    return desk.read(
        gather_run,
        participants=people,
        design=design,
        stock=STOCK,
        language=language,
        second=second,
        words=texts(language),
    )


def people_of(run: BadgeRun) -> list[BadgeFacts]:
    """Return the people of a run; the empty places between them are left out."""
    return [facts for facts in run.people if facts is not None]


def print_badges(
    desk: Desk, *people: str, reason: str = "", job: str = "job 1", run: BadgeRun | None = None
) -> list[str]:
    """Record that the badges of these people came out of the printer and return the prints."""
    return desk.do(
        badges.record_printed,
        badges=printed_of(run or run_of(desk, *people)),
        printer="Office laser",
        design=DESIGN.key,
        stock=STOCK.key,
        job=job,
        reason=reason,
    )


def badges_of(desk: Desk, participant: str) -> list[schema.Badge]:
    """Return every badge of a person, the oldest first."""
    with desk.store.read() as session:
        row = schema.Badge
        return list(session.scalars(select(row).where(row.participant == participant).order_by(row.issued_at)))


def valid_code(desk: Desk, participant: str) -> str:
    """Return the one code of a person that is valid."""
    codes = [row.code for row in badges_of(desk, participant) if row.revoked_at is None]
    assert len(codes) == 1
    return codes[0]
