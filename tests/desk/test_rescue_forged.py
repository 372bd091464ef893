"""Whoever can write to the folder of the rescue files puts nothing into the notes in another's name, and reads none of them."""

import os
from pathlib import Path

import pytest

from cmc_desk.db.keys import DataKey, new_data_key
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rescue import RescueFile, clear_rescued, meeting_mark, rescued
from cmc_desk.desk.rescue_taking import take_rescued
from cmc_desk.rules.refusal import Unavailable
from tests.desk.note_hands import ITEM, entry, file, said
from tests.meetings import DESK_A, DESK_B, MORNING

KEY = new_data_key()
# "Of before." of DESK_A, as the program sealed it before lines knew their file and number, with a key of the bytes 0 to 31.
_FORMER = (
    "xWVTUFzM/GssJ/oi3kF94ibqvDWi8S7c3a7YteeMrefMw7356Fcg3TJmcXpRxjsb1T45f1zLCR0m7WCMQPcoYVFlNIpBDPYXCIHoFmNlpQzHb/ROWE1oHYtS"
    "K0dQG2p+ZuJwXYxRDr0jto49qKkN2374462lE5XQ3xpkk3BQGbxZJ0Se+nWG387dR+EBq/UaB+aUeEV9sCXU4kovhwht/MT4oUaaEfDmXWiNKAV9lv2Hq/DU"
    "6GsJp5cz8S+8cCe6uDoQ7M7qNEbL8hngXDuYjYfAyMNiIPNzkfRp0GCE8aD2U61PEgsS8nVtMiIEs94pxpuxGwBPXB38T9Yf+K7jY5YDjQOwb4GPqYiEzVIF"
    "pQhsOD/1qs2IHsM5ibQsxzrcrUCnC0d9KSI0muONkp+eg01oBXJ60LmSki+898Qv02xVSkheEQW9t8W6iQw+j0o2GscqFMibLIg8VfC2VUbeC95cvJgA5JXm"
    "Q1wl80Mx+NdKX2MZLL75mwVh8SpaRzTT35boKuWu//LQYTxcH8v5VC8+GxFO4/JmaFH842D3QoMDhkC6TgfIS8k4RAS6UaBGsWTZ12UhUWcxsnrKIEqAPbK3"
    "hpxs4kQZuIFiWu/xfJhQ/cUEoN32CBnWKX/ZNJoo6VRqlIlGF6qcWxIhNfbctWnF/DFBk22geHxX84l63ZQhIe0uhg=="
)
posix = pytest.mark.skipif(os.name != "posix", reason="owners and links of files as Unix has them")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "rescue"


def append(rescue: RescueFile, key: str, text: str, base: int = 0) -> Path:
    return rescue.append(at=MORNING, entry=key, item=ITEM, started_at=MORNING, written=said(text), base=base)


def of(folder: Path, mark: str = "m") -> RescueFile:
    return RescueFile((folder,), meeting=mark, author=DESK_A, key=KEY)


def texts(folder: Path, mark: str = "m") -> list[str]:
    return [one.written.text for one in rescued((folder,), mark, key=KEY)]


def test_a_plain_line_beside_an_encrypted_meeting_is_taken_in_the_name_of_who_takes_it(
    desk: Desk, folder: Path
) -> None:
    mark, key = desk.read(meeting_mark), file(desk, said("One."))
    forger = RescueFile((folder,), meeting=mark, author=DESK_B)
    append(forger, "k", "Forged")
    append(forger, key, "One. Forged.", 1)
    found = rescued((folder,), mark, key=KEY)
    assert {one.author_in_words for one in found} == {f"not sealed, said to be of {DESK_B.operator}"}
    desk.do(take_rescued, texts=found)
    assert (entry(desk, "k").author, entry(desk, "k").station) == (DESK_A.operator, DESK_A.station)
    assert entry(desk, key).changed_by == DESK_A.operator


