"""What the verb of the list of speakers does: each act runs a command or asks for a fact, and says what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from cmc_desk.cli.floor_asked import HOSTS, KINDS, Asked, waiting_statements
from cmc_desk.cli.floor_told import seconds, stands
from cmc_desk.cli.floor_words import (
    draw_words,
    end_words,
    fair_words,
    list_words,
    live_words,
    plan_words,
    record_words,
    turn_words,
)
from cmc_desk.cli.told import Told
from cmc_desk.desk import floor, floor_list, floor_roll, floor_topics
from cmc_desk.desk.floor import NextSpeaker
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.floor_report import fair_floor_now, floor_record
from cmc_desk.desk.floor_scene import names_of
from cmc_desk.desk.floor_view import floor_view, live_of, slots_of
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.floor_defaults import CHANGEOVER
from cmc_desk.rules.floor_kinds import FloorAct, SpeechKind
from cmc_desk.rules.floor_planner import Slot, end_for, limit_for
from cmc_desk.rules.floor_turns import AT_ONCE
from cmc_desk.rules.floor_window import window_of
from cmc_desk.rules.instants import moved
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.roll_call import ROLL_LANGUAGES
from cmc_desk.rules.typed_lengths import limit_text, parse_change, parse_limit


def _list(asked: Asked) -> Told:
    view = asked.desk.read(floor_view, topic=asked.listed, now=asked.now, back=asked.at is not None)
    return Told(view, list_words(view))


def _new(asked: Asked) -> Told:
    asked.refuse_time()
    key = asked.desk.do(
        floor_topics.put_topic,
        title=" ".join(asked.what),
        changeover=seconds(asked.changeover),
        limits=None,
        items=list(asked.item),
    )
    return Told(key, _("The list is called {key}: add delegations to it.").format(key=key))


def _add(asked: Asked) -> Told:
    if not asked.delegations:
        raise Refusal(_("Which delegation? Name it by its code or its name."), field="what")
    if len(asked.delegations) > 1:
        if asked.kind not in (None, "statement") or asked.again or asked.limit or asked.words:
            raise Refusal(_("What is said of one statement is said of one delegation at a time."), field="what")
        new = asked.desk.do(floor_list.inscribe_many, topic=asked.listed, delegations=asked.delegations, at=asked.told)
        words = ngettext("{number} delegation was added.", "{number} delegations were added.", len(new))
        return Told(new, words.format(number=len(new)))
    entry = asked.desk.do(
        floor_list.inscribe,
        topic=asked.listed,
        delegation=asked.delegations[0],
        kind=KINDS[asked.kind or "statement"],
        limit=seconds(asked.limit),
        words=asked.words,
        again=asked.again,
        note=asked.reason,
        at=asked.told,
    )
    return Told(entry, stands(asked, entry))


def _next(asked: Asked) -> Told:
    turn = asked.desk.do(floor.next_speaker, topic=asked.listed, at=asked.told)
    return Told(turn, _turn(asked, turn))


def _start(asked: Asked) -> Told:
    turn = asked.desk.do(floor.start_speech, entry=asked.entry(FloorAct.START), at=asked.told)
    return Told(turn, _turn(asked, turn))


def _end(asked: Asked) -> Told:
    turn = asked.desk.do(floor.end_speech, entry=asked.entry(FloorAct.END), at=asked.told)
    return Told(turn, _turn(asked, turn))


def _withdraw(asked: Asked) -> Told:
    entry = asked.entry(FloorAct.WITHDRAW)
    asked.desk.do(floor.withdraw, entry=entry, at=asked.told, reason=asked.reason)
    return Told(entry, stands(asked, entry))


def _simple(command: Callable[..., str], act: FloorAct, asked: Asked) -> Told:
    entry = asked.entry(act)
    asked.desk.do(command, entry=entry, at=asked.told)
    return Told(entry, stands(asked, entry))


def _time(asked: Asked) -> Told:
    asked.refuse_time()
    *_who, length = asked.what or ("",)
    change = parse_change(length, parse_limit)
    entry = _of_delegations(asked, asked.what[:-1]).entry(FloorAct.ADD)
    asked.desk.do(floor.add_speech_time, entry=entry, seconds=seconds(change) or 0, reason=asked.reason)
    speech = asked.scene.speech(entry)
    told = (
        _("{name} has {time} more: {whole} altogether.")
        if change > ZERO
        else _("{name} has {time} less: {whole} altogether.")
    )
    words = told.format(
        name=asked.scene.name(speech), time=limit_text(abs(change)), whole=limit_text(speech.limit + speech.added)
    )
    return Told(entry, words)


def _correct(asked: Asked) -> Told:
    words = {act.value: act for act in (FloorAct.START, FloorAct.PAUSE, FloorAct.RESUME, FloorAct.END)}
    *_who, what = asked.what or ("",)
    if what not in words or len(asked.what) < 2 or asked.told is None:
        raise Refusal(
            _(
                "Say of whom, what, when and why, such as: correct JM start --at “2019-12-05 12:03” --reason “pressed late”."
            ),
            field="what",
        )
    of_delegation = _of_delegations(asked, asked.what[:-1])
    code, events = of_delegation.delegations[0], asked.scene.facts.events
    entries = {one.key for one in asked.scene.facts.entries if one.delegation == code}
    event = next((one for one in reversed(events) if one.entry in entries and one.act is words[what]), None)
    if event is None:
        raise Refusal(_("Nothing of the kind was recorded, or it was undone."), field="what")
    made = asked.desk.do(floor.correct_speech, event=event.key, at=asked.told, reason=asked.reason)
    return Told(made, stands(asked, event.entry))


def _order(asked: Asked) -> Told:
    asked.refuse_time()
    if not asked.what:
        asked.desk.do(floor_list.order_by_request, topic=asked.listed)
        return _list(asked)
    scene = asked.scene
    entries = {one.entry.delegation: one.entry.key for one in waiting_statements(scene)}
    missing = [text for text, code in zip(asked.what, asked.delegations, strict=True) if code not in entries]
    if missing:
        raise Refusal(_("{name} does not wait on this list for a statement.").format(name=missing[0]), field="what")
    others = [one for one in scene.queue if one.kind is not SpeechKind.STATEMENT]
    keys = [
        *(one.key for one in others if one.kind in AT_ONCE),
        *(entries[code] for code in asked.delegations),
        *(one.key for one in others if one.kind not in AT_ONCE),
    ]
    asked.desk.do(floor_list.reorder, topic=asked.listed, entries=keys)
    return _list(asked)


def _draw(asked: Asked) -> Told:
    asked.refuse_time()
    language = asked.desk.read(meeting).language
    drawn = asked.desk.do(
        floor_roll.draw_roll,
        topic=asked.listed,
        language=asked.lang or (language if language in ROLL_LANGUAGES else "en"),
        delegation=next(iter(asked.delegations), ""),
        host=HOSTS[asked.host],
        witnesses=asked.witnesses,
    )
    return Told(drawn, draw_words(drawn, asked.desk.read(names_of)))


def _limit(asked: Asked) -> Told:
    if asked.what:
        asked.refuse_time()
        limit = parse_limit(" ".join(asked.what))
    else:
        limit = asked.desk.read(live_of, topic=asked.listed, now=asked.now, back=asked.at is not None).offered
        if not limit:
            raise Refusal(
                _("There is no time to share out, or nobody waits: give the limit, such as 3 or 2:45."), field="what"
            )
    number = asked.desk.do(floor_topics.set_limits, topic=asked.listed, seconds=seconds(limit), usual=not asked.what)
    words = ngettext(
        "{limit} each, for {number} delegation not yet called.",
        "{limit} each, for {number} delegations not yet called.",
        number,
    )
    return Told({"limit": limit, "waiting": number}, words.format(limit=limit_text(limit), number=number))


def _close(asked: Asked, *, closed: bool) -> Told:
    asked.refuse_time()
    asked.desk.do(floor_topics.close_list, topic=asked.listed, closed=closed)
    return Told(asked.listed, _("The list is closed.") if closed else _("The list is open."))


def _plan(asked: Asked) -> Told:
    if asked.limit is None and asked.count is None and asked.window is None and asked.changeover is None:
        view = asked.desk.read(floor_view, topic=asked.listed, now=asked.now, back=asked.at is not None)
        return Told(
            asked.desk.read(live_of, topic=asked.listed, now=asked.now, back=asked.at is not None), live_words(view)
        )
    zone = asked.desk.read(meeting).tzinfo
    slots = (Slot(asked.now, moved(asked.now, asked.window)),) if asked.window is not None else _slots(asked)
    count = asked.count or len(waiting_statements(asked.scene))
    changeover = _changeover(asked)
    if asked.limit is not None:
        plan = end_for(count, asked.limit, changeover, slots)
        return Told(plan, end_words(plan, count, asked.limit, zone))
    share = limit_for(count, window_of(slots), changeover)
    return Told(share, plan_words(share))


def _fair(asked: Asked) -> Told:
    fair = asked.desk.read(fair_floor_now, now=asked.now, topic=asked.topic and asked.listed, back=asked.at is not None)
    return Told(fair, fair_words(fair, asked.desk.read(names_of)))


def _record(asked: Asked) -> Told:
    record = asked.desk.read(floor_record, now=asked.now, topic=asked.topic and asked.listed, back=asked.at is not None)
    return Told(record, record_words(record, asked.desk.read(meeting).tzinfo, asked.now))


ACTS: Mapping[str, Callable[[Asked], Told]] = {
    "list": _list,
    "new": _new,
    "add": _add,
    "withdraw": _withdraw,
    "remove": _withdraw,
    "restore": partial(_simple, floor.restore, FloorAct.RESTORE),
    "next": _next,
    "call": partial(_simple, floor.call_speaker, FloorAct.CALL),
    "start": _start,
    "pause": partial(_simple, floor.pause_speech, FloorAct.PAUSE),
    "resume": partial(_simple, floor.resume_speech, FloorAct.RESUME),
    "end": _end,
    "absent": partial(_simple, floor.absent, FloorAct.ABSENT),
    "back": partial(_simple, floor.back, FloorAct.BACK),
    "written": partial(_simple, floor.in_writing, FloorAct.WRITTEN),
    "time": _time,
    "correct": _correct,
    "order": _order,
    "draw": _draw,
    "limit": _limit,
    "close": partial(_close, closed=True),
    "open": partial(_close, closed=False),
    "plan": _plan,
    "fair": _fair,
    "record": _record,
}


def _slots(asked: Asked) -> tuple[Slot, ...]:
    return slots_of(asked.desk.read(rundown), asked.listed, asked.now, back=asked.at is not None)


def _changeover(asked: Asked) -> timedelta:
    """Return what passes between two speakers: as it was said, as in the list, or as is usual where there is none yet."""
    if asked.changeover is not None:
        return asked.changeover
    return asked.scene.facts.topic.changeover if asked.desk.read(floors) else CHANGEOVER


def _of_delegations(asked: Asked, what: tuple[str, ...]) -> Asked:
    """Return what was asked without the length or the word that stands behind the delegations."""
    return replace(asked, what=what)


def _names(asked: Asked) -> dict[str, str]:
    """Return what the delegations of the entries are called, by entry."""
    scene = asked.scene
    return {one.key: scene.name(one) for one in scene.facts.entries}


def _turn(asked: Asked, turn: NextSpeaker) -> str:
    return turn_words(turn, _names(asked))
