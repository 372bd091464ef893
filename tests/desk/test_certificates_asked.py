"""What can be asked of certificates, and who signs them in which language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people_certified import gather_certificates
from cmc_desk.desk.setup_agenda import remove_item
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.refusal import Refusal
from tests.desk import kingston
from tests.meetings import open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample meeting: three sessions on two days."""
    made = open_desk(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("asked", "said", "field"),
    [
        (Ask(sessions_needed=4), "at 4 sessions: attendance is taken at 3. Ask for 3 or fewer.", "sessions_needed"),
        (Ask(days_needed=3), "on 3 days: attendance is taken on 2. Ask for 2 or fewer.", "days_needed"),
    ],
)
def test_a_certificate_for_more_than_the_meeting_has_is_refused(desk: Desk, asked: Ask, said: str, field: str) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        desk.read(gather_certificates, asked)
    assert refused.value.field == field


def test_where_attendance_is_taken_at_one_session_or_at_none_the_refusal_says_so(desk: Desk) -> None:
    for key in ("opening", "discussion", "day2-registration"):
        desk.do(remove_item, id=key)
    with pytest.raises(Refusal, match=r"at 1 only\. Ask"):
        desk.read(gather_certificates, Ask(sessions_needed=2))
    with pytest.raises(Refusal, match=r"on 1 only\. Ask"):
        desk.read(gather_certificates, Ask(days_needed=2))
    desk.do(remove_item, id="context")
    with pytest.raises(Refusal, match=r"at none\. Ask for days"):
        desk.read(gather_certificates, Ask(sessions_needed=1))
    assert desk.read(gather_certificates, Ask()).certificates == ()


@pytest.mark.parametrize(
    ("language", "host", "iom", "unhcr"),
    [
        (
            "en",
            "Government of Jamaica",
            "International Organization for Migration (IOM)",
            "United Nations High Commissioner for Refugees (UNHCR)",
        ),
        (
            "es",
            "Gobierno de Jamaica",
            "Organización Internacional para las Migraciones (OIM)",
            "Alto Comisionado de las Naciones Unidas para los Refugiados (ACNUR)",
        ),
        (
            "fr",
            "Gouvernement de la Jamaïque",
            "Organisation internationale pour les migrations (OIM)",
            "Haut-Commissariat des Nations Unies pour les réfugiés (HCR)",
        ),
        (
            "nl",
            "Regering van Jamaica",
            "Internationale Organisatie voor Migratie (IOM)",
            "Hoge Commissaris van de Verenigde Naties voor Vluchtelingen (UNHCR)",
        ),
    ],
)
def test_whoever_signs_is_named_in_the_language_of_the_certificate(
    tmp_path: Path, language: str, host: str, iom: str, unhcr: str
) -> None:
    desk = kingston.open_desk(tmp_path)
    assert desk.read(gather_certificates, Ask(language=language)).signatories == (host, iom, unhcr)
    desk.close()
