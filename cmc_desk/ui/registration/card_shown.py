"""Shows somebody on the card of the desk: the look, the photograph, and who comes in their place."""

from cmc_desk.desk import people, photos
from cmc_desk.desk.attendance import Answer
from cmc_desk.rules.meeting import Role
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration.card_look import look_of
from cmc_desk.ui.registration.card_pane import CardPane


def show_on(pane: CardPane, context: Context, card: people.Card, answer: Answer | None) -> None:
    """Show a card as it stands now; `answer` is what the last act at this desk came to, if it was about this person."""
    desk, successor = context.desk, ""
    if card.replaced_by:
        successor = desk.read(people.person_of, participant=card.replaced_by).full_name
    look = look_of(context.facts, card, context.now(), answer)
    photo = desk.read(photos.photo_of, participant=card.id)
    pane.show_card(look, organiser=desk.author.role is Role.ORGANISER, successor=successor, photo=photo)
