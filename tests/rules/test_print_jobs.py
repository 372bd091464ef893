"""Names of print jobs: made and taken apart."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.print_jobs import JobName, job_name, parted, run_name


@given(st.text(alphabet="Desk AB·/ 0123456789", min_size=1), st.integers(1, 200), st.integers(1, 200))
def test_the_name_of_a_job_says_its_run_and_its_sheet(station: str, sheet: int, sheets: int) -> None:
    run = run_name(station, datetime(2019, 12, 5, 8, 41, 7, tzinfo=ZoneInfo("America/Jamaica")))
    assert run == f"{station} 2019-12-05 08:41:07"
    assert parted(job_name(run, sheet, sheets)) == JobName(run, sheet, sheets)


def test_a_job_that_somebody_else_named_is_a_run_of_its_own() -> None:
    assert parted("badges.pdf") == JobName("badges.pdf")
