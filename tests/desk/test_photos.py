"""A photograph belongs to a person, is on the card, and can be taken back."""

import json

import pytest
from PIL import Image
from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.desk import photos
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import card
from cmc_desk.desk.registration import Registered
from cmc_desk.exchange.photo import MOST_STORED, badge_photo
from cmc_desk.rules.refusal import Refusal
from tests.exchange.pictures import quarters, saved
from tests.meetings import ANDRE, clock_of, enter

ONE = badge_photo(saved(quarters()))
OTHER = badge_photo(saved(Image.new("RGB", (300, 400), "navy")))


def shown(desk: Desk, participant: str) -> bytes | None:
    assert desk.read(card, participant=participant).photo == desk.read(photos.photo_of, participant=participant)
    return desk.read(photos.photo_of, participant=participant)


def test_a_photo_is_set_replaced_and_taken_away_and_each_can_be_undone(desk: Desk, keisha: Registered) -> None:
    andre = enter(desk, ANDRE)
    assert shown(desk, keisha.id) is None
    desk.do(photos.set_photo, participant=keisha.id, image=ONE)
    clock_of(desk).advance(minutes=1)
    desk.do(photos.set_photo, participant=keisha.id, image=OTHER)
    assert shown(desk, keisha.id) == OTHER
    desk.do(photos.remove_photo, participant=keisha.id)
    assert shown(desk, keisha.id) is None
    for expected in (OTHER, ONE, None):
        desk.undo()
        assert shown(desk, keisha.id) == expected
    assert shown(desk, andre.id) is None


def test_when_it_was_taken_in_stands_beside_it(desk: Desk, keisha: Registered) -> None:
    clock_of(desk).advance(minutes=7)
    desk.do(photos.set_photo, participant=keisha.id, image=ONE)
    with desk.store.read() as session:
        assert session.scalars(select(schema.Photo.at)).one() == clock_of(desk).now()


def test_the_journal_holds_the_photo_so_that_another_station_can_replay_it(desk: Desk, keisha: Registered) -> None:
    desk.do(photos.set_photo, participant=keisha.id, image=ONE)
    with desk.store.read() as session:
        args = session.scalars(select(schema.JournalRow.args).where(schema.JournalRow.kind == "photos.set")).one()
    assert len(json.loads(args or "")["image"]) == 4 * -(-len(ONE) // 3)


def test_there_is_no_photo_of_nobody(desk: Desk, keisha: Registered) -> None:
    with pytest.raises(Refusal, match="no photo"):
        desk.do(photos.remove_photo, participant=keisha.id)
    with pytest.raises(Refusal, match="not in the meeting file"):
        desk.do(photos.set_photo, participant="gone", image=ONE)


@pytest.mark.parametrize("image", [saved(quarters(), "PNG"), ONE + b"\0" * MOST_STORED])
def test_only_what_was_made_for_a_badge_is_kept(desk: Desk, keisha: Registered, image: bytes) -> None:
    with pytest.raises(ValueError, match="not a photograph"):
        desk.do(photos.set_photo, participant=keisha.id, image=image)


def test_the_limits_of_the_file_and_of_the_photo_agree() -> None:
    assert photos.LARGEST == MOST_STORED