def test_a_line_holds_in_its_own_file_and_place_only(folder: Path) -> None:
    rescue = of(folder)
    path = append(rescue, "k", "Zero")
    append(rescue, "l", "One")
    first, second, _end = path.read_bytes().split(b"\n")
    other = path.with_name("notes-m-0123456789abcdef.jsonl")
    other.write_bytes(first + b"\n")
    assert texts(other.parent) == ["Zero", "One"]
    other.unlink()
    # The first line was cut away: the rest is offered, and the file is kept for whoever wants to look into it.
    path.write_bytes(second + b"\n")
    found = rescued((folder,), "m", key=KEY)
    assert [one.written.text for one in found] == ["One"]
    clear_rescued((folder,), "m", texts=found, taken=True, key=KEY)
    assert [one.name for one in folder.iterdir()] == [path.name + ".aside"]


def test_a_file_whose_lines_are_all_there_goes_when_they_were_taken(folder: Path) -> None:
    rescue = of(folder)
    append(rescue, "k", "Zero")
    append(rescue, "k", "One")
    clear_rescued((folder,), "m", texts=rescued((folder,), "m", key=KEY), taken=True, key=KEY)
    assert list(folder.iterdir()) == []


def test_what_was_sealed_before_lines_had_numbers_is_offered_in_the_name_of_who_typed_it(folder: Path) -> None:
    key = DataKey(bytes(range(32)))
    rescue = RescueFile((folder,), meeting="m", author=DESK_B, key=key)
    append(rescue, "l", "Of now")
    former = folder / "notes-m-1404c8916cff2132.jsonl"
    former.write_text(_FORMER + "\n", encoding="ascii")
    former.chmod(0o600)
    found = rescued((folder,), "m", key=key)
    assert {(one.written.text, one.author_in_words) for one in found} == {
        ("Of before.", DESK_A.operator),
        ("Of now", DESK_B.operator),
    }
    clear_rescued((folder,), "m", texts=found, taken=True, key=key)
    assert not list(folder.iterdir())
    former.write_text(_FORMER[:40] + "AAAA" + _FORMER[44:] + "\n", encoding="ascii")
    assert not rescued((folder,), "m", key=key), "one that was changed is none of ours"


def test_a_line_that_is_deeper_than_any_of_ours_hides_no_other(folder: Path) -> None:
    path = append(of(folder), "k", "One")
    with path.open("ab") as stream:
        stream.write(b'{"a":' + b"[" * 200_000 + b"\n")
    assert texts(folder) == ["One"]


@posix
def test_what_a_full_disk_took_the_beginning_of_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rescue, write = of(folder), os.write
    path = append(rescue, "k", "One")
    before = path.read_bytes()

    def full(handle: int, line: bytes) -> int:
        if len(line) < 100:
            raise OSError(28, "no space")
        return write(handle, line[:50])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(Unavailable):
            append(rescue, "k", "Two")
    assert path.read_bytes() == before
    append(rescue, "k", "Three")
    assert texts(folder) == ["Three"]


@posix
def test_a_folder_that_is_a_link_or_open_to_others_is_not_used_as_it_is(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True, mode=0o777)
    folder.chmod(0o777)
    append(of(folder), "k", "One")
    assert folder.stat().st_mode & 0o777 == 0o700
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(Unavailable):
        append(of(link), "k", "Two")
    assert (texts(link), texts(folder)) == ([], ["One"])


@posix
def test_a_folder_or_file_of_another_user_is_neither_written_nor_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(of(folder), "k", "One")
    someone_else = os.getuid() + 1
    with monkeypatch.context() as patched:
        patched.setattr(os, "getuid", lambda: someone_else)
        assert texts(folder) == []
        with pytest.raises(Unavailable):
            append(of(folder), "k", "Two")
    assert texts(folder) == ["One"]


@posix
def test_nothing_is_written_through_a_link_or_into_a_file_with_two_names(folder: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine\n")
    for make in (Path.symlink_to, Path.hardlink_to):
        rescue = of(folder)
        path = append(rescue, "k", "One")
        path.unlink()
        make(path, victim)
        with pytest.raises(Unavailable):
            append(rescue, "k", "Two")
        assert (victim.read_bytes(), texts(folder)) == (b"mine\n", [])
        path.unlink()
