"""Drafts with everything in them that delegations propose; all of it fictional."""

from dataclasses import replace
from datetime import UTC, datetime

from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.rules.document_kinds import (
    Channel,
    Concern,
    DocumentKind,
    PartyRole,
    PlanField,
    ProposalAction,
    ProposalDecision,
    ProposalType,
    ProvisionKind,
    ProvisionStatus,
)
from cmc_desk.rules.drafts import ACTIVITY, INDICATOR, DraftText, DraftVersion, Provision
from cmc_desk.rules.proposals import Party, Proposal, Response
from cmc_desk.rules.redline import Alternative, Meter, Rendered, RenderedDraft, Run
from cmc_desk.rules.word_difference import compared

AT = datetime(2019, 12, 6, 16, 12, tzinfo=UTC)
NAMES = (
    ("CU", "Cuba"),
    ("JM", "Jamaica"),
    ("LC", "Saint Lucia"),
    ("NL", "Netherlands"),
    ("TT", "Trinidad and Tobago"),
)
PREAMBLE = (
    "Recalling the outcomes of earlier consultations, and mindful of the coöperation of “all” [concerned] States,"
)
BEFORE = "Participating States will consider common procedures for persons displaced across borders by disasters, in line with existing national legislation."
NOW = "Participating States will develop common procedures for persons displaced across borders by disasters, in line with national legislation."
LUCIA = "Participating States will develop common procedures for the temporary admission and stay of persons displaced across borders by disasters and the adverse effects of climate change, in line with national legislation."
TRINIDAD = "Participating States will exchange good practices on persons displaced across borders by disasters, subject to national capacity."


def runs(before: str, after: str, proposal: str = "") -> tuple[Run, ...]:
    """Return how a text became another."""
    return tuple(Run(piece.text, piece.kept, proposal) for piece in compared(before, after))


def provision(key: str, kind: ProvisionKind, text: str, label: str = "", level: int = 1, **cells: str) -> Provision:
    """Return a provision; `cells` are named as the members of `PlanField`."""
    named = tuple((PlanField[name.upper()].value, said) for name, said in cells.items())
    return Provision(key, kind, text, label, level, cells=named, path=label)


def proposal(number: int, on: str, new_text: str, proposer: str, **changes: object) -> Proposal:
    """Return a proposal for the text of a provision."""
    supporters = changes.pop("supporters", ())
    one = Proposal(
        key=f"k{number:03d}",
        number=number,
        draft="plan",
        action=ProposalAction.MODIFY,
        kind=ProposalType.SUBSTANTIVE,
        channel=Channel.FLOOR,
        received_at=AT,
        provision=on,
        base_version=3,
        base=NOW,
        new_text=new_text,
        parties=(
            Party(proposer, PartyRole.PROPOSER),
            *(Party(code, PartyRole.SUPPORTER) for code in supporters),  # type: ignore[attr-defined] # codes
        ),
    )
    return replace(one, **changes)  # type: ignore[arg-type] # what a test wants


PROPOSALS = (
    proposal(
        14,
        "p3",
        LUCIA,
        "LC",
        supporters=("JM", "NL"),
        rationale="Disasters are the main driver of sudden movement; “consider” is too weak for a plan of action.",
        responses=(Response("IOM", "Supported. Matches the June 2019 consultation.", "A. Sample", AT),),
    ),
    proposal(17, "p3", TRINIDAD, "TT", rationale="Prefers exchange of practice until national law is reviewed."),
    proposal(19, "p3", "", "CU", action=ProposalAction.DELETE, decision=ProposalDecision.BRACKETED, decided_at=AT),
    proposal(
        22,
        "p3",
        "Asks how Sint Maarten and Curaçao would apply it.",
        "NL",
        action=ProposalAction.QUESTION,
        kind=ProposalType.QUESTION,
    ),
    proposal(
        23,
        "",
        "Find a shorter title.",
        "JM",
        base="",
        action=ProposalAction.COMMENT,
        kind=ProposalType.GENERAL,
        channel=Channel.WRITTEN,
    ),
)
VERSION = DraftVersion("v3", "plan", 3, "Draft 3", datetime(2019, 12, 5, 23, 40, tzinfo=UTC))
ALTERNATIVES = (
    Alternative(
        "[3.",
        runs(NOW, LUCIA, "k014"),
        proposals=("k014",),
        proposers=("LC",),
        supporters=("JM", "NL"),
        concerns=(Concern.CONFLICT,),
        leading=True,
    ),
    Alternative("[3 bis.", runs(NOW, TRINIDAD, "k017"), proposals=("k017",), proposers=("TT",)),
    Alternative(
        "[",
        runs(NOW, "", "k019"),
        proposals=("k019",),
        action=ProposalAction.DELETE,
        decision=ProposalDecision.BRACKETED,
        proposers=("CU",),
    ),
)


