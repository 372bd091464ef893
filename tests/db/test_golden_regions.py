"""Delegations of a file that was written before there were regions get those of the template, by their codes."""

import gzip
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from cmc_desk.clock import ManualClock
from cmc_desk.db.connection import connect
from cmc_desk.db.migrations.to_1_005 import give_delegations_a_region
from cmc_desk.desk import setup_people
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.setup_lists import delegation_rows
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.rules.refusal import Refusal
from tests.db.test_golden import BEFORE_THE_NOTES, GOLDEN
from tests.meetings import DESK_A, MORNING

SHIPPED = {one.code: one.region for one in read_meeting(template_path("cmc-2019")).delegations}


@pytest.fixture(params=BEFORE_THE_NOTES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / f"meeting-{request.param}.cmc.gz").read_bytes()))
    return path


def test_they_are_those_of_the_template(old: Path) -> None:
    desk = open_meeting(old, author=DESK_A, clock=ManualClock(MORNING))
    regions = {row.code: row.region for row in desk.read(delegation_rows)}
    assert regions == {code: SHIPPED[code] for code in regions}
    assert (regions["JM"], regions["AW"], regions["UNHCR"]) == ("CARICOM", "Dutch Caribbean", "")
    desk.do(setup_people.put_delegation, code="JM", changes={"region": "Greater Antilles"})
    desk.undo()
    assert {row.code: row.region for row in desk.read(delegation_rows)} == regions
    desk.close()


def test_every_delegation_of_the_template_has_its_region_after_the_step(tmp_path: Path) -> None:
    connection = dbapi2.connect(tmp_path / "bare.cmc", isolation_level=None)
    columns = "kind, names, short_names, aliases, of_state, main_language, eligibility, quota, airport, zone, flag"
    connection.execute(f"CREATE TABLE delegation (id, {columns})")
    # The trigger that the step makes anew looks at these.
    connection.execute("CREATE TABLE seat (id, delegation, number)")
    connection.execute("CREATE TABLE sponsorship (seat, holds_seat)")
    for code in (*SHIPPED, "XS"):
        connection.execute("INSERT INTO delegation VALUES (?, '', '', '', '', '', '', '', 0, '', '', '')", (code,))
    give_delegations_a_region(connection)
    found = dict(connection.execute("SELECT id, region FROM delegation").fetchall())
    connection.close()
    assert found == SHIPPED | {"XS": ""}


def test_what_referred_to_a_delegation_and_what_guards_its_seats_is_there_as_before(old: Path) -> None:
    desk = open_meeting(old, author=DESK_A, clock=ManualClock(MORNING))
    with pytest.raises(Refusal, match="of this delegation"):
        desk.do(setup_people.remove_delegation, code="HT")
    desk.close()
    connection = connect(old, None)
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        connection.execute("DELETE FROM delegation WHERE id = 'HT'")
    with pytest.raises(dbapi2.IntegrityError, match="region_is_short"):
        connection.execute("UPDATE delegation SET region = ?", ("x" * 61,))
    connection.close()


def test_a_quota_goes_not_below_a_seat_that_is_held(tmp_path: Path) -> None:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / "meeting-1.4.cmc.gz").read_bytes()))
    open_meeting(path, author=DESK_A, clock=ManualClock(MORNING)).close()
    connection = connect(path, None)
    with pytest.raises(dbapi2.IntegrityError, match="a quota below a seat that is held"):
        connection.execute("UPDATE delegation SET quota = 0 WHERE id = 'DM'")
    connection.close()
