"""What was adopted or issued stays, whatever program writes: SQLite in every file, PostgreSQL as well where one is installed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, delete, insert, update
from sqlalchemy.exc import DBAPIError

from cmc_desk.db import schema, store
from cmc_desk.rules.document_kinds import (
    Channel,
    CorrectionOutcome,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionKind,
    ProvisionStatus,
    ReportStatus,
)
from cmc_desk.rules.note_kinds import Decided, ReadoutForm, SummaryStatus
from tests.db.postgres import needs_postgresql

AT = datetime(2019, 12, 6, 21, 50, tzinfo=UTC)
Begin = Callable[[], AbstractContextManager[Connection]]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=needs_postgresql)])
def transaction(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Return how a transaction begins on a database with a draft of two versions, a provision, a proposal and an issued report."""
    if request.param == "postgresql":
        engine: Engine = request.getfixturevalue("empty")
        with engine.begin() as connection:
            write(connection)
        yield engine.begin
        return
    made = store.create(tmp_path / "m.cmc")

    @contextmanager
    def written() -> Iterator[Connection]:
        with made.write() as session:
            yield session.connection()

    with written() as connection:
        write(connection)
    yield written
    made.close()


def write(connection: Connection) -> None:
    connection.execute(insert(schema.Draft).values(id="plan", title="Plan", short_title="", position=0))
    for number in (1, 2):
        connection.execute(insert(schema.DraftVersion).values(**version(number)))
    connection.execute(insert(schema.Provision).values(id="one", draft="plan"))
    for number in (1, 2):
        connection.execute(insert(schema.ProvisionText).values(**said(number)))
    connection.execute(insert(schema.Proposal).values(**proposed()))
    connection.execute(
        insert(schema.ReportIssue).values(
            id="issue",
            version=1,
            status=ReportStatus.CIRCULATED,
            language="en",
            attributed=True,
            body=[],
            digest="",
            at=AT,
            operator="A. Sample",
            station="Desk A",
        )
    )
    connection.execute(
        insert(schema.ReportCorrigendum).values(
            id="corrigendum", number=1, version=1, body=[], digest="", at=AT, operator="A. Sample", station="Desk A"
        )
    )


def version(number: int) -> dict[str, Any]:
    return {
        "id": f"v{number}",
        "draft": "plan",
        "number": number,
        "label": f"Draft {number}",
        "created_at": AT,
        "source": "",
        "sha256": "",
        "decided": Decided.PENDING,
        "reason": "",
        "digest": "",
    }


def said(number: int, provision: str = "one") -> dict[str, Any]:
    return {
        "id": f"{provision}-{number}",
        "version": f"v{number}",
        "provision": provision,
        "place": 1,
        "kind": ProvisionKind.PARAGRAPH,
        "level": 1,
        "label": "1",
        "text": "States agree.",
        "cells": {},
        "status": ProvisionStatus.OPEN,
    }


def proposed() -> dict[str, Any]:
    return {
        "id": "p",
        "number": 1,
        "draft": "plan",
        "provision": "one",
        "field": "",
        "base": "",
        "base_digest": "",
        "action": ProposalAction.DELETE,
        "kind": ProposalType.SUBSTANTIVE,
        "channel": Channel.WRITTEN,
        "new_text": "",
        "new_label": "",
        "rationale": "",
        "language": "en",
        "received_at": AT,
        "decision": ProposalDecision.OPEN,
        "decision_words": "",
        "final_text": "",
    }


def adopt(connection: Connection, key: str, decided: Decided) -> None:
    at = None if decided is Decided.PENDING else AT
    connection.execute(
        update(schema.DraftVersion).where(schema.DraftVersion.id == key).values(decided=decided, decided_at=at)
    )


def refused(transaction: Begin, statement: Any, words: str) -> None:
    with pytest.raises(DBAPIError, match=words), transaction() as connection:
        connection.execute(statement)


