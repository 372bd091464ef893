"""What a scan means on the Travel page: a badge finds the traveller, a boarding pass marks its legs flown, passport lines fill the form."""

from typing import TYPE_CHECKING

from cmc_desk.desk.badge_holder import holder_of
from cmc_desk.desk.journeys import scan_boarding_pass
from cmc_desk.desk.traveller import travel_line
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_code import CodeKind, parse
from cmc_desk.rules.boarding_pass import looks_like_a_boarding_pass
from cmc_desk.rules.passport_lines import looks_like_a_passport_line, looks_like_passport_lines
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.agenda.doing import done
from cmc_desk.ui.sound import play
from cmc_desk.ui.travel.papers_forms import PassportForm
from cmc_desk.ui.travel.tabs import ALONE, SEATS

if TYPE_CHECKING:
    from cmc_desk.ui.travel.page import TravelPage


def take_scan(page: "TravelPage", text: str) -> bool:
    """Take a scan; what is nothing of travel is left to the desk."""
    if looks_like_a_boarding_pass(text):
        _boarding_pass(page, text)
        return True
    if looks_like_passport_lines(text):
        _passport(page, text)
        return True
    if looks_like_a_passport_line(text):
        _passport_line(page, text)
        return True
    return _badge(page, text)


def _boarding_pass(page: "TravelPage", text: str) -> None:
    context = page.context
    flown = done(context, scan_boarding_pass, text=text)
    if flown is None:
        play("refused")
        return
    play("ok")
    found = flown[0]
    page.choose(found.sponsorship)
    if found.legs:
        context.say("notice", _("Flown: "), ", ".join(found.legs), f" · {found.name}", undo=True)
    else:
        words = _(" · this boarding pass was read before")
        context.say("quiet", _("Flown already: "), ", ".join(found.already), f" · {found.name}{words}")


def _passport(page: "TravelPage", text: str) -> None:
    side = page.side
    form = side.form
    if not isinstance(form, PassportForm):
        if side.shown is None or side.shown.who is None:
            play("refused")
            page.context.say("amber", _("Whose passport is it? Choose the traveller first, then scan it again."))
            return
        # Beside the budget and the rates nobody stands, and so no form either.
        if not _stands_beside(page):
            play("refused")
            return
        side.act("passport")
        form = side.form
    if isinstance(form, PassportForm):
        form.take_scan(text)
        name = form.who.who.person.name if form.who.who is not None else ""
        if problem := form.field("lines").problem():
            play("refused")
            page.context.say("amber", _("Not read: "), problem)
        else:
            play("ok")
            page.context.say(
                "quiet", _("Both lines were read: compare them with the passport of "), name, _(", then save.")
            )


def _stands_beside(page: "TravelPage") -> bool:
    """Show a part beside which the traveller stands; say no if the one that is shown cannot be left."""
    page.close_handing()
    if page.tab in ALONE:
        page.show_tab(SEATS)
    return page.tab not in ALONE


def _passport_line(page: "TravelPage", text: str) -> None:
    """Take one of the two lines: the first waits for the second. Neither is given on: it would stand in the journal as a code."""
    if text.strip().upper().startswith("P") and not page.passport_line:
        page.passport_line = text.strip()
        page.context.say("quiet", _("The first line of a passport was read; the second follows."))
        return
    first, page.passport_line = page.passport_line, ""
    if not first:
        play("refused")
        page.context.say("amber", _("This is the second line of a passport alone: scan both lines."))
        return
    _passport(page, first + text.strip())


def _badge(page: "TravelPage", text: str) -> bool:
    context = page.context
    if parse(text).kind is CodeKind.UNKNOWN:
        return False
    try:
        person = context.desk.read(holder_of, text=text)
    except Refusal as refusal:
        play("refused")
        context.say("amber", refusal.sentence)
        return True
    line = context.desk.read(travel_line, participant=person, now=context.now())
    if line is None:
        play("refused")
        context.say("amber", _("This person holds no financed seat."))
        return True
    play("ok")
    page.choose(line.sponsorship)
    return True
