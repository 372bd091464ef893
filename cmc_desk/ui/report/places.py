"""Where to go in the program: to what is to be seen to before the report goes out, and to where a block comes from."""

from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.preflight import Check, Place
from cmc_desk.rules.report_blocks import PATH
from cmc_desk.ui.context import Facts

BLOCK, CORRECTION = "block", "correction"
_APPROVAL = "approval"
# What the key of an entry of the notes is long.
_ENTRY = 32


@dataclass(frozen=True, slots=True)
class Source:
    """A place of the program that a block comes from: its page, what to show there, and what that is called."""

    page: str
    what: object
    words: str


def target_of(check: Check, place: Place) -> tuple[str, object]:
    """Return the page to go to, and what to show there."""
    if check is Check.RECOMMENDATIONS:
        return "summaries", _APPROVAL
    if check is Check.ABSENT:
        return "registration", ("find", place.words)
    if check is Check.CORRECTIONS:
        return "papers", (CORRECTION, place.key)
    if place.page == "papers":
        return "papers", (BLOCK, place.key)
    if place.page == "summaries":
        return place.page, (place.item, place.key) if place.item and place.item != place.key else place.item or None
    if place.page == "registration":
        return place.page, place.key or "attendance"
    return place.page, place.key or None


def source_of(facts: Facts, block: str) -> Source | None:
    """Return where a block comes from; None if it is made of all of it."""
    chapter, *parts = block.split(PATH)
    items = {item.id: item.title for item in facts.agenda}
    drafts = {draft.key: draft.title for draft in facts.drafts}
    if chapter in ("proceedings", "organisation", "annex-speakers"):
        for part in parts:
            if part in items:
                last = parts[-1]
                return Source("summaries", (part, last) if len(last) == _ENTRY else part, items[part])
    elif chapter in ("documents", "outcomes") or chapter.startswith("annex-"):
        for part in parts:
            if part in drafts:
                return Source("documents", part, drafts[part])
    return _of_chapter(chapter, parts)


def _of_chapter(chapter: str, parts: list[str]) -> Source | None:
    if chapter == "organisation" and parts[:1] != ["attendance"]:
        return Source("setup", None, _("the facts of the meeting"))
    if chapter == "organisation" or chapter == "annex-participants":
        return Source("registration", "attendance", _("the attendance"))
    if chapter == "outcomes" and parts[:1] in (["recommendations"], ["deferred"], ["pending"]):
        return Source("summaries", _APPROVAL, _("the approval of recommendations"))
    return {
        "cover": Source("setup", None, _("the facts of the meeting")),
        "outcomes": Source("summaries", None, _("the notes")),
        "proceedings": Source("summaries", None, _("the notes")),
        "steps": Source("summaries", None, _("the notes")),
        "documents": Source("documents", None, _("the documents")),
        "annex-agenda": Source("agenda", None, _("the agenda")),
        "annex-matrix": Source("documents", None, _("the documents")),
        "annex-redline": Source("documents", None, _("the documents")),
        "annex-clean": Source("documents", None, _("the documents")),
        "annex-documents": Source("documents", None, _("the documents")),
    }.get(chapter)
