"""What pages read when they are first shown, read once before that: making the questions takes longer than asking them."""

from cmc_desk.desk.allowances import allowances
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.document_view import document_view
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.rules.refusal import Refusal, Unavailable


def read_beforehand(desk: Desk) -> None:
    """Read it in any thread, and throw it away; a file that does not answer is no reason to say anything."""
    now = desk.clock.now()
    try:
        with desk.beside() as store:
            # Short readings, one after the other: nobody's commit waits long.
            with store.read() as session:
                document_view(session, draft="", now=now)
            with store.read() as session:
                travel_facts(session)
            with store.read() as session:
                payment_lines(session)
                allowances(session)
    except (Refusal, Unavailable):
        return
