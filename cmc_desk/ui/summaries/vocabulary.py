"""What the composer knows of the meeting: who may be named, the text modules, the documents; read again at rest when that changes."""

from cmc_desk.desk.drafts import draft_titles
from cmc_desk.desk.snippets import snippets
from cmc_desk.desk.speakers_to_name import known_names, speakers
from cmc_desk.i18n import LANGUAGES
from cmc_desk.rules.meeting import DocumentPlan
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.rules.snippets import Snippet
from cmc_desk.rules.speaker_completion import Speaker
from cmc_desk.ui.context import Context

TABLES = frozenset({"delegation", "participant", "snippet", "note_term", "draft", "meeting", "attendance", "*"})


class Vocabulary:
    """No key waits for it: what was read stands until `refresh`, which a file that does not answer leaves as it was."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._fresh = False
        self._speakers: tuple[Speaker, ...] = ()
        self._names: tuple[str, ...] = ()
        self._snippets: dict[str, tuple[Snippet, ...]] = {}
        self._documents: tuple[DocumentPlan, ...] = ()

    def stale(self, tables: frozenset[str]) -> bool:
        """Learn that tables have changed; return whether anything of this may have."""
        self._fresh = self._fresh and not tables & TABLES
        return not self._fresh

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Delegations and people."""
        return self._speakers

    @property
    def names(self) -> tuple[str, ...]:
        """What spelling knows beside its dictionary."""
        return self._names

    @property
    def documents(self) -> tuple[DocumentPlan, ...]:
        """The drafts."""
        return self._documents

    def snippets(self, language: str) -> tuple[Snippet, ...]:
        """Return the text modules of a language."""
        return self._snippets.get(language, ())

    def speaker(self, delegation: str, participant: str = "") -> Speaker | None:
        """Return a delegation, or a person of one."""
        key = participant or delegation
        return next((one for one in self.speakers if one.key == key), None)

    def title_of(self, document: str) -> str:
        """Return the short title of a draft."""
        return next((one.short_title for one in self.documents if one.key == document), "")

    def refresh(self) -> None:
        """Read again what has changed."""
        if self._fresh:
            return
        desk = self._context.desk
        try:
            self._speakers = desk.read_promptly(speakers, now=self._context.now())
            self._names = desk.read_promptly(known_names)
            titles = desk.read_promptly(draft_titles)
            self._snippets = {one: desk.read_promptly(snippets, language=one) for one in LANGUAGES}
        except Unavailable:
            return
        self._documents = tuple(DocumentPlan(one.key, one.title, one.title) for one in titles)
        self._fresh = True
