"""What Ctrl+K finds: pages, actions, people, delegations, sessions, what was noted, drafts and what is proposed for them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt

from cmc_desk.desk.note_search import find_notes
from cmc_desk.desk.paper_kinds import loaded_kinds
from cmc_desk.desk.people import find_people
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import words
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context, Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.go_documents import REPORT_PAPER, Found, found_in_drafts, other_views, report_places
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.result_list import HitRow
from cmc_desk.ui.parts.search_field import SearchField
from cmc_desk.ui.stage.acts import RoomAct

_PEOPLE = 20
_OTHERS = 8
_NOTES, _LEAST = 5, 4
_VIEWS = (("badges", N_("Badges"), "print"),)


# Title of each page, and the page itself once it has been made.
Pages = Mapping[str, tuple[str, Page | None]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a row of the palette leads: a page (at something of it, or with a text in its search field), or an action."""

    page: str = ""
    what: object = None
    find: str = ""
    action: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something that the main window itself can do."""

    text: str
    key: str
    icon: str
    act: Callable[[], object]


def own_actions(
    lock: Callable[[], object], keys: Callable[[], object], dark: Callable[[], object], undo: Callable[[], object]
) -> Sequence[Action]:
    """Return what the main window itself can do."""
    return (
        Action(_("Lock"), "Ctrl+L", "lock", lock),
        Action(_("Keys of this page"), "F1", "q", keys),
        Action(_("Light or dark"), "Ctrl+Shift+D", "sun", dark),
        Action(_("Undo"), "Ctrl+Z", "undo", undo),
    )


def room_actions(acts: Sequence[RoomAct], do: Callable[[RoomAct], object]) -> Sequence[Action]:
    """Return what can be done with the screens of the room; `do` does it."""
    return tuple(Action(act.words, act.key, act.icon, partial(do, act)) for act in acts)


def search_on(page: Page, text: str) -> None:
    """Put a text into the search field of a page."""
    field = page.findChild(SearchField)
    if text and field is not None:
        field.set_text(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def results(
    context: Context, text: str, *, pages: Pages, actions: Sequence[Action], last: Sequence[Action] = ()
) -> list[HitRow]:
    """Return what `text` finds; the empty text finds the pages and what can be done. What is in `last` comes after people."""
    typed = words(text)
    rows = _doings(typed, pages, actions)
    seldom = _acting(typed, last)
    if not typed:
        return rows + seldom
    report = [_hit(found) for found in report_places(pages) if _has(typed, found[0])]
    rows = report + rows[:_OTHERS]
    if "summaries" in pages:
        rows += _items(context, typed)[:_OTHERS] + _notes(context, text)
    if "documents" in pages:
        rows += [_hit(found) for found in found_in_drafts(context, text)]
    rows += [_hit(found) for found in other_views(pages) if _has(typed, found[0])]
    if "papers" in pages:
        rows += _papers(typed)[:_OTHERS]
    if "registration" in pages:
        rows += _people(context, text) + _delegations(context, typed)[:_OTHERS]
        rows += _sessions(context, typed)[:_OTHERS]
    return rows + seldom[:_OTHERS]


def _hit(found: Found) -> HitRow:
    title, beside, page, what, icon = found
    return HitRow(Target(page=page, what=what), title, beside, icon=icon)


def _doings(typed: Sequence[str], pages: Pages, actions: Sequence[Action]) -> list[HitRow]:
    rows = [
        HitRow(Target(page=key), title, _("Page"), icon=key)
        for key, (title, _page) in pages.items()
        if _has(typed, title)
    ]
    shown_views = {button.accessibleName() for _title, page in pages.values() for button in _buttons(page)}
    # Views beside the desk are found from everywhere, also before the page of their buttons was made.
    rows += [
        HitRow(Target(page="registration", what=key), _(title), _("Registration"), icon=icon)
        for key, title, icon in _VIEWS
        if "registration" in pages and _has(typed, _(title)) and _(title) not in shown_views
    ]
    for key, (title, page) in pages.items():
        rows += [
            HitRow(Target(page=key, action=button.click), button.accessibleName(), title, icon="play")
            for button in _buttons(page)
            if _has(typed, button.accessibleName())
        ]
    return rows + _acting(typed, actions)


def _acting(typed: Sequence[str], actions: Sequence[Action]) -> list[HitRow]:
    return [
        HitRow(Target(action=action.act), action.text, key_text(action.key), icon=action.icon)
        for action in actions
        if _has(typed, action.text)
    ]


def _buttons(page: Page | None) -> list[DeskButton]:
    """Return what can be seen and pressed on a page: it can be reached from everywhere."""
    if page is None:
        return []
    return [
        button
        for button in page.findChildren(DeskButton)
        if button.isVisibleTo(page) and button.isEnabled() and button.text()
    ]


def _papers(typed: Sequence[str]) -> list[HitRow]:
    # Loading what makes them takes longer than a letter may; it is done beforehand.
    return [
        HitRow(Target(page="papers", what=kind.key), _(kind.title), _("Paper"), icon=kind.icon)
        for kind in loaded_kinds()
        if kind.key != REPORT_PAPER and _has(typed, _(kind.title))
    ]


def _items(context: Context, typed: Sequence[str]) -> list[HitRow]:
    return [
        HitRow(Target(page="summaries", what=item.id), item.title, _("Notes of this item"), icon="summaries")
        for item in context.facts.agenda
        if _has(typed, item.title)
    ]


def _notes(context: Context, text: str) -> list[HitRow]:
    """Return the newest entries of the notes in which the words stand; of a letter or two there would be too many."""
    if len(text.strip()) < _LEAST:
        return []
    facts = context.facts
    try:
        found = context.desk.read_promptly(find_notes, text=text, limit=_NOTES)
    except Unavailable:
        return []
    return [
        HitRow(
            Target(page="summaries", what=(one.item, one.key)),
            plain(one.written.text).replace("\n", " "),
            " · ".join(part for part in (facts.clock(one.started_at), _speaker(facts, one)) if part),
            flag=facts.flag(one.written.delegation) if one.written.delegation else "",
            icon="" if one.written.delegation else "speak",
        )
        for one in found
    ]


def _speaker(facts: Facts, entry: NoteEntry) -> str:
    return facts.delegation_name(entry.written.delegation) if entry.written.delegation else ""


def _people(context: Context, text: str) -> list[HitRow]:
    facts = context.facts
    found = context.desk.read(find_people, text=text, day=context.today(), limit=_PEOPLE)
    return [
        HitRow(
            Target(page="registration", what=hit.id),
            hit.name,
            facts.delegation_name(hit.delegation),
            flag=facts.flag(hit.delegation),
        )
        for hit in found.hits
    ]


def _delegations(context: Context, typed: Sequence[str]) -> list[HitRow]:
    return [
        HitRow(
            Target(page="registration", what=delegation),
            delegation.name,
            _("Delegation"),
            flag=context.facts.flag(code),
        )
        for code, delegation in context.facts.delegations.items()
        if any(_has(typed, name) for name in (delegation.name, delegation.short_name, code, *delegation.aliases))
    ]


def _sessions(context: Context, typed: Sequence[str]) -> list[HitRow]:
    rows = []
    for session in context.facts.sessions:
        if _has(typed, session.title):
            when = f"{day_words(session.day, 'ddd d MMM')} {context.facts.clock(session.starts)}"
            rows.append(HitRow(Target(page="registration", what="attendance"), session.title, when, icon="agenda"))
    return rows


def _has(typed: Sequence[str], name: str) -> bool:
    """Tell whether every typed word begins a word of `name`."""
    there = words(name)
    return all(any(word.startswith(one) for word in there) for one in typed)
