"""Who is to sit on a seat: somebody of the delegation, or somebody whom no list has yet; and what it costs to replace an official."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.new_nominees import nominate_new, replace_by_new
from cmc_desk.desk.people import find_people
from cmc_desk.desk.seats import nominate, plan_replacement, replace
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.money import money
from cmc_desk.rules.people import EXPECTED, InstitutionKind, Person
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Profile
from cmc_desk.rules.travel_words import LETTER_WORDS, PROFILE_WORDS
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.complete import CompleteField, Suggestion
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.travel.travel_form import Said, TravelForm
from cmc_desk.ui.travel.typed_days import day_text

_MOST = 200


class NominateForm(TravelForm):
    """`replacing` puts somebody in the place of who holds the seat: it shows what is lost, and asks why once a ticket was issued."""

    def __init__(self, context: Context, *, replacing: bool, parent: QWidget | None = None) -> None:
        title = _("Replace") if replacing else _("Nominate")
        super().__init__(context, title, does=title, parent=parent)
        self._replacing = replacing
        self.official = CompleteField(self._suggest, placeholder=_("letters of the name"))
        self.add(("participant", Field(_("Official of this delegation"), self.official)))
        self.reason = Field(_("Reason"), QLineEdit(), hint=_("stays on record"))
        self.add(("reason", self.reason))
        self.reason.setVisible(replacing)
        self.add(
            ("given_name", Field(_("Or new: given name"), QLineEdit())),
            ("family_name", Field(_("Family name"), QLineEdit())),
        )
        self.add(("functional_title", Field(_("Function"), QLineEdit())))
        self.add(
            (
                "profile",
                Field(
                    _("Office"),
                    Combo([("", _("As registered")), *((one.value, _(PROFILE_WORDS[one])) for one in Profile)]),
                ),
            )
        )
        self.letter = Combo()
        self.add(("letter", Field(_("Named in"), self.letter)))
        self.add(("focal_point", Field(_("Focal point"), Tick(_("A known focal point")), height=24)))

    def prepare(self) -> None:
        letters = self.who.who.letters if self.who.who is not None else ()
        self.letter.set_choices(
            [
                ("", _("No letter yet")),
                *(
                    (one.key, f"{_(LETTER_WORDS[one.kind])} {one.reference}, {day_text(one.received)}")
                    for one in letters
                ),
            ]
        )

    def intro_words(self) -> str:
        names = self.context.facts
        delegation = names.delegation_name(self.who.tile.delegation)
        seat = _("{delegation}, seat {number}").format(delegation=delegation, number=self.who.tile.number)
        if not self._replacing or self.who.who is None:
            return seat
        plan = self.context.desk.read(plan_replacement, sponsorship=self.who.key)
        name = self.who.who.person.name
        if not plan.sunk and not plan.needs_reason:
            return _("{name}, {seat}. Nothing has been spent yet.").format(name=name, seat=seat)
        lost = ", ".join(money(amount, currency) for currency, amount in plan.sunk)
        words = _("{name}, {seat}.").format(name=name, seat=seat)
        if lost:
            words += " " + _("{amount} is spent already and stays in the cost.").format(amount=lost)
        if plan.needs_reason:
            words += " " + _("A ticket was issued: say why.")
        return words

    def first_values(self) -> dict[str, Any]:
        self.official.set_taken(None)
        return {
            "participant": "",
            "given_name": "",
            "family_name": "",
            "functional_title": "",
            "profile": "",
            "letter": "",
            "focal_point": False,
            "reason": "",
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        desk, shown = self.context.desk, self.who
        about: dict[str, Any] = {
            "letter": values["letter"],
            "profile": Profile(values["profile"]) if values["profile"] else None,
            # What is not ticked is left as the registration has it.
            "focal_point": True if values["focal_point"] else None,
        }
        if self._replacing:
            about |= {"sponsorship": shown.key, "reason": values["reason"], "version": shown.version}
        else:
            about |= {"seat": shown.tile.key}
        person = self.official.key()
        if person:
            name = self.official.text()
            if self._replacing:
                desk.do(replace, participant=person, **about)
            else:
                desk.do(nominate, participant=person, **about)
        else:
            new = self._new(values)
            name = new.full_name
            if self._replacing:
                desk.do(replace_by_new, person=new, **about)
            else:
                desk.do(nominate_new, person=new, **about)
        before = _("Comes instead: ") if self._replacing else _("Nominated: ")
        return Said(before, name, f" · {self.context.facts.delegation_name(shown.tile.delegation)}")

    def _new(self, values: dict[str, Any]) -> Person:
        if not values["family_name"] and not values["given_name"]:
            typed = self.official.text().strip()
            raise Refusal(
                _("Nobody of this delegation is called so: choose somebody, or enter the name beneath.")
                if typed
                else _("Who? Choose somebody of the delegation, or enter a name."),
                field="participant",
            )
        return Person(
            given_name=values["given_name"],
            family_name=values["family_name"],
            functional_title=values["functional_title"],
            delegation=self.who.tile.delegation,
            institution_kind=InstitutionKind(values["profile"]) if values["profile"] else InstitutionKind.OTHER,
            focal_point=bool(values["focal_point"]),
        )

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        found = self.context.desk.read(find_people, text=text, delegation=self.who.tile.delegation, limit=_MOST)
        holder = self.who.who.person.key if self.who.who is not None else ""
        free = [hit for hit in found.hits if hit.status in EXPECTED and hit.id != holder]
        # Whoever sits on another seat cannot be had for this one: they are said so, and stand last.
        free.sort(key=lambda hit: bool(hit.seat))
        return [
            Suggestion(hit.id, hit.name, note=_("holds a seat already") if hit.seat else hit.institution)
            for hit in free
        ]
