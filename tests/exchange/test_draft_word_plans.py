"""Plans of action in Word are tables of many kinds: merged cells, bands across them, changes in cells and of rows."""

from cmc_desk.exchange.draft_word import proposals_of, read_draft
from cmc_desk.rules.document_kinds import DocumentKind, PlanField, ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import DraftText, Provision
from tests.exchange.word_files import BY, cell, paragraph, put_in, run, table, taken_out, word_file

KINDS = ProvisionKind
BARBADOS = {BY: ("BB",)}


def test_tables_become_rows_with_merged_cells_filled_down() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    read = read_draft(
        word_file(
            table(
                ("Eje temático", "Actividad", "Indicadores", "Línea de base", "Responsable", "Plazo"),
                (
                    cell(run("1. Movilidad"), down),
                    cell(run("Formar"), down),
                    "Oficiales",
                    cell(run("0"), down),
                    cell(run("OIM"), down),
                    "2020",
                ),
                (cell("", on), cell("", on), "Cursos", cell("", on), cell("", on), "2021"),
                (cell("", on), "Publicar", "", "", cell("", on), "continuo"),
                (cell(run("2. Protección"), '<w:gridSpan w:val="6"/>'),),
                (cell(run("2.1 Acceso"), '<w:gridSpan w:val="6"/>'),),
                ("", "Reunirse", "", "", "ACNUR", ""),
                ("Eje temático", "Actividad", "Indicadores", "Línea de base", "Responsable", "Plazo"),
            )
        )
    )
    field = PlanField
    assert [(one.kind, one.level, one.label, one.text, dict(one.cells)) for one in read.provisions] == [
        (KINDS.HEADING, 1, "1", "Movilidad", {}),
        (KINDS.PLAN_ROW, 3, "", "Formar", {field.LEAD: "OIM", field.TIMEFRAME: "2020"}),
        (KINDS.PLAN_ROW, 4, "", "Oficiales", {field.BASELINE: "0"}),
        (KINDS.PLAN_ROW, 4, "", "Cursos", {field.BASELINE: "0", field.TIMEFRAME: "2021"}),
        (KINDS.PLAN_ROW, 3, "", "Publicar", {field.LEAD: "OIM", field.TIMEFRAME: "continuo"}),
        (KINDS.HEADING, 1, "2", "Protección", {}),
        (KINDS.HEADING, 2, "2.1", "Acceso", {}),
        (KINDS.PLAN_ROW, 3, "", "Reunirse", {field.LEAD: "ACNUR"}),
    ]


def test_changes_in_cells_and_of_rows_are_proposals_on_the_field_and_on_the_row() -> None:
    plan = DraftText(
        "p",
        "Plan",
        "Plan",
        DocumentKind.PLAN,
        provisions=(
            Provision("r1", KINDS.PLAN_ROW, "Train officials.", "1.1", 3, cells=((PlanField.LEAD.value, "IOM"),)),
            Provision("r2", KINDS.PLAN_ROW, "Share data.", "1.2", 3),
        ),
    )
    read = read_draft(
        word_file(
            table(
                ("No.", "Activity", "Lead"),
                ("1.1", "Train officials.", cell(taken_out("IOM") + put_in("UNHCR"))),
                ("1.1 bis", "Train judges.", "IOM"),
                ("1.2", "Share data.", ""),
                changes={2: "ins", 3: "del"},
            )
        )
    )
    lead, new, gone = proposals_of(read, plan, BARBADOS)
    assert (lead.provision, lead.field, lead.new_text) == ("r1", PlanField.LEAD, "UNHCR")
    assert (new.action, new.provision, new.new_label, new.new_text, new.new_cells, new.rationale) == (
        ProposalAction.INSERT_AFTER,
        "r1",
        "1.1 bis",
        "Train judges.",
        (("lead", "IOM"),),
        "",
    )
    assert (gone.action, gone.provision) == (ProposalAction.DELETE, "r2")


def test_a_row_that_is_put_in_where_there_is_no_plan_says_its_cells_why_it_is_proposed() -> None:
    text = DraftText("d", "D", "D", DocumentKind.OTHER, provisions=(Provision("p", KINDS.PARAGRAPH, "States meet."),))
    content = paragraph(run("States meet.")) + table(
        ("No.", "Activity", "Lead", "Target"), ("1", "Train judges.", "IOM", "9"), changes={1: "ins"}
    )
    (new,) = proposals_of(read_draft(word_file(content)), text, BARBADOS)
    assert (new.new_text, new.new_cells, new.rationale) == ("Train judges.", (), "Target: 9\nLead: IOM")
