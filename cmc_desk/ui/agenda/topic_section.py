"""The lists of speakers as they are planned: limits by category, changeover, what is kept for an exchange."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk import floor_topics
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.agenda_plan import ZERO, SpeakerCategory
from cmc_desk.rules.floor_defaults import CHANGEOVER, LIMITS
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import length_text, limit_text, parse_length, parse_limit
from cmc_desk.ui.agenda.words import category_word, clock
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import LiveFloor
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, IconText
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import NORMAL, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import TableSection


class TopicSection(TableSection[LiveFloor]):
    """A list belongs to a topic: items share it, so that it goes on after lunch with its queue and its limits."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._live = context.live
        table: RowTable[LiveFloor] = RowTable(
            (
                Column(_("List of speakers"), _title),
                Column(_("Items"), self._items, 150, size=12, tone="slate"),
                Column(_("Delegations"), _entries, 100, draw.RIGHT, size=12, tone="slate"),
                Column(_("States"), _state_limit, 80, draw.RIGHT),
            ),
            key=lambda floor: floor.key,
            name=_("Lists of speakers"),
            height=NORMAL,
        )
        super().__init__(context, table=table, form=_form(), head=PaneHead(_("Lists of speakers")), parent=parent)
        self.new_button(_("New list"))

    def rows(self) -> Sequence[LiveFloor]:
        return self._live.floors

    def key_of(self, row: LiveFloor) -> str:
        return row.key

    def show_row(self, row: LiveFloor | None) -> None:
        self.form.head.say(_("List of speakers") if row else _("New list"))
        topic = row.facts.topic if row else None
        limits = {**LIMITS, **(topic.limits if topic else {})}
        self.form.fill(
            {
                "title": topic.title if topic else "",
                **{category.name: limit_text(limits[category]) for category in SpeakerCategory},
                "changeover": limit_text(topic.changeover if topic else CHANGEOVER),
                "kept": length_text(topic.kept) if topic and topic.kept else "",
                "closed": topic.closed if topic else False,
            }
        )

    def store(self, row: LiveFloor | None) -> str | None:
        values = self.form.values()

        def work() -> str:
            return self.context.desk.do(
                floor_topics.put_topic,
                id=row.key if row else "",
                title=values["title"],
                limits={category.value: _typed(values, category.name, parse_limit) for category in SpeakerCategory},
                changeover=_typed(values, "changeover", parse_limit),
                kept=_typed(values, "kept", parse_length),
                closed=values["closed"],
            )

        outcome = self.act(self.form, work)
        if outcome is None:
            return None
        self.done(_("Saved: "), values["title"])
        return outcome[0]

    def drop(self, row: LiveFloor) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(floor_topics.remove_topic, topic=row.key)) is None:
            return False
        self.done(_("Removed: "), row.facts.topic.title)
        return True

    def _items(self, floor: LiveFloor) -> str:
        lines = [line for item in floor.facts.items if (line := self._live.line(item)) is not None]
        return ", ".join(clock(line.item.starts) for line in lines) or _("none yet")


def _typed(values: dict[str, Any], name: str, parse: Any) -> int:
    """Return the seconds that were typed; an empty field is none."""
    if not values[name]:
        return 0
    try:
        length: timedelta = parse(values[name])
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=name) from None
    return length // timedelta(seconds=1)


def _form() -> Form:
    form = Form(_("List of speakers"))
    form.add(("title", Field(_("What it is about"))))
    names = list(SpeakerCategory)
    for first, second in ((0, 1), (2, 3)):
        form.add(*((names[place].name, _limit(names[place])) for place in (first, second)))
    form.add(
        (names[4].name, _limit(names[4])),
        ("changeover", Field(_("Between two speakers"), QLineEdit(), hint=_("0:20 is twenty seconds"))),
    )
    form.add(("kept", Field(_("Kept for an exchange"), QLineEdit(), hint=_("minutes; empty: all is shared out"))))
    form.add(("closed", Field(_("Closing the list"), Tick(_("No more statements are inscribed")), height=24)))
    return form


def _limit(category: SpeakerCategory) -> Field:
    return Field(category_word(category), QLineEdit(), hint=_("3 or 2:30"))


def _title(floor: LiveFloor) -> Cell:
    closed = floor.facts.topic.closed
    return IconText("lock" if closed else "mic", floor.facts.topic.title, bold=True, name=_("closed") if closed else "")


def _entries(floor: LiveFloor) -> str:
    number = len(floor.facts.entries)
    return ngettext("{number} entry", "{number} entries", number).format(number=number)


def _state_limit(floor: LiveFloor) -> str:
    limit = floor.facts.topic.limits.get(SpeakerCategory.STATE, LIMITS[SpeakerCategory.STATE])
    return limit_text(limit) if limit > ZERO else "–"