def same(one: Provision) -> Rendered:
    """Return a provision of which nothing changed."""
    return Rendered(
        one,
        (Run(one.text),),
        cells=tuple((name, (Run(said),)) for name, said in one.cells),
    )


def declaration() -> DraftPaper:
    """Return a short text with a preamble, paragraphs and one of them in dispute."""
    kinds = ProvisionKind
    third = replace(provision("p3", kinds.PARAGRAPH, NOW, "3"), status=ProvisionStatus.BRACKETED)
    shown = (
        same(provision("t", kinds.TITLE, "Declaration on mobility")),
        same(provision("a", kinds.PREAMBULAR, PREAMBLE)),
        same(provision("h", kinds.HEADING, "Principles", "I")),
        same(
            replace(provision("p1", kinds.PARAGRAPH, "Every person has dignity.", "1"), status=ProvisionStatus.AGREED)
        ),
        same(replace(provision("p2", kinds.PARAGRAPH, "States will:", "2"), status=ProvisionStatus.AD_REFERENDUM)),
        same(provision("p2a", kinds.SUBPARAGRAPH, "share what they know;", "(a)", 2)),
        Rendered(third, runs(BEFORE, NOW), alternatives=ALTERNATIVES, brackets=3),
    )
    text = DraftText(
        "plan",
        "Declaration on mobility",
        "Declaration",
        DocumentKind.DECLARATION,
        "CMC/1",
        "en",
        VERSION,
        tuple(one.provision for one in shown),
    )
    drawn = RenderedDraft(text, shown, Meter(agreed=1, ad_referendum=1, bracketed=1, open=2, brackets=4), base=2)
    return DraftPaper("en", drawn, PROPOSALS, NAMES, "America/Jamaica")


def plan() -> DraftPaper:
    """Return a plan of two areas; a cell of it is in dispute, an indicator new."""
    kinds = ProvisionKind
    activity = provision(
        "p3",
        kinds.PLAN_ROW,
        NOW,
        "1.1.1",
        ACTIVITY,
        lead="IOM",
        partners="UNHCR, IMPACS",
        timeframe="2020–2022",
        status="planned",
    )
    indicator = provision(
        "i1",
        kinds.PLAN_ROW,
        "Number of States with procedures",
        "",
        INDICATOR,
        baseline="2",
        target="14",
        means="Annual survey",
    )
    second = provision("i2", kinds.PLAN_ROW, "Number of officials trained", "", INDICATOR, baseline="0", target="120")
    bare = provision("p4", kinds.PLAN_ROW, "Publish migration data every year.", "1.1.2", ACTIVITY, lead="Jamaica")
    cell = Alternative(
        "[", runs("2020–2022", "2020–2023", "k017"), proposals=("k017",), field=PlanField.TIMEFRAME, proposers=("TT",)
    )
    shown = (
        same(provision("t", kinds.TITLE, "Regional plan of action")),
        same(provision("n", kinds.PARAGRAPH, "This plan covers three years.")),
        same(provision("h1", kinds.HEADING, "Mobility, disasters and climate", "1")),
        same(provision("h2", kinds.HEADING, "Safe and regular ways exist", "1.1", 2)),
        Rendered(
            activity,
            runs(BEFORE, NOW),
            cells=same(activity).cells,
            alternatives=(*ALTERNATIVES[:2], cell),
        ),
        same(indicator),
        same(second),
        same(bare),
        same(provision("h3", kinds.HEADING, "Labour migration", "2")),
        same(
            provision(
                "p5", kinds.PLAN_ROW, "Recognise skills across borders.", "2.1.1", ACTIVITY, timeframe="continuous"
            )
        ),
    )
    text = DraftText(
        "plan",
        "Regional plan of action",
        "Plan",
        DocumentKind.PLAN,
        "",
        "en",
        VERSION,
        tuple(one.provision for one in shown),
    )
    return DraftPaper(
        "en", RenderedDraft(text, shown, Meter(bracketed=1, open=2, brackets=3), base=2), PROPOSALS, NAMES
    )
