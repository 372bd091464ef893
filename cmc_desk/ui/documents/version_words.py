"""A version of a draft in words: its name, and since when it stands, or what the meeting did with it."""

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.rules.drafts import DraftVersion
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words


def version_words(facts: Facts, version: DraftVersion | None, newest: int) -> str:
    """Return the line beneath the document: "Draft 3 · Thu 5 Dec 18:40"."""
    if version is None:
        return _("no text yet")
    words = f"{version.label} · {when(facts, version)}"
    if version.number < newest:
        return _("{version} · an older one").format(version=words)
    return words


def when(facts: Facts, version: DraftVersion) -> str:
    """Return since when a version stands, or what the meeting did with it and when."""
    if version.decided is not Decided.PENDING and version.decided_at is not None:
        return f"{decided_words(version.decided)} {facts.clock(version.decided_at)}"
    local = facts.meeting.local(version.created_at)
    return f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}"


def decided_words(decided: Decided) -> str:
    """Return what the meeting did with a document."""
    return {
        Decided.PENDING: _("Not decided"),
        Decided.APPROVED: pgettext("document", "Approved"),
        Decided.AMENDED: pgettext("document", "Approved as amended"),
        Decided.DEFERRED: pgettext("document", "Deferred"),
    }[decided]
