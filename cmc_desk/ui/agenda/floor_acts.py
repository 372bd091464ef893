"""What the keys of the Run mode do to a list of speakers, and what is said of it."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject

from cmc_desk.desk import floor as floor_desk
from cmc_desk.desk import floor_list, floor_topics
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules import floor as floor_rules
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.floor_defaults import JUST_NOW
from cmc_desk.rules.floor_kinds import SpeakerState, Speech, SpeechKind
from cmc_desk.ui.agenda.doing import done, ended_at, ended_words
from cmc_desk.ui.agenda.words import speech_word
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import LiveFloor

_INTERRUPTING = frozenset({SpeechKind.POINT_OF_ORDER, SpeechKind.QUESTION})


class FloorActs(QObject):
    """Acts on the list that is shown, and on the entry that is chosen in it; without one, on whoever is meant most naturally."""

    def __init__(
        self, context: Context, floor: Callable[[], LiveFloor | None], chosen: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._floor = floor
        self._chosen = chosen

    def next(self) -> None:
        """End whoever speaks and give the floor to the next, at the same instant."""
        floor = self._here()
        outcome = done(self._context, floor_desk.next_speaker, topic=floor.key) if floor is not None else None
        if floor is None or outcome is None:
            return
        (turn,) = outcome
        ended = self._name(floor, turn.ended)
        spoken = elapsed_words(timedelta(seconds=turn.spoken))
        recorded = _("{name} recorded at {time}").format(name=ended, time=spoken) if ended else ""
        if turn.started:
            self._say(_("Has the floor: "), self._name(floor, turn.started), f" · {recorded}" if recorded else "")
        else:
            self._say(_("Nobody waits any more. "), "", recorded)

    def give_floor(self) -> None:
        """Give the floor to the chosen delegation."""
        if (speech := self.chosen_speech()) and done(
            self._context, floor_desk.start_speech, entry=speech.entry.key
        ) is not None:
            self._say(_("Has the floor: "), self._of(speech))

    def call(self) -> None:
        """Call the chosen delegation, or the next, to the floor; its clock does not run yet."""
        floor = self._here()
        if floor is None:
            return
        speech = self._speech() or next((one for one in floor.waiting if one.state is SpeakerState.INSCRIBED), None)
        if speech is None:
            self._refuse(_("Nobody waits."))
        elif done(self._context, floor_desk.call_speaker, entry=speech.entry.key) is not None:
            self._say(_("Called: "), self._of(speech))

    def absent(self) -> None:
        """Record that the chosen delegation, or whoever was called, is not in the room: it goes to the end of its category."""
        floor = self._here()
        if floor is None:
            return
        speech = self._speech() or self._missing(floor)
        if speech is None:
            self._refuse(_("Nobody waits."))
        elif done(self._context, floor_desk.absent, entry=speech.entry.key) is not None:
            self._say(_("Absent: "), self._of(speech), _(" · to the end of its category"))

    def pause_or_resume(self) -> None:
        """Stop the clock of whoever speaks, or let it go on; a pause is not charged."""
        floor = self._here()
        if floor is None:
            return
        # Where nobody has the floor, the speech that ended last goes on: it was ended by mistake.
        speech = floor.current or floor_rules.newest_end(floor.speeches)
        if speech is None:
            self._refuse(_("Nobody has the floor."))
        elif speech.state in (SpeakerState.PAUSED, SpeakerState.DONE):
            if done(self._context, floor_desk.resume_speech, entry=speech.entry.key) is not None:
                self._say(_("Goes on: "), self._of(speech))
        elif done(self._context, floor_desk.pause_speech, entry=speech.entry.key) is not None:
            self._say(_("Paused: "), self._of(speech))

    def end(self) -> None:
        """End whoever speaks and give the floor to nobody; whom nobody ended in time ends when something was recorded last."""
        floor = self._here()
        if floor is None:
            return
        if floor.current is None:
            self._refuse(_("Nobody has the floor."))
            return
        at = ended_at(self._context)
        if done(self._context, floor_desk.end_speech, entry=floor.current.entry.key, at=at) is not None:
            self._say(_("Ended: "), self._of(floor.current), ended_words(self._context, at))

    def more_time(self, seconds: int) -> None:
        """Give whoever speaks, or the chosen delegation, more time."""
        floor = self._here()
        speech = self._speech() or (floor.current if floor is not None else None)
        if floor is None:
            return
        if speech is None:
            self._refuse(_("Nobody has the floor."))
        elif done(self._context, floor_desk.add_speech_time, entry=speech.entry.key, seconds=seconds) is not None:
            self._say(_("+{number} s: ").format(number=seconds), self._of(speech))

    def withdraw(self) -> None:
        """Record that the chosen delegation does not want to speak any more; its entry stays on record."""
        if (speech := self.chosen_speech()) and done(
            self._context, floor_desk.withdraw, entry=speech.entry.key
        ) is not None:
            self._say(_("Withdrawn: "), self._of(speech))

    def in_writing(self) -> None:
        """Record that the chosen delegation has handed its statement in: it counts as heard."""
        if (speech := self.chosen_speech()) and done(
            self._context, floor_desk.in_writing, entry=speech.entry.key
        ) is not None:
            self._say(_("In writing: "), self._of(speech))

    def restore(self) -> None:
        """Put the chosen delegation back among those who wait: one that was absent, withdrew, or wrote."""
        speech = self.chosen_speech()
        if speech is None:
            return
        away = speech.state in (SpeakerState.ABSENT, SpeakerState.CALLED)
        command = floor_desk.back if away else floor_desk.restore
        if done(self._context, command, entry=speech.entry.key) is not None:
            self._say(_("Waits again: "), self._of(speech))

    def move(self, by: int) -> None:
        """Move the chosen delegation up or down among those who wait."""
        if (speech := self.chosen_speech()) and done(
            self._context, floor_list.move_entry, entry=speech.entry.key, by=by
        ) is not None:
            self._say(_("Moved: "), self._of(speech))

    def set_limit(self, limit: timedelta) -> None:
        """Give those not yet called this limit."""
        floor = self._here()
        if floor is not None and limit:
            seconds = int(limit.total_seconds())
            if done(self._context, floor_topics.set_limits, topic=floor.key, seconds=seconds, usual=True) is not None:
                self._say(_("Limit: "), elapsed_words(limit), _(" for those not yet called"))

    def add(self, delegation: str, kind: SpeechKind, *, again: bool = False) -> None:
        """Put a delegation on the list, once more if it was heard already; a point of order or a question has the floor at once."""
        floor = self._here()
        if floor is None:
            return
        outcome = done(
            self._context, floor_list.inscribe, topic=floor.key, delegation=delegation, kind=kind, again=again
        )
        if outcome is None:
            return
        name = self._context.facts.delegation_name(delegation)
        if kind is SpeechKind.STATEMENT:
            self._say(_("On the list: "), name)
        elif kind not in _INTERRUPTING or done(self._context, floor_desk.start_speech, entry=outcome[0]) is None:
            self._say(_("{field}: ").format(field=speech_word(kind)), name)
        else:
            before = self._of(floor.current) if floor.current is not None else ""
            kept = _(" · {name} is paused").format(name=before) if before else ""
            self._say(_("{field}: ").format(field=speech_word(kind)), name, kept)

    def add_all(self, delegations: Sequence[str]) -> None:
        """Put several delegations on the list."""
        floor = self._here()
        if floor is not None and done(
            self._context, floor_list.inscribe_many, topic=floor.key, delegations=list(delegations)
        ):
            words = ngettext("{number} delegation", "{number} delegations", len(delegations))
            self._say(_("On the list: "), words.format(number=len(delegations)))

    def _here(self) -> LiveFloor | None:
        floor = self._floor()
        if floor is None:
            self._refuse(_("No list of speakers belongs to what runs: make one in the plan (E)."))
        return floor

    def _speech(self) -> Speech | None:
        floor, key = self._floor(), self._chosen()
        if floor is None or not key:
            return None
        return next((speech for speech in floor.speeches if speech.entry.key == key), None)

    def chosen_speech(self) -> Speech | None:
        if self._here() is None:
            return None
        speech = self._speech()
        if speech is None:
            self._choose_first()
        return speech

    def _missing(self, floor: LiveFloor) -> Speech | None:
        called = next((one for one in floor.waiting if one.state is SpeakerState.CALLED), None)
        if called is not None:
            return called
        current = floor.current
        if (
            current is not None
            and floor_rules.spoken(current, self._context.live.at(self._context.now()).now) < JUST_NOW
        ):
            return current
        return next((one for one in floor.waiting if one.state is SpeakerState.INSCRIBED), None)

    def _choose_first(self) -> None:
        self._refuse(_("Choose a delegation with the arrows first."))

    def _of(self, speech: Speech) -> str:
        return self._context.facts.delegation_name(speech.entry.delegation)

    def _name(self, floor: LiveFloor, entry: str) -> str:
        found = next((one for one in floor.facts.entries if one.key == entry), None)
        return self._context.facts.delegation_name(found.delegation) if found is not None else ""

    def _refuse(self, sentence: str) -> None:
        self._context.say("amber", _("Nothing changed: "), sentence)

    def _say(self, before: str, bold: str, after: str = "") -> None:
        self._context.say("notice", before, bold, after, undo=True)
