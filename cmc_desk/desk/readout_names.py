"""Which names are left in a text that is to have none, or none of some."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cmc_desk.desk.readout_called import named
from cmc_desk.desk.readout_lines import Standing, chosen, standing_lines, wording_of
from cmc_desk.desk.readout_scope import scope_of, summed_items
from cmc_desk.rules.name_guard import Found, NameGuard


@dataclass(frozen=True, slots=True)
class NamesLeft:
    """The names that stand in a line of a text in which they may not."""

    line: str
    found: tuple[Found, ...]


def names_left(
    session: Session, *, key: str, attributed: bool | None = None, language: str = ""
) -> tuple[NamesLeft, ...]:
    """Return the names that are left in the lines of a read-out: all of them where nobody is named, else of those who must not be.

    Whoever an action is for may stand in it, State or organisation: that tells who is to do something, and not who spoke. So may whoever a
    formal recommendation goes to.
    """
    items = summed_items(session)
    scope = scope_of(items, key)
    words, naming = chosen(session, key, language=language, attributed=attributed)
    standing = standing_lines(session, items, scope, wording_of(session, words, attributed=naming))
    read = [one for one in standing if one.shown and not one.line.left_out]
    guard = NameGuard(named(session))
    found = [(one.line.key, _left_in(one, guard, attributed=naming)) for one in read]
    return tuple(NamesLeft(line, left) for line, left in found if left)


def _left_in(one: Standing, guard: NameGuard, *, attributed: bool) -> tuple[Found, ...]:
    hidden = {code for source in one.sources for code in source.hidden}
    if attributed and not hidden:
        return ()
    if one.sources and all(source.formal for source in one.sources) and not one.line.rewritten:
        return ()
    to_do = {source.to_do for source in one.sources}
    return tuple(
        name
        for name in guard.find(one.line.text)
        if name.delegation in hidden or (not attributed and name.key not in to_do)
    )
