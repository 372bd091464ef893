"""What the verb of the list of speakers says to people."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo

from cmc_desk.desk.floor import NextSpeaker
from cmc_desk.desk.floor_report import FloorRecord
from cmc_desk.desk.floor_roll import Drawn
from cmc_desk.desk.floor_view import FloorRow, FloorView
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.countdown import countdown_words, elapsed_words
from cmc_desk.rules.fair_floor import FairFloor
from cmc_desk.rules.floor import ON_THE_FLOOR, WAITING
from cmc_desk.rules.floor_kinds import SpeechKind
from cmc_desk.rules.floor_planner import EndPlan, Plan
from cmc_desk.rules.floor_words import LENGTH_WORDS, ORDER_WORDS, SPEECH_WORDS, STATE_WORDS
from cmc_desk.rules.instants import clock_words
from cmc_desk.rules.statement_length import Length
from cmc_desk.rules.typed_lengths import limit_text


def list_words(view: FloorView) -> str:
    """Return a list: who speaks and who waits with their clocks, and how long each can still have."""
    order = _(ORDER_WORDS[view.order])
    state = _("closed") if view.closed else _("open")
    head = f"{view.title} ({view.topic}) · {order} · {state}"
    return "\n".join((head, *(_row(row) for row in view.rows), live_words(view)))


def live_words(view: FloorView) -> str:
    """Return how many are left, how long there is, and what each can have."""
    minutes = (view.window - view.kept) // 60
    if not view.waiting or minutes <= 0:
        return ngettext("{number} left, {minutes} min.", "{number} left, {minutes} min.", view.waiting).format(
            number=view.waiting, minutes=max(0, minutes)
        )
    return ngettext(
        "{number} left, {minutes} min → {limit} each from now; {kept} min are kept for an exchange of views.",
        "{number} left, {minutes} min → {limit} each from now; {kept} min are kept for an exchange of views.",
        view.waiting,
    ).format(number=view.waiting, minutes=minutes, limit=_limit(view.each), kept=view.kept // 60)


def turn_words(turn: NextSpeaker, names: Mapping[str, str]) -> str:
    """Return who ended after how long, and who has the floor; `names` are those of entries."""
    ended = _("{name} ended after {time}.").format(
        name=names.get(turn.ended, ""), time=elapsed_words(timedelta(seconds=turn.spoken))
    )
    started = _("{name} has the floor.").format(name=names.get(turn.started, ""))
    return " ".join(words for words, key in ((ended, turn.ended), (started, turn.started)) if key)


def draw_words(drawn: Drawn, names: Mapping[str, str]) -> str:
    """Return on whom the lot fell, and how to count after."""
    name = names[drawn.delegation]
    if not drawn.among:
        return _("The roll begins with {name}, drawn in the room.").format(name=name)
    return _(
        "The lot fell on {name}: {number} counts round {count} delegations ({among}) to place {place}, counted from 0."
    ).format(
        name=name,
        number=drawn.number,
        count=len(drawn.among),
        among=", ".join(drawn.among),
        place=int(drawn.number) % len(drawn.among),
    )


def plan_words(plan: Plan) -> str:
    """Return how long each can have of a window."""
    return ngettext(
        "{number} delegation in {minutes} min → {limit} each ({handy} to announce).",
        "{number} delegations in {minutes} min → {limit} each ({handy} to announce).",
        plan.count,
    ).format(
        number=plan.count,
        minutes=plan.window // timedelta(minutes=1),
        limit=limit_text(plan.limit),
        handy=limit_text(plan.handy),
    )


def end_words(plan: EndPlan, count: int, limit: timedelta, zone: tzinfo) -> str:
    """Return when a list is through with a limit, and by how much that is too late."""
    ends = ngettext(
        "{number} delegation with {limit} is through at {time}.",
        "{number} delegations with {limit} each are through at {time}.",
        count,
    ).format(number=count, limit=limit_text(limit), time=f"{plan.ends.astimezone(zone):%Y-%m-%d %H:%M:%S}")
    if not plan.over:
        return ends
    late = _("That is {time} over: {number} fit.").format(time=elapsed_words(plan.over), number=plan.fit)
    return f"{ends} {late}"


def fair_words(fair: FairFloor, names: Mapping[str, str]) -> str:
    """Return who has had how much of the floor, by delegation, category, region and language, and who was not heard."""
    return "\n".join(_fair(fair, names))


def record_words(record: FloorRecord, zone: tzinfo, now: datetime) -> str:
    """Return who spoke when and for how long, list by list; what was on another day than `now` has its date."""
    return "\n".join(_record(record, zone, now))


def _fair(fair: FairFloor, names: Mapping[str, str]) -> Iterator[str]:
    yield _("Used altogether: {time}").format(time=elapsed_words(fair.used))
    for share in fair.shares:
        if share.total:
            over = _(" · {time} over").format(time=elapsed_words(share.overtime)) if share.overtime else ""
            statement = "" if share.heard else _(" · no statement")
            yield f"{elapsed_words(share.total):>8}  {names.get(share.delegation, share.delegation)}{statement}{over}"
    for title, groups in (
        (_("By category:"), fair.by_category),
        (_("By region:"), fair.by_region),
        (_("By language:"), fair.by_language),
    ):
        yield title
        for group in groups:
            yield _("{time}  {name}: {heard} of {members} heard, {share} % of the time").format(
                time=f"{elapsed_words(group.used):>8}",
                name=group.name or "–",
                heard=group.heard,
                members=group.members,
                share=round(100 * group.of_time),
            )
    missing = ", ".join(names.get(code, code) for code in fair.not_heard)
    yield _("No statement yet: {names}").format(names=missing or "–")


def _record(record: FloorRecord, zone: tzinfo, now: datetime) -> Iterator[str]:
    for one in record.lists:
        yield one.title
        for speech in one.speeches:
            when = _clocks(speech.started, speech.ended, zone, now)
            state = "" if speech.ended else _(STATE_WORDS[speech.state])
            over = _("{time} over").format(time=elapsed_words(speech.overtime)) if speech.overtime else ""
            kind = "" if speech.kind is SpeechKind.STATEMENT else _(SPEECH_WORDS[speech.kind])
            clock = elapsed_words(speech.spoken) if speech.started else ""
            parts = (record.names.get(speech.delegation, speech.delegation), kind, state, when, over)
            yield f"{speech.order or '':>4} {clock:>8}  {' · '.join(part for part in parts if part)}"


def _row(row: FloorRow) -> str:
    if row.state in ON_THE_FLOOR:
        clock = _("{time} left").format(time=countdown_words(timedelta(seconds=row.left)))
        if row.left < 0:
            clock = _("{time} over").format(time=countdown_words(timedelta(seconds=-row.left)))
    else:
        clock = elapsed_words(timedelta(seconds=row.spoken)) if row.started else _limit(row.limit)
    kind = "" if row.kind is SpeechKind.STATEMENT else _(SPEECH_WORDS[row.kind])
    here = "" if row.present or row.state not in WAITING else _("not registered as present")
    fits = _(LENGTH_WORDS[row.length]) if row.length not in (None, Length.FITS) and row.length else ""
    words = "" if row.words is None else ngettext("{number} word", "{number} words", row.words).format(number=row.words)
    statement = " ".join(part for part in (words, fits) if part)
    parts = (row.name, _(STATE_WORDS[row.state]), kind, clock, here, statement, row.note)
    return f"{row.place or '':>4}  {' · '.join(part for part in parts if part)}"


def _limit(seconds: int) -> str:
    return limit_text(timedelta(seconds=seconds))


def _clocks(started: datetime | None, ended: datetime | None, zone: tzinfo, now: datetime) -> str:
    if started is None:
        return ""
    begins = clock_words(started, now, zone)
    return f"{begins} – {clock_words(ended, started, zone)}" if ended is not None else begins
