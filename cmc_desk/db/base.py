"""The base of all tables: how constraints are named and how types of Python are kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Connection, MetaData, event
from sqlalchemy.orm import DeclarativeBase

from cmc_desk.db.types import UtcDateTime, Word
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.agenda_plan import EndKind, Importance, ListOrder, SpeakerCategory, StartKind
from cmc_desk.rules.attendance import EventKind
from cmc_desk.rules.document_kinds import (
    Channel,
    CorrectionOutcome,
    DocumentKind,
    DoorCheck,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionKind,
    ProvisionStatus,
    ReportStatus,
)
from cmc_desk.rules.floor_kinds import FloorAct, HostPlace, SpeechKind
from cmc_desk.rules.meeting import DelegationKind, Eligibility, ItemKind, Role
from cmc_desk.rules.note_kinds import (
    Attribution,
    Decided,
    EntryKind,
    NoteStatus,
    ReadoutForm,
    RevisionReason,
    SummaryStatus,
)
from cmc_desk.rules.papers import Format
from cmc_desk.rules.people import Capacity, Consent, Credentials, InstitutionKind, Status
from cmc_desk.rules.travel_states import (
    CostKind,
    Direction,
    LetterKind,
    Method,
    Nomination,
    PaymentState,
    Profile,
    Travel,
    VisaState,
    Warned,
)

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
Plain = dict[str, Any]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {
        datetime: UtcDateTime,
        Plain: JSON,
        list[str]: JSON,
        dict[str, str]: JSON,
        dict[str, int]: JSON,
        list[Plain]: JSON,
        Act: Word(Act),
        Attribution: Word(Attribution),
        Capacity: Word(Capacity),
        Channel: Word(Channel),
        Consent: Word(Consent),
        CorrectionOutcome: Word(CorrectionOutcome),
        CostKind: Word(CostKind),
        Credentials: Word(Credentials),
        Decided: Word(Decided),
        DelegationKind: Word(DelegationKind),
        Direction: Word(Direction),
        DocumentKind: Word(DocumentKind),
        DoorCheck: Word(DoorCheck),
        Eligibility: Word(Eligibility),
        EndKind: Word(EndKind),
        EntryKind: Word(EntryKind),
        EventKind: Word(EventKind),
        FloorAct: Word(FloorAct),
        HostPlace: Word(HostPlace),
        Format: Word(Format),
        Importance: Word(Importance),
        InstitutionKind: Word(InstitutionKind),
        ItemKind: Word(ItemKind),
        LetterKind: Word(LetterKind),
        ListOrder: Word(ListOrder),
        Method: Word(Method),
        Nomination: Word(Nomination),
        NoteStatus: Word(NoteStatus),
        PartyRole: Word(PartyRole),
        PaymentState: Word(PaymentState),
        Profile: Word(Profile),
        ProposalAction: Word(ProposalAction),
        ProposalDecision: Word(ProposalDecision),
        ProposalType: Word(ProposalType),
        ProvisionKind: Word(ProvisionKind),
        ProvisionStatus: Word(ProvisionStatus),
        ReadoutForm: Word(ReadoutForm),
        ReportStatus: Word(ReportStatus),
        RevisionReason: Word(RevisionReason),
        Role: Word(Role),
        SpeakerCategory: Word(SpeakerCategory),
        SpeechKind: Word(SpeechKind),
        StartKind: Word(StartKind),
        Status: Word(Status),
        SummaryStatus: Word(SummaryStatus),
        Travel: Word(Travel),
        VisaState: Word(VisaState),
        Warned: Word(Warned),
    }


@event.listens_for(Base.metadata, "before_create")
def _partial_everywhere(_metadata: MetaData, connection: Connection, **_: Any) -> None:
    """Give PostgreSQL the conditions of the indexes: said at the tables, they would load its dialect at every start."""
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
