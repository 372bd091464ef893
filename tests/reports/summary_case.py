"""A summary with everything in it that a rapporteur may type; all of it fictional."""

from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.reports.approval_list import ApprovalLine, ApprovalList
from cmc_desk.reports.correction_slip import CorrectionSlips, Noted, NotedItem, Slip
from cmc_desk.reports.summary_facts import Point, Standing, SummaryPaper, SummaryPart, SummarySection
from cmc_desk.rules.note_kinds import Decided, EntryKind, ReadoutForm, Section, SummaryStatus
from tests.meetings import ZONE

EN = NullTranslations()
DAY = date(2019, 12, 5)
AT = datetime(2019, 12, 5, 17, 31, tzinfo=ZONE)
NBSP, NARROW = "\u00a0", "\u202f"
ARABIC = "أوصى الاجتماع بنص [المسؤولية المشتركة]"
EMOJI = "🙂"
BRACKETS = "Keep “[shared responsibility]” [and “shall”]"
FRENCH = f"La délégation a demandé{NBSP}: «{NARROW}Où est-ce{NARROW}?{NARROW}»"
MARKED = "*Agreed:* principle _one_ stands, *_both_* as well.\n\n- a first bullet\n  - a second\n\n(a) a level"
LINES = "First line\nsecond line"


def summary(*texts: str, **changes: object) -> SummaryPaper:
    """Return a paper of one part with these points."""
    points = tuple(Point(text) for text in texts)
    facts = {
        "title": "Guiding principles",
        "attributed": True,
        "sections": (SummarySection(Section.DECISIONS, points[:1]), SummarySection(Section.MAIN_POINTS, points[1:])),
        "form": ReadoutForm.DISCUSSION,
        "standing": Standing(SummaryStatus.CIRCULATED, 2, issued=True, at=AT),
        "day": DAY,
        "starts": datetime(2019, 12, 5, 17, 15, tzinfo=ZONE),
        "items": ("First reading", "Second reading"),
        "speakers": ("Jamaica", "The Bahamas"),
    }
    part = SummaryPart(**(facts | changes))  # type: ignore[arg-type] # what a test wants
    return SummaryPaper("en", (part,))


ALL = (MARKED, BRACKETS, FRENCH, ARABIC, f"A smile {EMOJI}.", LINES)
SLIPS = CorrectionSlips(
    "en",
    date(2019, 12, 13),
    (
        Slip(
            "Haiti",
            (
                NotedItem(
                    "Guiding principles",
                    DAY,
                    (
                        Noted(1, AT, EntryKind.PROPOSAL, BRACKETS, provision="2"),
                        Noted(2, AT, EntryKind.INTERVENTION, FRENCH, not_attributed=True),
                    ),
                ),
            ),
        ),
        Slip("Jamaica", (NotedItem("Closing", DAY, (Noted(1, AT, EntryKind.INTERVENTION, MARKED),)),)),
    ),
)
APPROVAL = ApprovalList(
    "en",
    (
        ApprovalLine(1, "The meeting recommends [that] focal points be named.", second="La reunión recomienda."),
        ApprovalLine(2, "The meeting takes note.", decided=Decided.APPROVED, at=AT, item="Approval"),
        ApprovalLine(
            3,
            "The meeting requests a study by June.",
            decided=Decided.AMENDED,
            at=AT,
            proposed="The meeting requests a study.",
        ),
        ApprovalLine(4, "The meeting defers.", decided=Decided.DEFERRED, at=AT, reason="Capitals are asked"),
    ),
)
