"""The papers that the desk hands out and keeps: name plates, sheets to sign and to tick, envelopes, the pack for a power cut."""

from cmc_desk.desk.paper_kinds import PaperKind

PAPERS_OF_THE_DESK: tuple[PaperKind, ...] = ()
