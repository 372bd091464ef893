"""Who opens a meeting, as what, where, with which passphrase."""

from dataclasses import dataclass

from cmc_desk.rules.meeting import Role


@dataclass(frozen=True, slots=True)
class Who:
    """What the form of the first window says; an empty name leaves it to the meeting, an empty secret is none."""

    name: str = ""
    role: Role = Role.DESK
    station: str = ""
    language: str = "en"
    secret: str = ""
