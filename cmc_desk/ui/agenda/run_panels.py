"""The panels of the Run mode, one open at a time: each asks for something, and what it asks is done and said here."""

from datetime import timedelta

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from cmc_desk.desk import agenda, agenda_plan, floor_list
from cmc_desk.desk import floor as floor_desk
from cmc_desk.desk.counters import desk_state
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.compress import CompressPlan, compress
from cmc_desk.rules.fair_floor import FloorMember, fair_floor
from cmc_desk.rules.floor_kinds import HostPlace, SpeechKind, category_of
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.refusal import Refusal, Unavailable
