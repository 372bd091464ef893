"""What helps while typing: prefixes that vanish, Tab, the time, and Esc or Ctrl+Z right after, which restore what was typed."""

from collections import deque
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from cmc_desk.rules.note_prefixes import read_line, vanishing
from cmc_desk.rules.notes import Written
from cmc_desk.rules.snippets import Surroundings, expand
from cmc_desk.rules.speaker_completion import Speaker
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.composing import Composing
from cmc_desk.ui.summaries.note_editor import NoteEditor
from cmc_desk.ui.summaries.offers import TO_BE_DONE, Offer, Spot, offer_at
from cmc_desk.ui.summaries.vocabulary import Vocabulary

_RECENT = 12


@dataclass(slots=True)
class _Step:
    """A help that was taken: how deep undo was before it, what it changed of the facts, and the text it left."""

    depth: int
    before: dict[str, Any]
    after: dict[str, Any]
    stamp: int
    prefix: bool = False
    again: Offer | None = None
    undone: bool = False


class Aids(QObject):
    """`offered` says that Tab takes something else now."""

    offered = Signal()

    def __init__(
        self,
        context: Context,
        editor: NoteEditor,
        composing: Composing,
        vocabulary: Vocabulary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._editor = editor
        self._composing = composing
        self._vocabulary = vocabulary
        self._steps: list[_Step] = []
        self._recent: deque[str] = deque(maxlen=_RECENT)
        self._literal = False
        self._dismissed = False
        self.offer: Offer | None = None
        self.phrases: tuple[str, ...] = ()
        editor.keyed.connect(self._on_keyed)
        editor.cursorPositionChanged.connect(self._on_moved)
        editor.undone.connect(self._on_undone)
        editor.branched.connect(self._forget_undone)
        composing.begun.connect(self._on_begun)

    def tab(self) -> bool:
        """Take what is offered, or the next speaker if Tab has just taken one; return whether there was anything."""
        last = self._last()
        if last is not None and last.again is not None:
            self.restore()
            self._take(last.again)
            return True
        if self.offer is None:
            return False
        self._take(self.offer)
        return True

    def escape(self) -> bool:
        """Restore what was typed before the help that came last, or offer nothing here any more; return whether there was either."""
        if self.restore():
            return True
        if self.offer is not None:
            self._dismissed = True
            self._look()
            return True
        return False

    def can_tab(self) -> bool:
        """Say whether Tab does anything here."""
        last = self._last()
        return self.offer is not None or (last is not None and last.again is not None)

    def can_escape(self) -> bool:
        """Say whether Esc does anything here."""
        return self.offer is not None or self._last() is not None

    def restore(self) -> bool:
        """Take back the help that came last, if nothing was typed since."""
        last = self._last()
        if last is None:
            return False
        self._literal = self._literal or last.prefix
        self._editor.undo()
        self._on_undone()
        return True

    def insert_time(self) -> None:
        """Put the time of the meeting where the cursor stands."""
        self._editor.put(self._context.facts.clock(self._context.now()))

    def name_speaker(self) -> None:
        """Begin to name another speaker, at the beginning of the text."""
        self._editor.put("@", start=0)
        self._look()

    def as_filed(self) -> Written:
        """Return the entry as it is filed: what its text says about itself has become its facts."""
        written = self._composing.written()
        if self._literal:
            return written
        typed = read_line(
            written.text,
            speakers=self._vocabulary.speakers,
            documents=self._vocabulary.documents,
            today=self._context.facts.meeting.local(self._context.now()).date(),
            kind=written.kind,
        )
        found: dict[str, Any] = {"text": typed.rest}
        if typed.kind is not None:
            found["kind"] = typed.kind
        if typed.speaker is not None:
            found |= {
                "delegation": typed.speaker.delegation,
                "participant": typed.speaker.participant,
                "unknown": False,
            }
        elif typed.unknown:
            found |= {"delegation": "", "participant": "", "unknown": True}
        for name in ("assignee", "due", "document", "provision"):
            if getattr(typed, name):
                found[name] = getattr(typed, name)
        return replace(written, highlighted=written.highlighted or typed.highlighted, **found)

    def spoke(self, key: str) -> None:
        """Remember who was named last."""
        if key:
            if key in self._recent:
                self._recent.remove(key)
            self._recent.appendleft(key)

    def _take(self, offer: Offer) -> None:
        end = self._editor.textCursor().position()
        start = end - len(_typed(self._editor.before_cursor(), offer.letters).encode("utf-16-le")) // 2
        if offer.snippet is not None:
            around = self._around(offer.snippet.language)
            expanded = expand(offer.snippet, around)
            self._put(expanded.text, start, end)
            if expanded.missing:
                first, last = expanded.missing[0]
                self._editor.choose(start + first, start + last)
        elif offer.words:
            self._put(offer.words, end, end)
        elif offer.unknown:
            self._put("", start, end, delegation="", participant="", unknown=True)
        elif offer.acts:
            self._put(f"@{_handle(offer.speakers[0])} ", start, end, again=_turned(offer))
        else:
            who = offer.speakers[0]
            again = _turned(offer)
            self._put(
                "", start, end, again=again, delegation=who.delegation, participant=who.participant, unknown=False
            )

    def _put(
        self, text: str, start: int, end: int, *, prefix: bool = False, again: Offer | None = None, **facts: Any
    ) -> None:
        before = {name: getattr(self._composing.facts, name) for name in facts}
        depth = self._editor.document().availableUndoSteps()
        self._editor.put(text, start=start, end=end)
        self._composing.change(**facts)
        self._steps = [step for step in self._steps if step.depth < depth]
        self._steps.append(_Step(depth, before, facts, self._editor.stamp(), prefix, again))
        self._look()

    def _last(self) -> _Step | None:
        return self._steps[-1] if self._steps and self._steps[-1].stamp == self._editor.stamp() else None

    def _around(self, language: str) -> Surroundings:
        facts, context = self._composing.facts, self._context
        who = self._vocabulary.speaker(facts.delegation) or self._vocabulary.speaker("", facts.participant)
        item = next((one.title for one in context.facts.agenda if one.id == self._composing.item), "")
        return Surroundings(
            speaker=who.called(language) if who is not None else "",
            item=item,
            doc=self._vocabulary.title_of(facts.document),
            para=facts.provision,
            time=context.facts.clock(context.now()),
        )

    def _look(self) -> None:
        self.offer = None if self._dismissed else self._found()
        self._editor.set_ghost(self.offer.ghost if self.offer is not None else "")
        self.offered.emit()

    def _found(self) -> Offer | None:
        editor, facts = self._editor, self._composing.facts
        cursor = editor.textCursor()
        if cursor.hasSelection():
            return None
        before = editor.before_cursor()
        spot = Spot(
            before=before,
            first=cursor.blockNumber() == 0,
            alone=cursor.blockNumber() == 0 and cursor.atEnd(),
            at_end=cursor.atBlockEnd(),
        )
        return offer_at(
            spot,
            kind=facts.kind,
            snippets=self._vocabulary.snippets(facts.language),
            speakers=self._vocabulary.speakers,
            recent=tuple(self._recent),
            phrases=self.phrases,
        )

    def _forget_undone(self) -> None:
        """Forget what was taken back: once something else is typed, nothing leads forward to it."""
        self._steps = [step for step in self._steps if not step.undone]

    def _on_keyed(self) -> None:
        # Letters that Qt joins to the step before begin no new one.
        self._forget_undone()
        self._dismissed = False
        if self._editor.is_empty():
            self._literal = False
        elif not self._literal:
            self._vanish()
        self._look()

    def _vanish(self) -> None:
        """Let a prefix go that has just been completed by a blank."""
        cursor = self._editor.textCursor()
        if cursor.blockNumber() != 0:
            return
        before = self._editor.before_cursor()
        typed = vanishing(before) if before[-1:] in " \t" else None
        if typed is None or typed.rest:
            return
        facts: dict[str, Any] = {}
        if typed.kind is not None:
            facts["kind"] = typed.kind
        if typed.highlighted:
            facts["highlighted"] = True
        if typed.unknown:
            facts |= {"delegation": "", "participant": "", "unknown": True}
        self._put("", 0, cursor.position(), prefix=True, **facts)

    def _on_moved(self) -> None:
        if self.offer is not None:
            self._look()

    def _on_begun(self) -> None:
        self._steps.clear()
        # What stands in the list has no prefixes any more; who is to do it and until when can still be typed.
        self._literal = self._composing.editing and self._composing.facts.kind not in TO_BE_DONE
        self._dismissed = False
        self._look()

    def _on_undone(self) -> None:
        """Let the facts go back with the text, and forward with it."""
        depth = self._editor.document().availableUndoSteps()
        for step in reversed(self._steps):
            if step.depth >= depth and not step.undone:
                step.undone = True
                self._composing.change(**step.before)
        for step in self._steps:
            if step.depth < depth and step.undone:
                step.undone = False
                self._composing.change(**step.after)
        self._look()


def _typed(before: str, letters: int) -> str:
    return before[len(before) - letters :]


def _turned(offer: Offer) -> Offer:
    """Return the same letters with the next speaker first."""
    return replace(offer, speakers=(*offer.speakers[1:], offer.speakers[0]))


def _handle(who: Speaker) -> str:
    return f'"{who.name}"' if who.participant else who.delegation
