"""What was kept elsewhere when the meeting file could not be written is offered at the next start, on whatever page is open."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from cmc_desk.clock import RehearsalClock
from cmc_desk.desk.rescue import Rescued, clear_rescued_of, rescued_of
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.desk_strip import OFFER_KEY
from cmc_desk.ui.frame import Frame
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.message_strip import Hint


class RescueOffer(QObject):
    """Says it in the strip with an act; once another message stands there, the key is told at the right until it is answered."""

    def __init__(self, context: Context, frame: Frame) -> None:
        super().__init__(frame)
        self._context = context
        self._frame = frame
        self._looked = False
        self.found: tuple[Rescued, ...] = ()
        self._key = QShortcut(QKeySequence(OFFER_KEY), frame)
        self._key.setAutoRepeat(False)
        self._key.setEnabled(False)
        self._key.activated.connect(self.take)
        frame.strip.act_asked.connect(self.take)
        context.rescued_settled.connect(self._on_settled)
        context.said.connect(self._on_said)

    def look(self) -> None:
        """Look once, when the window is there: later the newest file is this window's own."""
        if self._looked:
            return
        self._looked = True
        self._read()
        if not self.found:
            return
        who = ", ".join(sorted({one.author_in_words for one in self.found}))
        count = len(self.found)
        # Short: it stands beside what the strip always says, on the narrowest window.
        words = ngettext("{count} text was kept elsewhere", "{count} texts were kept elsewhere", count)
        told = f"{words.format(count=count)} · {who}"
        self._context.said.emit(Message("amber", told, act=_("Take over"), act_key=OFFER_KEY))

    def take(self) -> None:
        """Take what was offered into the notes; the page of the notes asks where a text is to go whose item was removed."""
        texts = self.found
        if not texts:
            return
        if take_texts(self._context, texts):
            return
        self._context.go("summaries")

    def _on_settled(self) -> None:
        if self.found:
            self._read()

    def _on_said(self, message: object) -> None:
        # Where the act stands in the strip the key stands beside it.
        stands = isinstance(message, Message) and message.act_key == OFFER_KEY
        hint = Hint(_("Take over texts kept elsewhere"), key=key_text(OFFER_KEY))
        self._frame.offer((hint,) if self.found and not stands else ())

    def _read(self) -> None:
        try:
            self.found = rescued_here(self._context)
        except Unavailable:
            self.found = ()
        self._key.setEnabled(bool(self.found))
        if not self.found:
            self._frame.offer(())


def rescued_here(context: Context) -> tuple[Rescued, ...]:
    """Return what was rescued of this meeting on this computer; nothing in a rehearsal, whose copy is thrown away."""
    if isinstance(context.desk.clock, RehearsalClock):
        return ()
    return rescued_of(context.desk)


def rescued_words(texts: Sequence[Rescued]) -> str:
    """Say how many texts were kept elsewhere."""
    words = ngettext(
        "{count} text was kept elsewhere when the meeting file could not be written",
        "{count} texts were kept elsewhere when the meeting file could not be written",
        len(texts),
    )
    return words.format(count=len(texts))


def take_texts(context: Context, texts: Sequence[Rescued], *, item: str = "") -> bool:
    """Take texts into the notes, say so, and clear away these and no others; return whether it could be."""
    # Loaded here: taking a text in may make a proposal of it, and no start waits for all that belongs to drafts.
    from cmc_desk.desk.rescue_taking import take_rescued

    if context.attempt(take_rescued, texts=tuple(texts), item=item) is None:
        return False
    settle_texts(context, texts, taken=True)
    words = ngettext("{count} text is in the notes now.", "{count} texts are in the notes now.", len(texts))
    context.say("notice", words.format(count=len(texts)))
    return True


def settle_texts(context: Context, texts: Sequence[Rescued], *, taken: bool) -> None:
    """Clear away what was taken, or set aside what is not wanted, and let everybody know who offers it."""
    clear_rescued_of(context.desk, texts, taken=taken)
    context.rescued_settled.emit()