def test_a_summary_that_was_issued_stays(transaction: Begin) -> None:
    with transaction() as connection:
        connection.execute(insert(schema.Day).values(id=AT.date()))
        common = {"status": SummaryStatus.FINAL, "attributed": True, "language": "en", "version": 1}
        connection.execute(
            insert(schema.Readout).values(
                id="day", form=ReadoutForm.DAY, day=AT.date(), revision=1, changed_at=AT, **common
            )
        )
        who = {"at": AT, "operator": "A. Sample", "station": "Desk A"}
        connection.execute(
            insert(schema.ReadoutIssue).values(
                id="said", readout="day", body=[], digest="", spoken=True, **who, **common
            )
        )
    refused(transaction, update(schema.ReadoutIssue).values(digest="x"), "issued")
    refused(transaction, delete(schema.ReadoutIssue), "issued")


@pytest.mark.parametrize("decided", [Decided.APPROVED, Decided.AMENDED])
def test_an_adopted_text_is_neither_changed_nor_added_to_nor_taken_away(transaction: Begin, decided: Decided) -> None:
    text = schema.ProvisionText
    with transaction() as connection:
        adopt(connection, "v2", decided)
        connection.execute(insert(schema.Provision).values(id="two", draft="plan"))
    for statement in (
        update(text).where(text.id == "one-2").values(text="Something else."),
        update(text).where(text.id == "one-1").values(version="v2"),
        update(text).where(text.id == "one-2").values(version="v1"),
        insert(text).values(**said(2, "two")),
        delete(text).where(text.id == "one-2"),
    ):
        refused(transaction, statement, "adopted")
    with transaction() as connection:
        connection.execute(update(text).where(text.id == "one-1").values(text="Another version."))
        adopt(connection, "v2", Decided.PENDING)
        connection.execute(update(text).where(text.id == "one-2").values(text="Reopened."))
        adopt(connection, "v2", Decided.DEFERRED)
        connection.execute(delete(text).where(text.id == "one-2"))


@pytest.mark.parametrize("table", [schema.ReportIssue, schema.ReportCorrigendum])
def test_an_issued_report_stays_and_so_does_what_corrects_it(transaction: Begin, table: Any) -> None:
    refused(transaction, update(table).values(digest="x"), "issued")
    refused(transaction, delete(table), "issued")


def test_only_what_was_accepted_goes_out_to_correct_it(transaction: Begin) -> None:
    correction = schema.ReportCorrection
    told = {
        "id": "c",
        "number": 1,
        "version": 1,
        "language": "en",
        "attributed": True,
        "paragraph": "1",
        "delegation": "",
        "words": "Wrong.",
        "at": AT,
        "outcome": CorrectionOutcome.NOTED,
        "replaced": "",
        "corrected": "",
        "answer": "",
        "settled_at": AT,
    }
    with transaction() as connection:
        connection.execute(insert(correction).values(**told))
    refused(transaction, update(correction).values(corrigendum=1), "ck_report_correction")
    refused(transaction, update(correction).values(settled_at=None), "ck_report_correction")
    with transaction() as connection:
        connection.execute(update(correction).values(outcome=CorrectionOutcome.ACCEPTED, corrigendum=1))


@pytest.mark.parametrize(
    "values",
    [
        {"decision": ProposalDecision.NOTED},
        {"decided_at": AT},
        {"decision": ProposalDecision.MERGED, "decided_at": AT},
        {"decision": ProposalDecision.MERGED, "decided_at": AT, "merged_into": "p"},
        {"merged_into": "p"},
        {"number": 0},
    ],
)
def test_half_a_decision_is_none(transaction: Begin, values: dict[str, Any]) -> None:
    refused(transaction, update(schema.Proposal).values(**values), "ck_proposal")


def test_a_provision_says_one_thing_in_a_version(transaction: Begin) -> None:
    refused(transaction, insert(schema.ProvisionText).values(**said(1) | {"id": "again"}), "(?i)unique")
    refused(transaction, insert(schema.DraftVersion).values(**version(2) | {"id": "again"}), "(?i)unique")
