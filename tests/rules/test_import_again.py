"""Importing the same list again changes nothing, whatever stands in it."""

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules import importing
from cmc_desk.rules.dry_run import plan_import
from cmc_desk.rules.folding import fold
from cmc_desk.rules.import_decisions import changes
from cmc_desk.rules.importing import RawTable, RowVerdict
from tests.rules.imported import DELEGATIONS, INDEX, imported


def ticket(given: str, family: str, delegation: str) -> str:
    """Return the code on the ticket of one person: two people with one ticket are a case of their own."""
    return fold(f"{given}{family}{INDEX.match(delegation)}").replace(" ", "").ljust(32, "x")[:32]


CELLS = st.tuples(
    st.sampled_from(["Ana", "ANA", "Anna", "Jan", "J.", "Sample", ""]),
    st.sampled_from(["Sample", "Sampel", "van der Muster", "Muster", "Ana", "d’Ávila", ""]),
    st.sampled_from(["Cuba", "CU", "Aruba", "Xyzzy", ""]),
    st.sampled_from(["a@example.org", "b@example.org", "no address", ""]),
    st.sampled_from(["1", "2", ""]),
    st.booleans(),
    st.sampled_from(["Late", ""]),
).map(lambda cells: (*cells[:5], ticket(*cells[:3]) if cells[5] else "", cells[6]))
FIELDS = ("given_name", "family_name", "delegation", "email", "phone", "code_alias:pretix", "desk_note")
FULL = ("full_name", "", "delegation", "email", "phone", "code_alias:pretix", "desk_note")


def random_table(rows: list[tuple[str, ...]]) -> RawTable:
    return RawTable("list.csv", "", 1, FIELDS, tuple(enumerate(rows, 2)))


TAKEN = (RowVerdict.NEW, RowVerdict.UPDATE, RowVerdict.SAME)


@given(st.lists(CELLS, max_size=8), st.sampled_from([FIELDS, FULL]))
def test_importing_what_was_imported_changes_nothing(rows: list[tuple[str, ...]], targets: tuple[str, ...]) -> None:
    mapping = importing.Mapping(targets)
    plan = plan_import(random_table(rows), mapping, existing=(), delegations=DELEGATIONS)
    people = imported(changes(plan, {}))
    again = plan_import(random_table(rows), mapping, existing=people, delegations=DELEGATIONS)
    for before, after in zip(plan.rows, again.rows, strict=True):
        assert before.verdict not in TAKEN or after.verdict is RowVerdict.SAME
    assert imported(changes(again, {}), people) == people


@given(st.lists(CELLS, max_size=8), st.lists(CELLS, max_size=8), st.sampled_from([FIELDS, FULL]))
def test_a_second_list_finds_its_own_changes_the_same_afterwards(
    first: list[tuple[str, ...]], second: list[tuple[str, ...]], targets: tuple[str, ...]
) -> None:
    mapping = importing.Mapping(targets)
    plan = plan_import(random_table(first), mapping, existing=(), delegations=DELEGATIONS)
    people = imported(changes(plan, {}))
    plan = plan_import(random_table(second), mapping, existing=people, delegations=DELEGATIONS)
    assert [found.row for found in plan.rows] == list(range(2, len(second) + 2))
    people = imported(changes(plan, {}), people)
    again = plan_import(random_table(second), mapping, existing=people, delegations=DELEGATIONS)
    for before, after in zip(plan.rows, again.rows, strict=True):
        assert before.verdict not in TAKEN or after.verdict is RowVerdict.SAME
    codes = [alias for known in people for alias in known.aliases]
    assert len(codes) == len(set(codes))
