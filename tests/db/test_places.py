"""Folders in which a meeting file is not safe are recognised."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from cmc_desk.db.places import PlaceKind, file_system_of, is_network, kind_of_path, place_of

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /srv/office nfs4 rw 0 0
//host/share /media/my\\040share cifs rw 0 0
/dev/sdb1 /srv/office/local ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PureWindowsPath("C:/Meetings/OneDrive - Example Agency/m"), "OneDrive"),
        (PureWindowsPath("C:/Meetings/Dropbox (Office)"), "Dropbox"),
        (PureWindowsPath("G:/My Drive/meetings"), "Google Drive"),
        (PurePosixPath("/x/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud"),
        (PurePosixPath("/x/Nextcloud/meetings"), "Nextcloud"),
    ],
)
def test_the_folder_of_a_synchronising_program_is_known_by_its_name(path: PurePosixPath, name: str) -> None:
    assert kind_of_path(path) == (PlaceKind.SYNCHRONISED, name)


def test_a_share_of_the_network_is_known_by_its_path() -> None:
    assert kind_of_path(PureWindowsPath("//server/share/meetings"))[0] is PlaceKind.NETWORK
    assert kind_of_path(PureWindowsPath("//?/C:/meetings"))[0] is PlaceKind.LOCAL


def test_an_ordinary_folder_is_local() -> None:
    assert kind_of_path(PurePosixPath("/x/.local/share/cmc-desk/meetings")) == (PlaceKind.LOCAL, "")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/office/meetings", "nfs4"),
        ("/srv/office/local/meetings", "ext4"),
        ("/media/my share/a", "cifs"),
        ("/srv/officer", "ext4"),
    ],
)
def test_the_longest_mount_point_decides(path: str, kind: str) -> None:
    assert file_system_of(PurePosixPath(path), MOUNTS) == kind
    assert is_network(kind) == (kind in ("nfs4", "cifs"))


def test_a_folder_of_this_computer_has_free_space(tmp_path: Path) -> None:
    place = place_of(tmp_path / "not" / "yet")
    assert place.kind is PlaceKind.LOCAL
    assert place.free


def test_a_renamed_synchronised_folder_is_known_by_the_mark_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    inside = tmp_path / "meetings"
    inside.mkdir()
    found = place_of(inside)
    assert (found.kind, found.name) == (PlaceKind.SYNCHRONISED, "Syncthing")


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "m"
    real.mkdir(parents=True)
    link = tmp_path / "meetings"
    try:
        link.symlink_to(real, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert place_of(link).kind is PlaceKind.SYNCHRONISED
