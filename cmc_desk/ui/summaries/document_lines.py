"""The documents as lines of the approval list, after the recommendations: approved, approved as amended, or deferred, each with its time."""

from cmc_desk.desk.draft_acts import adopt_draft, reopen_draft
from cmc_desk.desk.draft_texts import draft_texts, meters
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.redline import Meter
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.version_words import decided_words
from cmc_desk.ui.parts.chip import ChipKind, ChipLook
from cmc_desk.ui.summaries.recommendation_rows import RecommendationRow

TABLES = frozenset({"draft", "draft_version", "provision_text", "proposal"})
_BEFORE_KEY = "document:"
_CHIPS: dict[Decided, ChipKind] = {
    Decided.PENDING: "notyet",
    Decided.APPROVED: "good",
    Decided.AMENDED: "half",
    Decided.DEFERRED: "warning",
}


class DocumentLines:
    """What is done to a row that is no document is nobody's business here: every act says whether it was one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._texts: dict[str, DraftText] = {}

    def rows(self) -> tuple[RecommendationRow, ...]:
        """Return a row for every document that has a text."""
        try:
            texts = self._context.desk.read(draft_texts)
            counts = dict(self._context.desk.read(meters))
        except Unavailable:
            return ()
        self._texts = {one.key: one for one in texts if one.version is not None}
        return tuple(self._row(one, counts.get(one.key, Meter())) for one in self._texts.values())

    def title_of(self, row: object) -> str:
        """Return the title of the document that a row is; empty if it is none."""
        text = self._text(row)
        return text.short_title if text is not None else ""

    def decide(self, row: object, decided: Decided, reason: str = "") -> bool:
        """Record what the meeting did with a document; say whether the row is one."""
        text = self._text(row)
        if text is None:
            return False
        done = self._context.attempt(adopt_draft, draft=text.key, decided=decided, reason=reason)
        if done is not None:
            now = self._context.facts.clock(self._context.now())
            self._context.say(
                "notice", _("{field}: ").format(field=text.short_title), decided_words(decided), f" · {now}", undo=True
            )
        return True

    def reopen(self, row: object) -> bool:
        """Bring a document before the meeting again; say whether the row is one."""
        text = self._text(row)
        if text is None:
            return False
        if self._context.attempt(reopen_draft, draft=text.key) is not None:
            self._context.say(
                "notice", _("{field}: ").format(field=text.short_title), _("before the meeting again"), undo=True
            )
        return True

    def _text(self, row: object) -> DraftText | None:
        if not isinstance(row, RecommendationRow) or not row.key.startswith(_BEFORE_KEY):
            return None
        return self._texts.get(row.key.removeprefix(_BEFORE_KEY))

    def _row(self, one: DraftText, meter: Meter) -> RecommendationRow:
        version = one.version
        decided = version.decided if version is not None else Decided.PENDING
        words = decided_words(decided) if decided is not Decided.PENDING else _("To decide")
        if version is not None and version.decided_at is not None:
            words = f"{words} {self._context.facts.clock(version.decided_at)}"
        agreed = _("{agreed} of {whole} provisions agreed").format(
            agreed=meter.agreed + meter.ad_referendum, whole=meter.whole
        )
        left = ngettext("{number} pair of brackets left", "{number} pairs of brackets left", meter.brackets)
        reason = _("because: {reason}").format(reason=version.reason) if version is not None and version.reason else ""
        parts = (agreed, left.format(number=meter.brackets) if meter.brackets else "", reason)
        label = version.label if version is not None else ""
        return RecommendationRow(
            key=f"{_BEFORE_KEY}{one.key}",
            number=0,
            sentence=f"{one.title} · {label}",
            decided=decided,
            chip=ChipLook(words, _CHIPS[decided]),
            aside=" · ".join(part for part in parts if part),
        )
