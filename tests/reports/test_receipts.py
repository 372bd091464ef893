"""Receipts, payment sheet and cash pack: what stands on them is what is paid, to the cent, in figures and in words."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from cmc_desk.reports.payment_sheet import PaymentSheet
from cmc_desk.reports.receipts import Receipts
from cmc_desk.rules.papers import Format
from cmc_desk.rules.travel_states import Method
from tests.reports.golden_travel import paper
from tests.reports.read_pdf import page_count, texts_on, words_on
from tests.reports.travel_case import POLICY, allowance, cash_pack, in_jamaican, payee

NARROW, FIRM = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def plain(words: list[str]) -> str:
    return " ".join(words).replace(NARROW, " ").replace(FIRM, " ")


def receipt(*payees: object, language: str = "en") -> str:
    data = paper("receipts", content=Receipts(language, "Kingston", payees))  # type: ignore[arg-type]
    return plain([word.text for word in words_on(data)])


def test_a_receipt_explains_every_figure_and_says_the_amount_in_words() -> None:
    said = receipt(payee())
    for words in ("Receipt No. 12", "USD 355.20", "Day of departure: 40 % of the rate of KIN", "USD −460.80"):
        assert words in said
    assert "Policy: United Nations split 50/6/12/12/20. Source: Sample circular of December 2019." in said
    assert "Three hundred and fifty-five United States dollars and twenty cents" in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "Trescientos cincuenta y cinco dólares"),
        ("fr", "Trois cent cinquante-cinq dollars"),
        ("nl", "Driehonderdvijfenvijftig"),
    ],
)
def test_the_amount_in_words_is_in_the_language_of_the_receipt(language: str, words: str) -> None:
    assert words in receipt(payee(), language=language)


def test_rounding_of_cash_and_the_rate_with_its_source_are_lines_of_their_own() -> None:
    said = receipt(in_jamaican())
    assert "JMD 49 195.20" in said
    assert "Rounding of cash JMD +4.80" in said
    assert "(source: UN operational" in said
    assert "Forty-nine thousand two hundred Jamaican dollars" in said


def test_what_was_received_before_is_taken_off_and_what_is_too_much_is_given_back() -> None:
    said = receipt(payee(received_before=300_00, handed=55_20))
    assert "Less what was received with a receipt that is void USD −300.00" in said
    assert "Fifty-five United States dollars and twenty cents" in said
    back = receipt(payee(received_before=400_00, handed=-44_80))
    assert "To be given back USD 44.80" in back
    assert "I have given back the amount stated above." in back


def test_a_void_receipt_says_so_and_why_on_each_of_its_pages() -> None:
    one = allowance()
    long = replace(one, days=one.days * 12)
    data = paper("receipts", content=Receipts("en", "Kingston", (payee(allowance=long, void="A wrong rate."),)))
    assert page_count(data) > 1
    for page in range(1, page_count(data) + 1):
        assert "VOID. A wrong rate." in plain(texts_on(data, page))
        assert "Receipt No. 12" in plain(texts_on(data, page))


def test_terminals_stand_in_the_strip_and_in_the_sums() -> None:
    one = replace(allowance(), policy=replace(POLICY, terminals=Decimal(47)), terminals=Decimal(94), trips=2)
    said = receipt(payee(allowance=one, amount=449_20, paid_amount=449_20, handed=449_20))
    assert "2 trips to or from a terminal at 47.00." in said
    assert "Terminals USD 94.00" in said
    sheet = plain(
        [word.text for word in words_on(paper("payment-sheet", content=PaymentSheet((payee(allowance=one),))))]
    )
    assert "with terminals 94.00" in sheet


def test_a_page_says_that_nothing_was_paid_yet() -> None:
    assert "Nothing was paid yet" in receipt()


def test_policy_and_source_stand_on_every_page_of_the_payment_sheet() -> None:
    data = paper("payment-sheet", content=PaymentSheet(tuple(payee(f"Robin Example-{n}", n) for n in range(1, 41))))
    assert page_count(data) > 2
    for page in range(1, page_count(data) + 1):
        assert "Source: Sample circular of December 2019." in plain(texts_on(data, page))


def test_each_policy_and_currency_is_summed_up_on_a_sheet_of_its_own() -> None:
    other = replace(allowance(), policy=replace(POLICY, name="Another policy"))
    sheet = PaymentSheet((payee(), in_jamaican(), payee("Robin Muster", None, allowance=other)))
    assert [(policy.name, currency, len(some)) for policy, currency, some in sheet.parts] == [
        ("Another policy", "USD", 1),
        (POLICY.name, "JMD", 1),
        (POLICY.name, "USD", 1),
    ]
    assert page_count(paper("payment-sheet", content=sheet)) == 3


def test_the_sheet_tells_who_is_paid_otherwise_and_what_was_received_before() -> None:
    sheet = PaymentSheet((payee(receipt=None, method=Method.BANK, received_before=100_00, handed=255_20),))
    said = plain([word.text for word in words_on(paper("payment-sheet", content=sheet))])
    assert "bank transfer" in said
    assert "received before 100.00" in said
    assert "Nothing" not in said
    empty = plain([word.text for word in words_on(paper("payment-sheet", content=PaymentSheet(())))])
    assert "No payment is approved yet." in empty


def test_the_workbook_has_real_numbers_that_add_up_and_a_row_for_each_day() -> None:
    book = load_workbook(io.BytesIO(paper("payment-sheet", Format.XLSX, PaymentSheet((payee(), in_jamaican())))))
    rows = [dict(zip([cell.value for cell in book["Payments"][1]], row, strict=True)) for row in book["Payments"].iter_rows(min_row=2, values_only=True)]  # fmt: skip
    by_currency = {row["Currency paid"]: row for row in rows}
    assert by_currency["USD"]["Paid out"] == 355.2
    assert by_currency["JMD"]["Before rounding"] + by_currency["JMD"]["Rounding of cash"] == pytest.approx(49_200)
    assert by_currency["JMD"]["Rate of exchange"] == "138.50"
    assert book["Days"].max_row == 9
    assert [cell.value for cell in book["Totals"][2]][1:] == ["JMD", 1, 49_200, 0, 49_200]


def test_the_bank_is_asked_for_the_notes_of_every_envelope_and_for_nobody_by_name() -> None:
    pack = cash_pack("Keisha Example-Blake", "Andre Sample-Cox", "Robin Muster")
    said = plain([word.text for word in words_on(paper("bank-notes", content=pack))])
    assert "USD 710.40 For 2 envelopes." in said
    assert "100 6 600.00" in said
    assert "in coins 0.40" in said
    assert not {"Keisha", "Andre", "Robin"} & set(said.split())
    slips = plain([word.text for word in words_on(paper("envelope-slips", content=pack))])
    assert "3 × 100" in slips
    assert "coins 0.20" in slips


def test_more_than_ten_slips_go_on_to_another_sheet_and_none_at_all_are_said_to_be_none() -> None:
    assert page_count(paper("envelope-slips", content=cash_pack(*(f"Robin Example-{n}" for n in range(11))))) == 2
    for name in ("envelope-slips", "bank-notes"):
        said = plain([word.text for word in words_on(paper(name, content=cash_pack()))])
        assert "No payment in cash is approved." in said
