"""The approval of recommendations, line by line: approved, approved as amended, or deferred, each with its time and its item."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.item_rows import the_item
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.readout_called import addressees
from cmc_desk.desk.readout_scope import summed_items
from cmc_desk.desk.recommendation_rows import as_fact, recommendations, the_row, worded
from cmc_desk.desk.rundown import what_happened
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.folding import clean
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.rules.refusal import Refusal

LONGEST_REASON = 500
_NOTHING_IS_DECIDED = (ItemKind.REGISTRATION, ItemKind.BREAK, ItemKind.LUNCH, ItemKind.PHOTO)


@dataclass(frozen=True, slots=True)
class ApprovalStanding:
    """How far the approval has come: `next` is the first line that is not decided, empty if all are."""

    lines: int
    approved: int
    amended: int
    deferred: int
    next: str

    @property
    def pending(self) -> int:
        """How many lines are not decided."""
        return self.lines - self.approved - self.amended - self.deferred


@command("recommendations.approve")
def approve(tx: Tx, *, recommendation: str, item: str = "") -> str:
    """Record that the meeting approved a recommendation as it stands, now and in the item that runs unless one is given."""
    _decide(tx, recommendation, Decided.APPROVED, item)
    return recommendation


@command("recommendations.approve_amended")
def approve_amended(tx: Tx, *, recommendation: str, amended: dict[str, str], item: str = "") -> str:
    """Record that the meeting approved a recommendation in other words; `amended` is the whole sentence by language.

    Raises Refusal if it has no text, or if no word of it is another than it says.
    """
    texts = {language: clean(amended.get(language, "")) for language in LANGUAGES}
    told = {language: text for language, text in texts.items() if text}
    if not told:
        raise Refusal(_("Type the recommendation as it was approved."), field="amended")
    if says_so(tx.session, recommendation, told):
        raise Refusal(_("No word of it is another: approve it as it stands."), field="amended")
    _decide(tx, recommendation, Decided.AMENDED, item).amended = told
    return recommendation


@command("recommendations.defer")
def defer(tx: Tx, *, recommendation: str, reason: str = "", item: str = "") -> str:
    """Record that the meeting did not decide on a recommendation, and why if it was said."""
    words = clean(reason)
    if len(words) > LONGEST_REASON:
        raise Refusal(_("At most {number} letters, please.").format(number=LONGEST_REASON), field="reason")
    _decide(tx, recommendation, Decided.DEFERRED, item).reason = words
    return recommendation


@command("recommendations.reopen")
def reopen(tx: Tx, *, recommendation: str) -> str:
    """Take a decision off a recommendation: it is before the meeting again, in the words that it had."""
    row = the_row(tx.session, recommendation)
    if row.decided is Decided.PENDING:
        raise Refusal(_("This recommendation was not decided yet."))
    row.decided, row.decided_at, row.decided_item = Decided.PENDING, None, None
    row.amended, row.reason = {}, ""
    return recommendation


def approval_standing(session: Session) -> ApprovalStanding:
    """Return how far the approval has come."""
    found = recommendations(session)
    count = {decided: sum(one.decided is decided for one in found) for decided in Decided}
    return ApprovalStanding(
        lines=len(found),
        approved=count[Decided.APPROVED],
        amended=count[Decided.AMENDED],
        deferred=count[Decided.DEFERRED],
        next=next((one.key for one in found if one.decided is Decided.PENDING), ""),
    )


def says_so(session: Session, recommendation: str, told: Mapping[str, str]) -> bool:
    """Tell whether a recommendation that is before the meeting says word for word what is told of it by language."""
    row = the_row(session, recommendation)
    known = addressees(session)
    return row.decided is Decided.PENDING and all(
        clean(text) == clean(worded(as_fact(row), language, known)) for language, text in told.items()
    )


def _decide(tx: Tx, key: str, decided: Decided, item: str) -> schema.Recommendation:
    row = the_row(tx.session, key)
    if row.decided is not Decided.PENDING:
        at = meeting(tx.session).local(row.decided_at) if row.decided_at is not None else tx.now
        raise Refusal(
            _("Recommendation {number} was decided at {time} already: reopen it first.").format(
                number=row.number, time=f"{at:%H:%M}"
            )
        )
    row.decided, row.decided_at = decided, tx.now
    row.decided_item = the_item(tx.session, item).id if item else item_now(tx)
    return row


def item_now(tx: Tx) -> str | None:
    """Return in which item it is approved: that which runs, of several the approval; else the approval of the agenda."""
    approvals = [one.key for one in summed_items(tx.session) if one.kind is ItemKind.APPROVAL]
    return item_running(tx, first=ItemKind.APPROVAL) or (approvals[0] if approvals else None)


def item_running(tx: Tx, *, first: ItemKind = ItemKind.DISCUSSION) -> str | None:
    """Return the item that runs and in which something can be decided, of several one of the kind `first`."""
    # Of thirty lines that are decided one after the other the agenda is read once.
    happened = tx.remembered.ask(tx.session, what_happened)
    running = {key for key, actual in happened.items() if actual.state is ItemState.RUNNING}
    items = [one for one in summed_items(tx.session) if one.key in running and one.kind not in _NOTHING_IS_DECIDED]
    return min(items, key=lambda one: one.kind is not first).key if items else None
