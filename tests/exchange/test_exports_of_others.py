"""What Indico and pretix export is read and mapped without a question."""

import pytest

from cmc_desk.exchange.tables import read_tables
from cmc_desk.rules.columns import guess
from cmc_desk.rules.importing import RawTable
from tests.exchange.lists import SAMPLES


def mapped(table: RawTable) -> dict[str, str]:
    mapping = guess(table.headings, [cells for _number, cells in table.rows[:20]])
    return {heading: target for heading, target in zip(table.headings, mapping.targets, strict=True) if target}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_export_of_indico_maps_by_itself(ending: str) -> None:
    (table,) = read_tables(SAMPLES / f"sample_indico_registrations.{ending}")
    assert len(table.rows) == 25
    assert guess(table.headings).source == "indico"
    assert mapped(table) == {
        "First Name": "given_name",
        "Last Name": "family_name",
        "Email Address": "email",
        "Affiliation": "institution",
        "Country": "delegation",
        "Phone Number": "phone",
        "Position": "functional_title",
        "Title": "salutation",
        "Registration state": "status",
    }


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_check_in_list_of_pretix_maps_by_itself(ending: str) -> None:
    (table,) = read_tables(SAMPLES / f"sample_pretix_checkinlist.{ending}")
    assert len(table.rows) == 25
    assert guess(table.headings).source == "pretix"
    assert mapped(table) == {
        "Attendee name: Salutation": "salutation",
        "Attendee name: Given name": "given_name",
        "Attendee name: Family name": "family_name",
        "Product": "capacity",
        "Secret": "code_alias:pretix",
        "Email": "email",
        "Phone number": "phone",
        "Company": "institution",
        "Comment": "desk_note",
        "Country": "delegation",
    }


def test_the_positions_of_pretix_map_by_themselves() -> None:
    (table,) = read_tables(SAMPLES / "sample_pretix_positions.csv")
    assert mapped(table) == {
        "Status": "status",
        "Phone number": "phone",
        "Product": "capacity",
        "Attendee name": "full_name",
        "Attendee email": "email",
        "Attendee company": "institution",
        "Country": "delegation",
        "Ticket secret": "code_alias:pretix",
        "Order comment": "desk_note",
        "Order locale": "language",
    }
