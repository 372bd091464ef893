"""Where the report stands: its versions in several languages, and the corrections that go out with the next corrigendum."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cmc_desk.rules.document_kinds import CorrectionOutcome, ReportStatus
from cmc_desk.rules.report_standing import (
    Correction,
    Edition,
    ReportIssue,
    ReportStanding,
    editions,
    issue_of,
    newest_first,
    paragraph_number,
)

AT = datetime(2019, 12, 6, 21, 50, tzinfo=UTC)
EN, FR, NL = Edition("en"), Edition("fr"), Edition("nl", attributed=False)


def issue(version: int, status: ReportStatus, edition: Edition = FR) -> ReportIssue:
    return ReportIssue(version, status, edition.language, edition.attributed, "digest", AT, "A. Sample", "Desk A")


ISSUES = (
    issue(1, ReportStatus.CIRCULATED, EN),
    issue(2, ReportStatus.SIGNED_OFF),
    issue(3, ReportStatus.FINAL, EN),
    issue(3, ReportStatus.FINAL),
    issue(3, ReportStatus.FINAL, NL),
)


def test_what_was_signed_is_the_first_text_of_a_final_version() -> None:
    assert editions(ISSUES, 3) == (FR, EN, NL)
    assert editions(ISSUES, 4) == ()
    assert editions(ISSUES[:1], 1) == (EN,)


def test_a_version_is_found_as_it_was_asked_for_else_as_it_was_signed() -> None:
    assert issue_of(ISSUES, 3, NL) == ISSUES[4]
    assert issue_of(ISSUES, 3) == issue_of(ISSUES, 3, Edition("es")) == ISSUES[3]
    assert issue_of(ISSUES, 9) is None


def test_the_newest_version_stands_first_and_in_it_what_was_signed() -> None:
    found = [(one.version, one.edition) for one in newest_first(ISSUES)]
    assert found == [(3, FR), (3, EN), (3, NL), (2, FR), (1, EN)]


def correction(number: int, paragraph: str, **more: object) -> Correction:
    told = {"corrigendum": True, "outcome": CorrectionOutcome.ACCEPTED, "settled_at": AT} | more
    return replace(Correction(f"c{number}", number, 3, paragraph, "JM", "Wrong.", AT), **told)  # type: ignore[arg-type] # fields of it


def standing(*corrections: Correction, status: ReportStatus = ReportStatus.FINAL) -> ReportStanding:
    return ReportStanding(
        status, 3, attributed=True, language="fr", left_out=(), corrections_until=None, signed_by="", changed_at=None,
        issues=ISSUES, corrections=corrections,
    )  # fmt: skip


def test_only_what_was_accepted_of_the_final_report_and_has_not_gone_out_goes_out_by_paragraph() -> None:
    twelve, annex, two = correction(1, "12(a)"), correction(2, "Annex II"), correction(3, "2")
    others = (
        correction(4, "1", issued=1),
        correction(5, "1", outcome=CorrectionOutcome.NOTED),
        correction(6, "1", corrigendum=False),
        correction(7, "1", version=1),
        correction(8, "1", outcome=CorrectionOutcome.OPEN, settled_at=None),
    )
    found = standing(twelve, annex, two, *others)
    assert found.going_out == (two, twelve, annex)
    assert found.open_corrections == others[-1:]
    assert found.editions == (FR, EN, NL)
    reopened = standing(twelve, status=ReportStatus.CORRECTED)
    assert (reopened.going_out, reopened.editions) == ((), ())


@pytest.mark.parametrize(
    ("paragraph", "number"), [("12", 12), ("12(a)", 12), ("12.", 12), ("Annex 2", None), ("", None), ("١٢", None)]
)
def test_a_place_is_a_paragraph_if_it_begins_with_its_number(paragraph: str, number: int | None) -> None:
    assert paragraph_number(paragraph) == number
