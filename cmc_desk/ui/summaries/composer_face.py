"""What stands around the text of the composer, and what it says: whose words, of what kind, how long, which keys, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import N_, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import Attribution
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.summaries.composed import Filed
from cmc_desk.ui.summaries.composing import Composing
from cmc_desk.ui.summaries.foot_line import FootHint, FootLine
from cmc_desk.ui.summaries.kind_bar import KindBar
from cmc_desk.ui.summaries.kinds import look_of
from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.summaries.offers import Offer
from cmc_desk.ui.summaries.save_state import MakeTimer
from cmc_desk.ui.summaries.speaker_line import SpeakerLine, SpeakerLook
from cmc_desk.ui.summaries.spelling import Spelling, Suggestions
from cmc_desk.ui.summaries.vocabulary import Vocabulary

# In the order in which the composer binds them.
KEYS: Sequence[tuple[str, str]] = (
    ("F5", N_("The time")),
    ("Ctrl+H", N_("Mark for the read-out")),
    ("Alt+A", N_("Attribution")),
    ("Alt+L", N_("Language of the entry")),
    ("F7", N_("What a marked word may mean; again for the next")),
    ("F4", N_("Spelling on or off")),
    ("Ctrl+Shift+F7", N_("Let the spelling know a word")),
)
_COUNT_MS = 150
_ATTRIBUTIONS = {
    Attribution.NOT_FOR_ATTRIBUTION: N_("Not for attribution"),
    Attribution.INTERNAL: N_("Internal"),
}


class ComposerFace(QObject):
    """Fills the lines around the text; it decides nothing."""

    def __init__(
        self,
        context: Context,
        composing: Composing,
        editor: NoteEditor,
        vocabulary: Vocabulary,
        spelling: Spelling,
        *,
        timer: MakeTimer,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._composing = composing
        self._editor = editor
        self._vocabulary = vocabulary
        self._spelling = spelling
        self.speaker = SpeakerLine(parent=parent)
        self.kinds = KindBar(parent=parent)
        self.foot = FootLine(_usual(), parent=parent)
        self._count = timer(_COUNT_MS, self.count, self)
        editor.edited.connect(self._on_edited)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the composer with what they do."""
        return (
            (key_text("Return"), _("File the entry, or leave it after editing")),
            (key_text("Shift+Return"), _("New line")),
            (_("Alt+1 to 6"), _("Kind of the entry")),
            (key_text("Tab"), _("Take what is offered; again for the next speaker")),
            (key_text("Esc"), _("Restore what was typed; leave an edited entry")),
            ("@", _("Name another speaker, at the beginning of the text")),
            *((key_text(key), _(words)) for key, words in KEYS),
        )

    def show_facts(self) -> None:
        """Show whose words they are, of what kind, and what else is said about the entry."""
        facts = self._composing.facts
        self.kinds.choose(facts.kind)
        self.speaker.set_look(self._speaker())
        self.speaker.set_chips(tuple(self._chips()))
        self.count()

    def show_offer(self, offer: Offer | None, found: Suggestions | None) -> None:
        """Show what Tab would take."""
        names = [one.name for one in offer.speakers] if offer is not None else []
        if offer is not None and offer.unknown:
            names = [_("Speaker to be fixed later")]
        self.speaker.offer(names)
        if found is not None:
            self.foot.show_hints(_suggested(found))
        elif offer is not None and offer.snippet is not None:
            self.foot.show_hints((FootHint(offer.snippet.text, key=key_text("Tab"), tone="sea"),))
        else:
            self.foot.show_hints(())

    def refuse(self, sentence: str) -> None:
        """Say beside the text what is wrong, until the next key."""
        self.foot.show_hints((FootHint(sentence, tone="amberInk", bold=True),))

    def hint(self, sentence: str) -> None:
        """Say something that may be missed, until the next key."""
        self.foot.show_hints((FootHint(sentence),))

    def say_filed(self, filed: Filed) -> None:
        """Say in the message strip what was filed."""
        at = self._context.facts.clock(filed.started_at)
        before = _("Entry changed {time} · ") if filed.again else _("Entry saved {time} · ")
        name = self._name(filed.written.delegation, filed.written.participant)
        kind = look_of(filed.written.kind).words
        after = (f", {name}" if name else "") + (f" · {filed.proposal}" if filed.proposal else "")
        if filed.trouble:
            self._context.say("amber", before.format(time=at), kind, f"{after} · {filed.trouble}", undo=True)
        else:
            self._context.say("notice", before.format(time=at), kind, after, undo=True)

    def count(self) -> None:
        """Show how long the text is, and when it was begun."""
        words = len(self._editor.text().split())
        at = self._context.facts.clock(self._composing.started_at or self._context.now())
        length = ngettext("{number} word", "{number} words", words).format(number=words)
        self.foot.set_right(f"{length} · {at}")

    def _on_edited(self, _letters: int) -> None:
        # Counting takes longer than a key may.
        self._count.start(_COUNT_MS)

    def _speaker(self) -> SpeakerLook:
        facts, composing = self._composing.facts, self._composing
        if facts.unknown:
            return SpeakerLook(unknown=True)
        note = ""
        if composing.prefilled:
            note = _("has the floor · filled in for you")
        elif composing.editing and composing.started_at is not None:
            note = _("editing the entry of {time}").format(time=self._context.facts.clock(composing.started_at))
        flag = self._context.facts.flag(facts.delegation) if facts.delegation else ""
        return SpeakerLook(flag, self._name(facts.delegation, facts.participant), note)

    def _name(self, delegation: str, participant: str) -> str:
        state = self._context.facts.delegation_name(delegation) if delegation else ""
        person = self._vocabulary.speaker("", participant) if participant else None
        return ", ".join(part for part in (person.name if person is not None else "", state) if part)

    def _chips(self) -> list[ChipLook]:
        facts, look = self._composing.facts, look_of(self._composing.facts.kind)
        found = []
        if not look.number:
            found.append(ChipLook(look.words, "walkin", look.icon))
        if facts.assignee:
            found.append(ChipLook(f"→ {self._context.facts.delegation_name(facts.assignee)}", "walkin", "-"))
        if facts.due is not None:
            found.append(ChipLook(_("due {day}").format(day=day_words(facts.due, "d MMM")), "walkin", "-"))
        if facts.highlighted:
            found.append(ChipLook(_("Read-out"), "warning", "star"))
        if facts.attribution in _ATTRIBUTIONS:
            found.append(ChipLook(_(_ATTRIBUTIONS[facts.attribution]), "neutral", "lock"))
        about = " ".join(part for part in (self._vocabulary.title_of(facts.document), facts.provision) if part)
        if about:
            found.append(ChipLook(about, "outline", "documents"))
        if facts.language != self._context.facts.meeting.language or not self._spelling.on:
            off = "" if self._spelling.on else _(" · spelling off")
            found.append(ChipLook(f"{facts.language.upper()}{off}", "outline"))
        return found


def _usual() -> tuple[FootHint, ...]:
    return (
        FootHint(_("save entry"), key_text("Return")),
        FootHint(_("new line"), key_text("Shift+Return")),
        FootHint(_("read-out"), key_text("Ctrl+H")),
        FootHint(_("type"), _("Alt+1–6")),
    )


def _suggested(found: Suggestions) -> tuple[FootHint, ...]:
    if not found.words:
        return (FootHint(_("Nothing is known that “{word}” may mean.").format(word=found.word)),)
    first, *others = found.words
    return (
        FootHint(first, key_text("Tab"), tone="sea", bold=True),
        FootHint(" · ".join(others), key_text("F7")) if others else FootHint(""),
    )
