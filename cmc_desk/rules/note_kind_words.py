"""What windows, papers and the command line call the kinds of the notes; translated where they are shown."""

from cmc_desk.i18n import N_
from cmc_desk.rules.note_kinds import Attribution, EntryKind, NoteStatus

KIND_WORDS: dict[EntryKind, str] = {
    EntryKind.INTERVENTION: N_("Intervention"),
    EntryKind.PROPOSAL: N_("Proposal"),
    EntryKind.QUESTION: N_("Question"),
    EntryKind.RECOMMENDATION: N_("Recommendation"),
    EntryKind.DECISION: N_("Decision"),
    EntryKind.ACTION: N_("Action"),
    EntryKind.NEXT_STEP: N_("Next step"),
    EntryKind.PROCEDURAL: N_("Procedural"),
}
ATTRIBUTION_WORDS: dict[Attribution, str] = {
    Attribution.ATTRIBUTABLE: N_("Attributable"),
    Attribution.NOT_FOR_ATTRIBUTION: N_("Not for attribution"),
    Attribution.INTERNAL: N_("Internal"),
}
STATUS_WORDS: dict[NoteStatus, str] = {
    NoteStatus.LATER: N_("Later"),
    NoteStatus.WRITING: N_("Writing"),
    NoteStatus.DRAFT: N_("Draft"),
    NoteStatus.FINAL: N_("Final"),
}
