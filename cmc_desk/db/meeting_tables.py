"""The tables of the meeting itself: days, agenda, delegations, who works here."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from cmc_desk.db.base import Base, Plain
from cmc_desk.rules.meeting import DelegationKind, Eligibility, ItemKind, Role


class Meeting(Base):
    """The one meeting of this file."""

    __tablename__ = "meeting"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str]
    title: Mapped[str]
    short_title: Mapped[str]
    subtitle: Mapped[str]
    host: Mapped[str]
    host_delegation: Mapped[str]
    sponsors: Mapped[list[str]]
    venue: Mapped[str]
    city: Mapped[str]
    zone: Mapped[str]
    language: Mapped[str]
    objectives: Mapped[list[str]]
    grace_minutes: Mapped[int]
    training: Mapped[bool]
    backup_folder: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]


class Day(Base):
    """A day of the meeting."""

    __tablename__ = "day"

    id: Mapped[date] = mapped_column(primary_key=True)


class Item(Base):
    """A line of the agenda; where `attendance` is set it is a session whose attendance is taken."""

    __tablename__ = "item"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[date] = mapped_column(ForeignKey("day.id"))
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    title: Mapped[str]
    kind: Mapped[ItemKind]
    points: Mapped[list[str]]
    speakers: Mapped[list[Plain]]
    documents: Mapped[list[str]]
    continues: Mapped[str] = mapped_column(default="")
    attendance: Mapped[bool]
    __table_args__ = (CheckConstraint("ends > starts", name="ends_after_it_starts"),)


class Draft(Base):
    """A draft document that the meeting considers."""

    __tablename__ = "draft"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    title: Mapped[str]
    short_title: Mapped[str]
    position: Mapped[int]


class Category(Base):
    """A participant category; the first whose conditions a person meets is theirs."""

    __tablename__ = "category"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str]
    colour: Mapped[str]
    position: Mapped[int]
    capacities: Mapped[list[str]]
    kinds: Mapped[list[str]]
    delegations: Mapped[list[str]]


class Delegation(Base):
    """A State, territory or organisation that is invited."""

    __tablename__ = "delegation"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    kind: Mapped[DelegationKind]
    names: Mapped[dict[str, str]]
    short_names: Mapped[dict[str, str]]
    aliases: Mapped[list[str]]
    of_state: Mapped[str]
    # Whatever was written before there were regions says nothing of them.
    region: Mapped[str] = mapped_column(String(60), default="")
    main_language: Mapped[str]
    eligibility: Mapped[Eligibility]
    quota: Mapped[int]
    airport: Mapped[str]
    zone: Mapped[str]
    flag: Mapped[str]
    __table_args__ = (
        CheckConstraint("quota >= 0", name="quota_is_not_negative"),
        CheckConstraint("length(region) <= 60", name="region_is_short"),
    )


class Operator(Base):
    """Somebody who works with the program."""

    __tablename__ = "operator"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[Role]


class Station(Base):
    """A place where the program stands, such as a desk."""

    __tablename__ = "station"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class HostName(Base):
    """What the host is called in a language (its code) other than that of the meeting, for papers in that language."""

    __tablename__ = "host_name"

    id: Mapped[str] = mapped_column(String(8), primary_key=True)
    name: Mapped[str]
    __table_args__ = (CheckConstraint("name <> ''", name="says_it"),)


class Contact(Base):
    """A number to call at the meeting, such as the police or the secretariat; it stands on the back of badges."""

    __tablename__ = "contact"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    label: Mapped[str]
    number: Mapped[str]
    __table_args__ = (CheckConstraint("label <> '' AND number <> ''", name="says_whom_and_where"),)
