"""A data key comes back for the right secret, and for nothing else."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.db import keys
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.db.conftest import COST

RECOVERY = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"


def written(path: Path) -> keys.DataKey:
    key = keys.new_data_key()
    keys.write_key_file(path, key, passphrase="right", recovery=RECOVERY)
    return key


@settings(max_examples=25)
@given(secret=st.text(min_size=1, max_size=40), other=st.text(max_size=40))
def test_what_a_secret_wraps_only_that_secret_unwraps(secret: str, other: str) -> None:
    key = keys.new_data_key()
    slot = keys._slot("passphrase", secret, key)
    assert keys._open(slot, secret) == key
    assert (keys._open(slot, other) == key) is (other == secret)


@settings(max_examples=25)
@given(field=st.sampled_from(["salt", "key", "seal"]), place=st.integers(0, 15), bit=st.integers(0, 7))
def test_a_slot_with_one_bit_changed_opens_nothing(field: str, place: int, bit: int) -> None:
    slot = keys._slot("passphrase", "right", keys.new_data_key())
    raw = bytearray(keys._bytes(slot[field]))
    raw[place] ^= 1 << bit
    assert keys._open({**slot, field: keys._text(bytes(raw))}, "right") is None


def test_two_slots_of_one_secret_have_nothing_in_common() -> None:
    key = keys.new_data_key()
    first, second = (keys._slot("passphrase", "right", key) for _turn in range(2))
    assert all(first[name] != second[name] for name in ("salt", "key", "seal"))


def test_the_recovery_key_may_be_typed_as_people_type(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc.key"
    key = written(path)
    for typed in (RECOVERY, RECOVERY.lower(), RECOVERY.replace("-", ""), f" {RECOVERY.replace('-', ' ')}\n"):
        assert keys.unlock(path, typed) == key
    with pytest.raises(Refusal):
        keys.unlock(path, RECOVERY[:-1] + "2")


def test_another_passphrase_leaves_the_recovery_key_and_retires_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc.key"
    key = written(path)
    keys.change_passphrase(path, key=key, passphrase="new one")
    assert keys.unlock(path, "new one") == keys.unlock(path, RECOVERY) == key
    with pytest.raises(Refusal) as refused:
        keys.unlock(path, "right")
    assert refused.value.field == "passphrase"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b"{}",
        b'{"format": 2, "slots": [1]}',
        b'{"format": 1, "slots": []}',
        b'{"format": 1, "slots": [1]}',
        b'{"format": 1, "slots": [{"kind": "passphrase"}]}',
        b'{"format": 1, "slots": [{"kind": "passphrase", "salt": "%", "key": "", "seal": "", "time_cost": 1}]}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_key_file_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.cmc.key"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=r"m\.cmc\.key"):
        keys.unlock(path, "right")


def test_a_slot_that_asks_for_the_impossible_is_no_key_file(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc.key"
    written(path)
    content = json.loads(path.read_bytes())
    for change in ({"memory_cost": 1 << 40}, {"time_cost": 0}, {"parallelism": "many"}, {"key": "AAAA"}):
        slots = [{**content["slots"][0], **change}]
        path.write_text(json.dumps({"format": 1, "slots": slots}))
        with pytest.raises(Refusal):
            keys.unlock(path, "right")


def test_a_key_file_that_cannot_be_read_is_a_trouble_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "m.cmc.key").mkdir()
    with pytest.raises(Unavailable, match=r"m\.cmc\.key"):
        keys.unlock(tmp_path / "m.cmc.key", "right")


def test_a_key_never_shows_itself() -> None:
    key = keys.new_data_key()
    assert key.raw.hex() not in repr(key)
    assert keys.new_data_key() != key


def test_a_recovery_key_has_thirty_two_letters_that_cannot_be_mistaken() -> None:
    fresh = keys.new_recovery_key()
    assert [len(group) for group in fresh.split("-")] == [4] * 8
    assert not set(fresh) & set("01IO")
    assert keys.new_recovery_key() != fresh


def test_a_damaged_slot_does_not_keep_the_recovery_key_from_opening(tmp_path: Path) -> None:
    path = tmp_path / "m.cmc.key"
    key = written(path)
    content = json.loads(path.read_bytes())
    content["slots"][0] = {"kind": "passphrase"}
    path.write_text(json.dumps(content))
    assert keys.unlock(path, RECOVERY) == key
    with pytest.raises(Refusal, match="another part of it is damaged") as refused:
        keys.unlock(path, "right")
    assert refused.value.field == "passphrase"
    assert "not a key file" not in refused.value.sentence


def test_a_slot_costs_whoever_guesses_sixty_four_mebibytes_three_times() -> None:
    assert COST == {"time_cost": 3, "memory_cost": 64 * 1024, "parallelism": 4}
