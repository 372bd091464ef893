"""What the keys of the composer do to the entry beside its text: kind, mark, attribution, language; and to the spelling."""

from PySide6.QtCore import QObject

from cmc_desk.desk.note_terms import learn_term
from cmc_desk.desk.notes import substitute
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.substitution import Substitution
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.composing import Composing
from cmc_desk.ui.summaries.spelling import Spelling
from cmc_desk.ui.summaries.vocabulary import Vocabulary

_QUOTES = {"fr": ("«\u00a0", "\u00a0»"), "es": ("«", "»")}


class EntryActs(QObject):
    """Each is one key, and the same again takes it back or goes on."""

    def __init__(
        self, context: Context, composing: Composing, spelling: Spelling, vocabulary: Vocabulary, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._composing = composing
        self._spelling = spelling
        self._vocabulary = vocabulary

    def choose_kind(self, kind: object) -> None:
        """Say of what kind the entry is."""
        if isinstance(kind, EntryKind):
            self._composing.change(kind=kind)

    def toggle_highlight(self) -> None:
        """Mark the entry for the read-out, or not."""
        self._composing.change(highlighted=not self._composing.facts.highlighted)

    def turn_attribution(self) -> None:
        """Turn to the next attribution."""
        order = tuple(Attribution)
        here = order.index(self._composing.facts.attribution)
        self._composing.change(attribution=order[(here + 1) % len(order)])

    def turn_language(self) -> None:
        """Turn to the next language; entries begun from now on are in it too."""
        here = LANGUAGES.index(self._composing.facts.language) if self._composing.facts.language in LANGUAGES else -1
        self._composing.speak(LANGUAGES[(here + 1) % len(LANGUAGES)])

    def correct(self, wanted: Substitution) -> str:
        """Correct the last place in the notes of the item, and empty the field in which that was typed; return what is wrong, if anything."""
        try:
            self._context.desk.do_promptly(substitute, item=self._composing.item, old=wanted.old, new=wanted.new)
        except (Refusal, Unavailable) as trouble:
            return trouble.sentence
        self._composing.clear()
        self._context.say("notice", _("Corrected: "), wanted.old, f" → {wanted.new}", undo=True)
        return ""

    def toggle_spelling(self) -> None:
        """Mark words that the dictionary does not know, or none; this computer remembers it."""
        self._spelling.switch(on=not self._spelling.on)
        settings.say("note_spelling", "on" if self._spelling.on else "off")

    def learn_word(self) -> None:
        """Let the spelling of this meeting know the word at the cursor."""
        here = self._spelling.word_here()
        if here is not None and self._context.attempt(learn_term, word=here[0].text) is not None:
            self._vocabulary.refresh()
            self._spelling.know(self._vocabulary.names)


def quoted(text: str, language: str) -> str:
    """Return a text between the quotation marks of a language."""
    before, after = _QUOTES.get(language, ("“", "”"))
    return f"{before}{text}{after}"
