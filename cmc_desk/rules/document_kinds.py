"""The words of the draft documents: what a provision is and where it stands, what is proposed, by whom, and what became of it."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a draft is to become."""

    DECLARATION = "declaration"
    MODALITIES = "modalities"
    PLAN = "plan of action"
    OTHER = "other"


class ProvisionKind(StrEnum):
    """What a provision is in its text; the thematic areas and objectives of a plan are headings, its activities and indicators rows."""

    TITLE = "title"
    HEADING = "heading"
    PREAMBULAR = "preambular paragraph"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "sub-paragraph"
    PLAN_ROW = "plan row"


class ProvisionStatus(StrEnum):
    """How far the meeting has come with a provision."""

    OPEN = "open"
    BRACKETED = "bracketed"
    AD_REFERENDUM = "agreed ad referendum"
    AGREED = "agreed"
    DELETED = "deleted"
    DEFERRED = "deferred"


class PlanField(StrEnum):
    """A cell of a row of the plan besides its text, by the name under which it is kept.

    The text of an activity or of an indicator is the text of its provision, which is the field of an empty name.
    """

    BASELINE = "baseline"
    TARGET = "target"
    MEANS = "means of verification"
    LEAD = "lead"
    PARTNERS = "partners"
    TIMEFRAME = "timeframe"
    SCOPE = "geographic scope"
    PRIORITY = "priority"
    AVAILABLE = "resources available"
    NEEDED = "resources needed"
    LINKS = "links"
    STATUS = "status"
    NOTES = "notes"


class ProposalAction(StrEnum):
    """What a proposal would do with the text; a question and a comment leave it as it is."""

    MODIFY = "modify"
    INSERT_AFTER = "insert after"
    DELETE = "delete"
    MOVE = "move"
    QUESTION = "question"
    COMMENT = "general comment"


class ProposalType(StrEnum):
    """What a proposal is about, as matrices of comments have it."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"
    TECHNICAL = "technical"
    TRANSLATION = "translation"
    QUESTION = "question"
    GENERAL = "general"


class Channel(StrEnum):
    """How a proposal came in."""

    WRITTEN = "written"
    FLOOR = "floor"
    GROUP = "working group"


class PartyRole(StrEnum):
    """Where a delegation stands towards a proposal."""

    PROPOSER = "proposer"
    SUPPORTER = "supporter"
    OPPONENT = "opponent"
    RESERVATION = "reservation"


class ProposalDecision(StrEnum):
    """What became of a proposal; an open one is before the meeting."""

    OPEN = "open"
    ACCEPTED = "accepted"
    MODIFIED = "accepted as modified"
    MERGED = "merged"
    NOT_ACCEPTED = "not accepted"
    WITHDRAWN = "withdrawn"
    BRACKETED = "bracketed"
    REFERRED = "referred to the high level"
    NOTED = "noted"


class Concern(StrEnum):
    """What whoever decides must know of a proposal beside others."""

    STALE = "stale"
    CONFLICT = "conflicting"
    IDENTICAL = "identical"
    COMBINABLE = "combinable"


class ReportStatus(StrEnum):
    """Where the report of the final outcomes stands; what is final never changes, a correction of it is a corrigendum."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    CORRECTED = "corrections received"
    SIGNED_OFF = "signed off"
    FINAL = "final"


class CorrectionOutcome(StrEnum):
    """What became of a correction of the report that was asked for; what is noted changes nothing."""

    OPEN = "open"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not accepted"
    NOTED = "noted"


class DoorCheck(StrEnum):
    """What somebody looks after before the doors open, because no program can."""

    SCANNER = "scanner"
    BADGE_PRINTER = "badge printer"
    PRINTER = "printer"
    CLOCK = "clock"
