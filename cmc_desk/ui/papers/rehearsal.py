"""The Papers page brought from state to state for pictures of it; its files go with the copy that the pictures are taken on."""

from collections.abc import Iterator

from cmc_desk.desk import people, registration
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.papers.rows import BADGES


def paper_states(page: PapersPage) -> Iterator[str]:
    """Bring the page from one main state to the next, and say what each picture is called."""
    yield "papers"
    page.side.make.click()
    yield "papers-made"
    for kind in ("attendance", "participants", BADGES):
        page.open_at(kind)
        yield f"papers-{kind}"
    desk = page.context.desk
    expected = desk.read(people.find_people, only=people.Filter.EXPECTED, day=page.context.today(), limit=1).hits
    if expected:
        desk.do(registration.withdraw, participant=expected[0].id)
    page.open_at("participants")
    page.reader.read()
    yield "papers-changed"
