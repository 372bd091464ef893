"""Papers that are handed to hotels, drivers, agency and finance, and what the vehicles and rooms are settled to, on the command line."""

from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import TravelAsked
from cmc_desk.desk.making_papers import make_paper, record_paper
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.desk.travel_exports import Export, hand_over, handed_over
from cmc_desk.desk.travel_settings import change_travel_settings, travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.clock_times import parse_time
from cmc_desk.rules.export_classes import RECIPIENT_WORDS, Recipient, check_recipient
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import parse_length

# What each of them gets unless another paper is named.
_USUAL = {
    "hotel": (Recipient.HOTEL, "rooming"),
    "driver": (Recipient.DRIVER, "manifest"),
    "agent": (Recipient.AGENT, "agent-list"),
    "finance": (Recipient.FINANCE, "payment-sheet"),
    "sponsor": (Recipient.SPONSOR, "seat-wall"),
    "delegation": (Recipient.DELEGATION, "chase-list"),
}
_NONE = "none"


def hand(asked: TravelAsked) -> Told:
    """Make the paper that somebody needs, record to whom it is handed, and keep its lists as sent."""
    word = asked.what[0] if asked.what else ""
    if word not in _USUAL:
        raise Refusal(
            _("To whom is it handed? Type one of {recipients}, then the name.").format(recipients=", ".join(_USUAL)),
            field="to",
        )
    to, usual = _USUAL[word]
    name = asked.paper or usual
    kind = next((one for one in paper_kinds() if one.key == name), None)
    if kind is None:
        raise Refusal(_("There is no paper “{name}”.").format(name=name), field="paper")
    if not asked.rest:
        raise Refusal(_("To whom is it handed? Type a name, of the firm or of the person."), field="recipient")
    only = asked.of_delegation(asked.rest) if to is Recipient.DELEGATION else ""
    # Nothing is written for somebody who must not have it.
    check_recipient(kind.key, to, only=only)
    if asked.out is None:
        raise Refusal(_("Where is the file written? Type --out and its name."), field="out")
    ending = asked.out.suffix.lower().removeprefix(".")
    form = next((one for one in kind.formats if one.value == ending), kind.formats[0] if not ending else None)
    if form is None:
        raise Refusal(
            _("{paper} is not made as “{ending}”: end the name of the file in {endings}.").format(
                paper=_(kind.title),
                ending=asked.out.suffix,
                endings=_(" or ").join(f".{one.value}" for one in kind.formats),
            ),
            field="out",
        )
    ask = Ask(language=asked.lang or asked.desk.read(meeting).language, only=only)
    made = make_paper(asked.desk, kind, ask, Format(form), asked.out)
    paper = record_paper(asked.desk, made)
    handed = asked.desk.do(hand_over, paper=paper, to=to, recipient=asked.rest)
    numbers = ", ".join(map(str, handed.lists))
    words = _("{path}: handed to {recipient}.").format(path=made.path, recipient=handed.recipient)
    if numbers:
        words = f"{words} " + _("Kept as sent: version {number}.").format(number=numbers)
    return Told(handed, words)


def register(asked: TravelAsked) -> Told:
    """Return who got what, the newest first."""
    found = asked.desk.read(handed_over)
    facts = asked.desk.read(meeting)
    lines = [f"{facts.local(one.at):%Y-%m-%d %H:%M}  {_entry(one)}" for one in found]
    return Told(found, "\n".join(lines) or _("Nothing was handed over yet."))


def drive(asked: TravelAsked) -> Told:
    """Say how long the way from an airport takes; “none” forgets it."""
    airport = asked.what[0].upper() if asked.what else ""
    if not airport or len(asked.what) != 2:
        raise Refusal(
            _("From which airport, and how long? Type its code and a length, such as MBJ 2:30."), field="drives"
        )
    length = None if asked.what[1] == _NONE else parse_length(asked.what[1])
    rules = asked.desk.read(travel_rules)
    if airport == rules.arrival_airport and length is not None:
        asked.desk.do(change_travel_settings, changes={"drive": length})
    else:
        asked.desk.do(change_travel_settings, changes={"drives": {airport: length}})
    rules = asked.desk.read(travel_rules)
    known = [(rules.arrival_airport, rules.drive), *rules.drives]
    words = ", ".join(f"{code} {int(takes.total_seconds()) // 60} min" for code, takes in known if code)
    return Told({code: int(takes.total_seconds()) // 60 for code, takes in known if code}, words)


def rooms_kept(asked: TravelAsked) -> Told:
    """Say until when a hotel keeps a room for somebody whose late arrival was not announced."""
    if len(asked.what) != 1:
        raise Refusal(_("Until when? Type a time of day, such as 18:00."), field="kept_until")
    asked.desk.do(change_travel_settings, changes={"kept_until": parse_time(asked.what[0])})
    until = f"{asked.desk.read(travel_rules).kept_until:%H:%M}"
    return Told(until, _("Who is at the hotel after {time} is announced as late.").format(time=until))


def _entry(one: Export) -> str:
    handed = one.handed
    numbers = ", ".join(map(str, handed.lists))
    parts = (
        handed.kind,
        _("version {number}").format(number=numbers) if numbers else "",
        f"{_(RECIPIENT_WORDS[handed.to])}: {handed.recipient}",
        f"[{handed.sensitivity}]",
        one.operator,
    )
    return "  ".join(part for part in parts if part)
