"""What was asked of a list of speakers on the command line: which list, which delegations, which of their entries, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from cmc_desk.cli.times import told_time
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import FloorFacts, floors
from cmc_desk.desk.floor_scene import FloorScene, scene_of
from cmc_desk.desk.meeting_days import now_seen
from cmc_desk.desk.rundown import rundown
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.floor import ON_THE_FLOOR, current, makes_sense, newest_end, speeches, waiting
from cmc_desk.rules.floor_kinds import FloorAct, HostPlace, Speech, SpeechKind
from cmc_desk.rules.folding import fold
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import actuals, running_in

KINDS = {
    "statement": SpeechKind.STATEMENT,
    "point-of-order": SpeechKind.POINT_OF_ORDER,
    "right-of-reply": SpeechKind.RIGHT_OF_REPLY,
    "question": SpeechKind.QUESTION,
    "answer": SpeechKind.ANSWER,
}
HOSTS = {"in-place": HostPlace.IN_ORDER, "first": HostPlace.FIRST, "last": HostPlace.LAST}
_WHOEVER_IS_NEXT = frozenset({FloorAct.CALL, FloorAct.START, FloorAct.ABSENT})


@dataclass(frozen=True)
class Asked:
    """The words and options of the verb; what is not given is None or empty."""

    desk: Desk
    what: tuple[str, ...]
    topic: str
    kind: str | None
    limit: timedelta | None
    words: int | None
    again: bool
    lang: str | None
    host: str
    witnesses: str
    count: int | None
    window: timedelta | None
    changeover: timedelta | None
    item: tuple[str, ...]
    reason: str
    at: str | None

    @cached_property
    def told(self) -> datetime | None:
        """When it really was, if that was said."""
        return None if self.at is None else told_time(self.desk, self.at)

    @cached_property
    def now(self) -> datetime:
        """The instant at which a list is looked at."""
        return self.told or self.desk.read(now_seen, now=self.desk.clock.now())

    def refuse_time(self) -> None:
        """Raise Refusal if it is said when something was that has no time of its own."""
        if self.at is not None:
            raise Refusal(_("This has no time of its own: leave --at out."), field="at")

    @cached_property
    def listed(self) -> str:
        """The key of the list that is meant; raises Refusal if it must be named."""
        found = self.desk.read(floors)
        if self.topic:
            return _named(found, self.topic)
        if len(found) == 1:
            return found[0].topic.key
        if not found:
            raise Refusal(_("There is no list of speakers yet: make one with “new” and a title."), field="topic")
        in_use = {self._running, *(facts.topic.key for facts in found if _is_spoken(facts))} & {
            facts.topic.key for facts in found
        }
        if len(in_use) == 1:
            return in_use.pop()
        raise Refusal(
            _("Which list of speakers? Name it: {topics}.").format(
                topics=", ".join(f"--topic {facts.topic.key}" for facts in found)
            ),
            field="topic",
        )

    @cached_property
    def delegations(self) -> list[str]:
        """The codes of the delegations that were named; raises Refusal if one is not known."""
        index, _names = self.desk.read(delegation_index)
        return [_code(text, index.match(text)) for text in self.what]

    @property
    def scene(self) -> FloorScene:
        """The list as it stands now."""
        return self.desk.read(scene_of, topic=self.listed)

    def entry(self, act: FloorAct) -> str:
        """Return the entry that an act is about: of the delegation that was named, or whoever is meant without a name."""
        found = self.scene.speeches
        if not self.what:
            return _unnamed(found, act).entry.key
        code, kind = self.delegations[0], KINDS.get(self.kind or "")
        of_it = [one for one in found if one.entry.delegation == code and (kind is None or one.entry.kind is kind)]
        if not of_it:
            raise Refusal(_("{name} is not on this list: add it first.").format(name=self.what[0]), field="what")
        # What makes no sense anywhere is refused by the command, in its own words.
        return next((one for one in of_it if makes_sense(one, act)), of_it[-1]).entry.key

    @property
    def _running(self) -> str:
        shown = self.desk.read(rundown)
        running = running_in(shown.items, actuals(shown.items, shown.events))
        return running.topic if running is not None else ""


def _unnamed(of_list: Sequence[Speech], act: FloorAct) -> Speech:
    queue = waiting(of_list)
    if act in _WHOEVER_IS_NEXT:
        found = queue[0] if queue else None
    else:
        found = current(of_list) or (newest_end(of_list) if act is FloorAct.RESUME else None)
    if found is None or act not in _WHOEVER_IS_NEXT | {FloorAct.PAUSE, FloorAct.RESUME, FloorAct.END, FloorAct.ADD}:
        raise Refusal(_("Which delegation? Name it by its code or its name."), field="what")
    return found


def _named(found: Sequence[FloorFacts], text: str) -> str:
    by_key = [facts.topic.key for facts in found if facts.topic.key == text]
    by_title = [facts.topic.key for facts in found if fold(facts.topic.title).startswith(fold(text))]
    if len(by_key or by_title) == 1:
        return (by_key or by_title)[0]
    raise Refusal(
        _("No list of speakers, or more than one, is called “{text}”; there is: {topics}.").format(
            text=text, topics=", ".join(facts.topic.key for facts in found)
        ),
        field="topic",
    )


def _is_spoken(facts: FloorFacts) -> bool:
    """Return whether somebody has the floor of a list."""
    return any(one.state in ON_THE_FLOOR for one in speeches(facts.topic, facts.entries, facts.events))


def _code(text: str, code: str | None) -> str:
    if code is None:
        raise Refusal(
            _("No delegation, or more than one, is called “{text}”: give its code, such as JM.").format(text=text),
            field="what",
        )
    return code


def waiting_statements(scene: FloorScene) -> list[Speech]:
    """Return the statements that wait, in order."""
    return [one for one in waiting(scene.speeches) if one.entry.kind is SpeechKind.STATEMENT]
