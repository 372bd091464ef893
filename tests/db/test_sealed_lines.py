"""A sealed line opens with its key, purpose, file and whole length, and with nothing else."""

import base64

import pytest

from cmc_desk.db.keys import new_data_key
from cmc_desk.db.sealed_lines import LineSeal

KEY, OTHER = new_data_key(), new_data_key()
SEAL = LineSeal(KEY, purpose="rescue")
CONTENT = "Le Curaçao prend note. ".encode() * 9


def refuses(line: bytes, seal: LineSeal = SEAL, place: str = "a") -> bool:
    try:
        seal.open(line, place=place)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize("content", [b"", b"x", CONTENT, bytes(64), bytes(65)])
@pytest.mark.parametrize("number", [0, 1, 70_000])
def test_what_was_sealed_opens_with_its_number(content: bytes, number: int) -> None:
    line = SEAL.seal(content, place="a", number=number)
    assert SEAL.open(line, place="a") == (number, content)
    assert line != SEAL.seal(content, place="a", number=number)


def test_it_opens_for_no_other_key_purpose_or_file() -> None:
    line = SEAL.seal(CONTENT, place="a", number=0)
    assert not refuses(line)
    assert refuses(line, LineSeal(OTHER, purpose="rescue"))
    assert refuses(line, LineSeal(KEY, purpose="another"))
    assert refuses(line, place="b")
    assert refuses(line, place="")


def test_a_line_that_was_cut_at_any_length_or_changed_in_any_byte_is_told_apart() -> None:
    line = SEAL.seal(CONTENT, place="a", number=3)
    assert all(refuses(line[:length]) for length in range(len(line)))
    raw = base64.b64decode(line)
    assert all(refuses(base64.b64encode(raw[:length])) for length in range(len(raw)))
    changed = (raw[:at] + bytes((raw[at] ^ 1,)) + raw[at + 1 :] for at in range(len(raw)))
    assert all(refuses(base64.b64encode(one)) for one in changed)
    assert refuses(line + b"\xff")
