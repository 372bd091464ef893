"""The papers about who takes part: the list of participants, certificates, the quorum."""

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.people_certified import gather_certificates, gather_quorum
from cmc_desk.desk.people_listed import gather_participants
from cmc_desk.i18n import N_
from cmc_desk.reports import certificates, participants, quorum
from cmc_desk.rules.papers import Format

PAPERS_OF_PEOPLE: tuple[PaperKind, ...] = (
    PaperKind(
        key="participants",
        title=N_("List of participants"),
        icon="documents",
        formats=(Format.PDF, Format.DOCX, Format.XLSX),
        gather=gather_participants,
        render=participants.render,
        asks=frozenset({"second", "final"}),
        fields=("salutation", "given_name", "family_name", "functional_title", "institution", "delegation", "capacity"),
        people=lambda content: content.listed,
    ),
    PaperKind(
        key="certificates",
        title=N_("Certificates of participation"),
        icon="documents",
        formats=(Format.PDF, Format.XLSX),
        gather=gather_certificates,
        render=certificates.render,
        asks=frozenset({"only", "sessions_needed", "days_needed"}),
        fields=("salutation", "given_name", "family_name", "functional_title", "delegation"),
        people=lambda content: len(content.certificates),
    ),
    PaperKind(
        key="quorum",
        title=N_("Certificate of quorum"),
        icon="check",
        gather=gather_quorum,
        render=quorum.render,
        asks=frozenset({"at"}),
    ),
)
