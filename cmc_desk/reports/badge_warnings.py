"""What is to be looked at before badges are printed, found by the very setting that the drawing uses."""

from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations

from cmc_desk.reports.badge_photos import prepared
from cmc_desk.reports.badge_side import Laid, Side
from cmc_desk.reports.badge_words import OF_THE_RUN, has_printable_name
from cmc_desk.reports.typesetting import register_fonts
from cmc_desk.rules.badge_concerns import by_gravity
from cmc_desk.rules.badge_design import BackSide, BadgeFacts, BadgeRun, BadgeWarning, Concern, Show


def badge_warnings(run: BadgeRun, texts: NullTranslations) -> tuple[BadgeWarning, ...]:
    """Return every text below its comfortable size, cut, or with letters that no font has, and every unreadable photograph.

    What is the same on all badges, such as the name of the meeting, is told once and of nobody. The detail is the size in
    points, the letters, or the days for which there is no room. What cannot be read at all comes first.
    """
    register_fonts()
    sides = [Side(run.design.front, run.meeting, texts)]
    if run.back is not BackSide.NONE:
        sides.append(Side(run.design.back, run.meeting, texts))
    found: dict[BadgeWarning, None] = {}
    for facts in run.people:
        if facts is not None:
            for side in sides:
                for laid in side.laid(facts):
                    found.update(dict.fromkeys(_warnings(laid, facts)))
    return by_gravity(found)


def without_unreadable(run: BadgeRun) -> tuple[BadgeRun, tuple[BadgeFacts, ...]]:
    """Return the run without the badges whose name no font can print, and whose those are."""
    left = tuple(facts for facts in run.people if facts is not None and not has_printable_name(facts))
    if not left:
        return run, ()
    return replace(run, people=tuple(facts for facts in run.people if facts not in left)), left


def unreadable(facts: BadgeFacts) -> BadgeWarning:
    """Return the warning of somebody whose badge was left out for their name."""
    return BadgeWarning(facts.participant, facts.name, Show.NAME, Concern.UNREADABLE)


def _warnings(laid: Laid, facts: BadgeFacts) -> Iterator[BadgeWarning]:
    show = laid.slot.field.show
    person = ("", "") if show in OF_THE_RUN else (facts.participant, facts.name)
    if show is Show.PHOTO and facts.photo is not None:
        if prepared(facts.photo, laid.slot.width, laid.slot.height) is None:
            yield BadgeWarning(*person, show, Concern.NO_PHOTO)
        return
    setting = laid.text.fitted if laid.text is not None else laid.rows
    missing = laid.text.missing if laid.text is not None else laid.rows.missing if laid.rows is not None else ""
    if missing:
        yield BadgeWarning(*person, show, Concern.NO_GLYPH, missing)
    if setting is None or not setting.lines:
        return
    if laid.rows is not None and laid.rows.left_out:
        yield BadgeWarning(*person, show, Concern.LEFT_OUT, ", ".join(laid.rows.left_out))
    if laid.rows is not None and laid.rows.shortened:
        yield BadgeWarning(*person, show, Concern.SHORTENED, f"{setting.size:g}")
    elif setting.cut:
        yield BadgeWarning(*person, show, Concern.CUT, f"{setting.size:g}")
    elif setting.small:
        yield BadgeWarning(*person, show, Concern.SMALL, f"{setting.size:g}")
