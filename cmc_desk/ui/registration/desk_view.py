"""The desk: whoever is scanned, typed or chosen is shown, and Enter does the one obvious thing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.desk import attendance, people
from cmc_desk.desk.counters import desk_state, last_scans
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sheet_code import parse_sheet
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.log_list import LogRow
from cmc_desk.ui.registration import card_acts, counting
from cmc_desk.ui.registration.answers import is_code, say_answer, sound_of
from cmc_desk.ui.registration.card_look import state_of_card
from cmc_desk.ui.registration.card_pane import CardPane
from cmc_desk.ui.registration.card_print import CardPrint
from cmc_desk.ui.registration.card_shown import show_on
from cmc_desk.ui.registration.finding import FOLLOWS_MS, SEEN_AT_ONCE, first_rows, show_found
from cmc_desk.ui.registration.note_taker import NoteTaker
from cmc_desk.ui.registration.rows import act_row, missing_rows
from cmc_desk.ui.registration.search_pane import SearchPane
from cmc_desk.ui.registration.side_pane import SidePane
from cmc_desk.ui.sound import play
from cmc_desk.ui.timers import after_rest, every

_AGES_MS = 15_000  # The elapsed times and the bars grow old by themselves.
SHOWN_ACTS = 30


class DeskView(Page):
    """Search, card and counters; `asked` names another view that the user wants, with what it is to show."""

    asked = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # What a check-in counts for, as commands take it.
        self.choice = attendance.REGISTRATION
        self._card: people.Card | None = None
        self._answer: attendance.Answer | None = None
        # Whom Enter has dealt with already: a second Enter on the same card does nothing.
        self._spent = ""
        self.search = SearchPane(self)
        self.card = CardPane(self)
        self.side = SidePane(self)
        self.prints = CardPrint(context, self.card, self)
        self.notes = NoteTaker(context, self.card.note_row, self)
        self.setFocusProxy(self.search)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for pane, stretch in ((self.search, 0), (self.card, 1), (self.side, 0)):
            row.addWidget(pane, stretch)
        self._timer = every(_AGES_MS, self._on_timer, self)
        self._timer.start()
        self.follow = after_rest(FOLLOWS_MS, self._on_follow, self)
        self._connect()

    def shown_person(self) -> str:
        """Return the identifier of the person whose card is shown; empty if nobody's is."""
        return self._card.id if self._card is not None else ""

    def searched_in_vain(self) -> str:
        """Return what was typed if nobody is called so: the walk-in begins with it."""
        return "" if self.search.current() or self.shown_person() else self.search.text()

    def focus_field(self) -> None:
        """Put the cursor into the field, unless a note is being typed or a reason asked for."""
        if not (self.card.note_row.is_busy() or self.card.reprint.is_open()):
            self.search.field.edit.setFocus()

    def open_at(self, what: object) -> None:
        if isinstance(what, str) and what:
            self._forget()
            self._free_field()
            self._show(what)
            self.focus_field()

    def take_code(self, code: str) -> None:
        """Check in whoever has the code that was scanned, and show what came of it."""
        self._show_if(self.context.late_scans.take(code, session=self.choice))

    def check_in(self, participant: str) -> None:
        """Check in somebody who was found by name."""
        done = self.context.attempt(attendance.check_in, participant=participant, session=self.choice, via="name")
        self._show_if(done)

    def show_answer(self, answer: attendance.Answer) -> None:
        """Show, say and sound what an act came to; the field is free for the next person."""
        self._answer, self._spent = answer, answer.participant or ""
        if answer.participant:
            self._show(answer.participant)
        else:
            self._card = None
            self.card.show_answer(answer)
        play(sound_of(answer, noted=self._card is not None and bool(self._card.notes)))
        say_answer(self.context, answer)
        if answer.verdict is attendance.Verdict.ALREADY_IN and self.search.text():
            self.search.select_all()
        else:
            self._free_field()
        self.focus_field()

    def remember(self, answer: attendance.Answer) -> None:
        """Have the card of somebody ready who was scanned while another page was open, unless somebody is being looked for."""
        if answer.participant and not self.search.text():
            self._answer, self._spent = answer, answer.participant
            self._show(answer.participant)

    def reload(self, tables: frozenset[str]) -> None:
        del tables  # an arrival alone changes the list, the card, the counters and the acts
        now, facts = self.context.now(), self.context.facts
        self.search.set_choices(counting.choices(facts, now), self.choice)
        self.search.set_counts(self.context.desk.read(people.count_people, day=self._day()))
        self._find(first=False, limit=first_rows(self.search, self.follow))
        self._reload_side()
        if self._card is not None:
            self._show(self._card.id)

    def _day(self) -> tuple[str, ...]:
        return counting.shown(self.context.facts, self.choice, self.context.now())

    def _find(self, *, first: bool, limit: int = people.PAGE) -> int:
        return show_found(self.context, self.search, day=self._day(), first=first, limit=limit)

    def _show(self, participant: str) -> None:
        context = self.context
        try:
            card = context.desk.read(people.card, participant=participant, day=self._day())
        except Refusal:
            # A walk-in that was undone, or a person somebody else has taken out.
            self._forget()
            self.card.show_nobody("")
            return
        self._card = card
        self.prints.show_card(card)
        answer = self._answer if self._answer is not None and self._answer.participant == card.id else None
        show_on(self.card, context, card, answer)

    def _free_field(self) -> None:
        self.search.empty()
        self._find(first=False)
        self.search.choose_nobody()

    def _forget(self) -> None:
        self._card, self._answer, self._spent = None, None, ""
        self.prints.forget()

    def _reload_side(self) -> None:
        now, facts = self.context.now(), self.context.facts
        self.search.warn_of_day(counting.stray(facts, self.choice, now))
        state = self.context.desk.read(desk_state, day=facts.day_now(now), now=now, scans=SHOWN_ACTS)
        scans = tuple(act_row(facts, scan, now, newest=place == 0) for place, scan in enumerate(state.scans))
        self.side.show_state(state, scans, missing_rows(facts, state.counts), facts)

    def _on_text(self, text: str) -> None:
        self._forget()
        if not text.strip():
            self.follow.stop()
            self._find(first=False)
            self.search.choose_nobody()
            self.card.show_nobody(text)
            return
        # What can be seen of the list is painted first; the rest of it and the card follow when the fingers rest.
        self.follow.start(FOLLOWS_MS)
        if not self._find(first=True, limit=SEEN_AT_ONCE):
            self.follow.stop()
            self.card.show_nobody(text)

    def _on_follow(self) -> None:
        self.follow.stop()
        if self.window().isVisible():  # It may be closed while the fingers rest, and its meeting with it.
            self._find(first=False)
            if self._card is None and (key := self.search.current()):
                self._show(key)

    def _on_chosen(self, row: object) -> None:
        key = self.search.current()
        if row is not None and key and key != self.shown_person() and not self.follow.isActive():
            self._forget()
            self._show(key)

    def _on_enter(self) -> None:
        text, chosen = self.search.text(), self.search.current()
        if (sheet := parse_sheet(text)) is not None:
            # Typed by hand from below the code of the sheet.
            self.search.empty()
            self.asked.emit("sheet", sheet)
            return
        if is_code(text, anybody=bool(chosen)):
            self._show_if(self.context.attempt(attendance.check_in, code=text, session=self.choice, via="typed"))
            return
        participant = chosen or self.shown_person()
        if not participant:
            if text.strip():
                play("refused")
                self.context.say("amber", _("Nobody found for "), text.strip(), _(". Ctrl+N registers a walk-in."))
            return
        if participant == self._spent:
            return
        looked_at = self._card is not None and state_of_card(self._card) not in ("expected", "left")
        if not text.strip() and looked_at:
            # Somebody who is only looked at in the list was not asked for.
            return
        self.check_in(participant)

    def _show_if(self, answer: attendance.Answer | None) -> None:
        if answer is not None:
            self.show_answer(answer)

    def _on_next(self) -> None:
        self._forget()
        self._free_field()
        self.card.show_nobody("")
        self.focus_field()

    def _on_view(self, view: str, _checked: object = None) -> None:
        self.asked.emit(view, None)

    def _on_act(self, act: card_acts.Act, dealt_with: bool, _checked: object = None) -> None:  # noqa: FBT001 - a slot made by `partial`
        if self._card is not None and act(self.context, self._card, self.choice):
            self._answer = None
            self._spent = self._card.id if dealt_with else ""
            self._show(self._card.id)
            self.focus_field()

    def _on_successor(self) -> None:
        if self._card is not None:
            self.open_at(self._card.replaced_by)

    def _on_note(self) -> None:
        self.notes.begin(self._card)

    def _on_edit(self) -> None:
        if self._card is not None:
            self.asked.emit("person", self._card.id)

    def _on_filter(self, _key: str) -> None:
        self._find(first=bool(self.search.text().strip()))
        self.focus_field()

    def _on_counting(self, key: str) -> None:
        self.choice = key
        self._answer, self._spent = None, ""
        self.reload(frozenset({"*"}))

    def _on_scan_taken(self, row: object) -> None:
        if isinstance(row, LogRow):
            state = self.context.desk.read(last_scans, limit=SHOWN_ACTS)
            self.open_at(next((scan.participant for scan in state if scan.id == row.key), ""))

    def _on_missing_taken(self, row: object) -> None:
        if isinstance(row, LogRow):
            self.search.field.set_text(self.context.facts.delegation_name(str(row.key)))
            self.focus_field()

    def _on_timer(self) -> None:
        if self.isVisible():
            self._reload_side()
            if self._card is not None:
                self._show(self._card.id)

    def _connect(self) -> None:
        search, card, side = self.search, self.card, self.side
        search.text_changed.connect(self._on_text)
        search.entered.connect(self._on_enter)
        search.chosen.connect(self._on_chosen)
        search.filter_chosen.connect(self._on_filter)
        search.counting_chosen.connect(self._on_counting)
        card.note_row.left.connect(self.focus_field)
        self.prints.left.connect(self.focus_field)
        card.answer.cleared.connect(self._on_next)
        side.scanned.taken.connect(self._on_scan_taken)
        side.missing.taken.connect(self._on_missing_taken)
        card.check_in.clicked.connect(self._on_enter)
        card.successor.clicked.connect(self._on_successor)
        card.note.clicked.connect(self._on_note)
        card.edit.clicked.connect(self._on_edit)
        card.next.clicked.connect(self._on_next)
        for button, act, dealt_with in (
            (card.undo, card_acts.take_back, False),
            (card.leave, card_acts.mark_left, True),
            (card.whole, card_acts.mark_delegation, True),
            (card.done, card_acts.finish_note, False),
            (card.credentials.verify, card_acts.verify, False),
            (card.reinstate, card_acts.reinstate, False),
        ):
            button.clicked.connect(partial(self._on_act, act, dealt_with))
        for button, view in (
            (search.walk_in, "walk-in"),
            (side.register, "new"),
            (side.bring_in, "import"),
            (side.attendance, "attendance"),
            (side.badges, "badges"),
        ):
            button.clicked.connect(partial(self._on_view, view))
