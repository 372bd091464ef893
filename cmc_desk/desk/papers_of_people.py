"""The papers about who takes part: the list of participants, certificates, the quorum."""

from cmc_desk.desk.paper_kinds import PaperKind

PAPERS_OF_PEOPLE: tuple[PaperKind, ...] = ()
