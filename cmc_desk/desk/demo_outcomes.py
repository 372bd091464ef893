"""What comes of the demo meeting beside its drafts: summaries that were read out, speakers who are known by now, and recommendations."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache, partial
from typing import Any

from cmc_desk.desk import approval, notes, readouts
from cmc_desk.desk.demo_notes import FIRST
from cmc_desk.desk.demo_play import Play
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.recommendations import put_recommendation, recommendations
from cmc_desk.resource import resource
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.recommendation_words import LANGUAGES

_SHEET = "cmc-2019-outcomes.toml"
Facts = dict[str, Any]
_Timed = tuple[datetime, Callable[[Desk], object]]


def plan_outcomes(play: Play, number: int) -> None:
    """Let the rapporteurs do on a day of the meeting what a report needs beside notes and drafts."""
    facts = play.desk.read(meeting)
    for at, act in _acts():
        if at.date() == facts.days[number]:
            play.at(at.replace(tzinfo=facts.tzinfo), FIRST, partial(act, play.desk))


@cache
def _acts() -> tuple[_Timed, ...]:
    told = tomllib.loads(resource("documents", _SHEET).read_text(encoding="utf-8"))
    return tuple(_told(told))


def _told(told: Facts) -> Iterator[_Timed]:
    act: Callable[..., None]
    decide: Callable[..., None]
    for key, act in (("speakers", _name), ("marked", _mark), ("rewritten", _rewrite), ("done", _done)):
        yield from ((one["at"], partial(act, facts=one)) for one in told[key])
    for one in told["readouts"]:
        yield one["spoken"], partial(_read_out, key=one["key"])
        yield one["final"], partial(_finish, key=one["key"])
    for number, one in enumerate(told["recommendations"], 1):
        yield one["at"], partial(_recommend, facts=one)
        for decided, decide in (("approved", _approve), ("amended", _amend), ("deferred", _defer)):
            if decided in one:
                yield one[decided], partial(decide, number=number, facts=one)


def _name(desk: Desk, *, facts: Facts) -> None:
    unknown = tuple(one.key for one in desk.read(notes_of, item=facts["item"]) if one.written.unknown)
    desk.do(notes.fix_speakers, entries=unknown, delegation=facts["delegation"])


def _mark(desk: Desk, *, facts: Facts) -> None:
    desk.do(notes.set_highlight, entry=_entry(desk, facts), on=True)


def _done(desk: Desk, *, facts: Facts) -> None:
    desk.do(notes.close_action, entry=_entry(desk, facts), closed=True)


def _read_out(desk: Desk, *, key: str) -> None:
    desk.do(readouts.mark_spoken, readout=key)


def _finish(desk: Desk, *, key: str) -> None:
    desk.do(readouts.issue_readout, readout=key, status=SummaryStatus.FINAL)


def _rewrite(desk: Desk, *, facts: Facts) -> None:
    standing = desk.read(readouts.readout, key=facts["readout"]).lines
    for one in facts["lines"]:
        (line,) = (line.key for line in standing if one["says"] in line.gathered)
        desk.do(readouts.rewrite_line, readout=facts["readout"], line=line, text=one["text"])


def _recommend(desk: Desk, *, facts: Facts) -> None:
    source = facts.get("from")
    desk.do(
        put_recommendation,
        verb=facts["verb"],
        addressee=facts.get("to", ""),
        objects={language: facts[language] for language in LANGUAGES},
        deadline=facts.get("until"),
        item=facts.get("item", ""),
        entry=_entry(desk, source) if source else "",
    )


def _approve(desk: Desk, *, number: int, facts: Facts) -> None:
    del facts
    desk.do(approval.approve, recommendation=_numbered(desk, number))


def _amend(desk: Desk, *, number: int, facts: Facts) -> None:
    desk.do(approval.approve_amended, recommendation=_numbered(desk, number), amended=facts["as"])


def _defer(desk: Desk, *, number: int, facts: Facts) -> None:
    desk.do(approval.defer, recommendation=_numbered(desk, number), reason=facts["reason"])


def _numbered(desk: Desk, number: int) -> str:
    return desk.read(recommendations)[number - 1].key


def _entry(desk: Desk, facts: Facts) -> str:
    (found,) = (one for one in desk.read(notes_of, item=facts["item"]) if one.written.text.startswith(facts["begins"]))
    return found.key
