"""The words of the notes: what an entry is, who may be named, and how far a summary has come."""

from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry of the notes records."""

    INTERVENTION = "intervention"
    PROPOSAL = "proposal"
    QUESTION = "question"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    ACTION = "action"
    NEXT_STEP = "next step"
    PROCEDURAL = "procedural"


class Attribution(StrEnum):
    """Whether a summary may say who said it; what is internal stands in no summary."""

    ATTRIBUTABLE = "attributable"
    NOT_FOR_ATTRIBUTION = "not for attribution"
    INTERNAL = "internal"


class NoteStatus(StrEnum):
    """How far the notes of an item have come; later is what nobody has begun."""

    LATER = "later"
    WRITING = "writing"
    DRAFT = "draft"
    FINAL = "final"


class RevisionReason(StrEnum):
    """Why the text of an entry was kept as it stood."""

    TYPED = "while typing"
    FILED = "filed"
    LEFT = "left"
    CHANGED = "changed"
    MERGED = "merged"
    RESTORED = "restored"
    BESIDE = "kept beside another"
    RESCUED = "rescued"


class Section(StrEnum):
    """A part of a read-out, in the order in which it is read."""

    DECISIONS = "decisions"
    RECOMMENDATIONS = "recommendations"
    MAIN_POINTS = "main points"
    OPEN_POINTS = "open points"
    NEXT_STEPS = "next steps"


class GroupSection(StrEnum):
    """A part of what a working group reports, in the order in which it is read."""

    KEY_ISSUES = "key issues"
    DISCUSSION = "discussion"
    WAY_FORWARD = "way forward"


class ReadoutForm(StrEnum):
    """What is read out: a discussion summary, the summary of a day, or what a working group reports."""

    DISCUSSION = "discussion summary"
    DAY = "summary of the day"
    GROUP = "working group"


class SummaryStatus(StrEnum):
    """Where a summary stands between its draft and the text that nobody changes any more."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    CORRECTED = "corrected"
    FINAL = "final"


class Decided(StrEnum):
    """What the meeting did with a line of its approval list."""

    PENDING = "pending"
    APPROVED = "approved"
    AMENDED = "approved as amended"
    DEFERRED = "deferred"
