"""An invented record for the tests of everything a reader sees: two states, a dam, four outlets, hostile words.

One rule: every piece of evidence is found in its article's text by its words, so offsets cannot be wrong.
"""

from __future__ import annotations

from typing import Any

from sitroom.record import (
    AboutItem,
    ActorItem,
    AliasItem,
    ArticleItem,
    DisagreementItem,
    EventItem,
    EvidenceItem,
    FigureItem,
    HistoryItem,
    Record,
    ReportItem,
    RoleItem,
    StatementItem,
    TimelineItem,
    ValueItem,
)

HOSTILE = (
    "<script>alert(1)</script> [bold red]fire[/bold red] \x1b[31mred\x1b[0m \u202eevil\u202c "
    "=HYPERLINK(1) | a_b *c* `d`"
)
"""Words that a browser, a terminal, a table or Markdown might obey."""

TEXTS = {
    "a1": (
        "Harbour Post",
        "2031-03-04",
        "Kovar and Benn talk about the dam\n\n"
        "Norland's President Ana Kovar spoke by phone with Estovian Prime Minister Ilir Benn for 40 minutes on Tuesday."
        "\n\n"
        "Kovar warned that Norland would close the canal if Estovia fills the reservoir before April.\n\n"
        "Some 12,000 villagers have left the valley, Norland says.\n\n"
        "The two are to meet in Port Sel on 10 March.\n",
    ),
    "a2": (
        "The Meridian",
        "2031-03-05",
        "A call, and a threat\n\n"
        "𝕹𝖊𝖜𝖘 😀 Ana Kovar called Ilir Benn on March 4; the talk lasted almost one hour, a Norland official said.\n\n"
        "Estovia denied that it will fill the reservoir early.\n\n"
        "Up to 15,000 people have fled, according to aid workers.\n\n"
        "Talks in Port Sel are planned for March 11.\n",
    ),
    "a3": (
        "Wire <Nine>",
        "2031-03-06",
        f"Markets calm\n\nEstovian troops moved to the dam. {HOSTILE} said a trader.\n\n"
        "Benn demanded that Norland reopen the canal.\n",
    ),
    "a4": (None, None, "The Southern League may send monitors, an envoy said.\n"),
}


def evidence(article: str, quote: str) -> EvidenceItem:
    """The first place where the words stand in the article."""
    start = TEXTS[article][2].index(quote)
    return EvidenceItem(article=article, start=start, end=start + len(quote), quote=quote)


def article(key: str) -> ArticleItem:
    outlet, published, text = TEXTS[key]
    return ArticleItem(
        id=key,
        path=f"coverage/{key}.txt",
        url=None,
        outlet=outlet,
        title=text.split("\n")[0],
        authors=[],
        published=published,
        published_from="metadata" if published else "unknown",
        modified=None,
        retrieved=None,
        language="en",
        text=text,
        origin=None,
    )


def actor(id_: str, name: str, type_: str, country: str | None, *aliases: tuple[str, str], **more: Any) -> ActorItem:
    return ActorItem(
        id=id_,
        name=name,
        type=type_,  # type: ignore[arg-type]
        subtype=None,
        country=country,
        aliases=[AliasItem(text=words, articles=[at], evidence=[evidence(at, words)]) for at, words in aliases],
        roles=more.get("roles", []),
        wikidata=None,
    )


def report(at: str, quote: str, status: str, **more: Any) -> ReportItem:
    fields: dict[str, Any] = {
        "date": None, "place": None, "duration_minutes": None, "participants": [], "initiator": [],
        "condition": None, "consequence": None, "deadline": None, "source": None,
    }  # fmt: skip
    return ReportItem(article=at, evidence=[evidence(at, quote)], status=status, **(fields | more))  # type: ignore[arg-type]


def event(id_: str, type_: str, status: str, reports: list[ReportItem], **more: Any) -> EventItem:
    fields: dict[str, Any] = {
        "mode": None, "actors": [], "recipients": [], "initiator": [], "date": None, "place": None, "forum": None,
        "duration_minutes": None, "topics": [], "content": None, "condition": None, "consequence": None,
        "deadline": None, "statement": None, "quad": "verbal-cooperation", "intensity": 1.0, "cameo": None,
    }  # fmt: skip
    return EventItem(
        id=id_,
        type=type_,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        evidence=[e for r in reports for e in r.evidence],
        history=[
            HistoryItem(article=r.article, date=TEXTS[r.article][1], change="repeated" if at else "first")
            for at, r in enumerate(reports)
        ],
        reports=reports,
        **(fields | more),
    )


def statement(id_: str, at: str, quote: str, source: str | None, **more: Any) -> StatementItem:
    fields: dict[str, Any] = {
        "cue": None, "speaker": None, "speakers": [], "named": True, "source_type": "named", "terms": None,
        "affiliation": None, "via": [], "addressees": [], "channel": None, "date": None,
        "statement_kind": "indirect", "claim": "assertion", "negated": False, "hedges": [], "nested_in": None,
        "group": None,
    }  # fmt: skip
    return StatementItem(
        id=id_,
        article=at,
        evidence=[evidence(at, quote)],
        source_evidence=evidence(at, source) if source else None,
        source_text=source,
        **(fields | more),
    )


def figure(id_: str, at: str, quote: str, measure: str, modifier: str, **more: Any) -> FigureItem:
    fields: dict[str, Any] = {
        "subject": None, "scope": None, "place": None, "low": None, "high": None, "unit": None, "as_of": None,
        "status": "observed", "source": None, "via": [], "group": None, "revises": None,
    }  # fmt: skip
    return FigureItem(
        id=id_, measure=measure, modifier=modifier, article=at, evidence=[evidence(at, quote)], **(fields | more)
    )


CALL = [
    report("a1", "Ana Kovar spoke by phone with Estovian Prime Minister Ilir Benn for 40 minutes on Tuesday",
           "occurred", date="2031-03-04", duration_minutes=40, participants=["actor-kovar", "actor-benn"]),
    report("a2", "Ana Kovar called Ilir Benn on March 4; the talk lasted almost one hour", "occurred",
           date="2031-03-04", duration_minutes=60, participants=["actor-kovar", "actor-benn"],
           initiator=["actor-kovar"]),
]  # fmt: skip
MEETING = [
    report("a1", "The two are to meet in Port Sel on 10 March", "scheduled", date="2031-03-10", place="Port Sel"),
    report("a2", "Talks in Port Sel are planned for March 11", "scheduled", date="2031-03-11", place="Port Sel"),
]
PAIR = {"actors": ["actor-kovar"], "recipients": ["actor-benn"]}


def actors() -> list[ActorItem]:
    return [
        actor("actor-norland", "Norland", "country", "NL", ("a1", "Norland")),
        actor("actor-estovia", "Estovia", "country", "EE", ("a1", "Estovia"), ("a3", "Estovian")),
        actor("actor-kovar", "Ana Kovar", "person", "NL", ("a1", "Norland's President Ana Kovar"), ("a1", "Kovar"),
              roles=[RoleItem(title="president", of="actor-norland", **{"from": None}, to=None,
                              evidence=[evidence("a1", "Norland's President Ana Kovar")])]),
        actor("actor-benn", "Ilir Benn", "person", "EE", ("a1", "Ilir Benn"), ("a3", "Benn")),
        actor("actor-league", "Southern League", "group", None, ("a4", "Southern League")),
    ]  # fmt: skip


def statements() -> list[StatementItem]:
    return [
        statement("statement-11aa", "a1",
                  "Norland would close the canal if Estovia fills the reservoir before April", "Kovar",
                  speaker="actor-kovar", speakers=["actor-kovar"], addressees=["actor-benn"],
                  date="2031-03-04", channel="call"),
        statement("statement-22bb", "a2", "Ana Kovar called Ilir Benn on March 4", "a Norland official",
                  named=False, source_type="unnamed", affiliation="actor-norland"),
        statement("statement-33cc", "a3", HOSTILE, "a trader", named=False, source_type="unnamed"),
        statement("statement-44dd", "a4", "The Southern League may send monitors", "an envoy", named=False,
                  source_type="unnamed", claim="forecast", hedges=["may"]),
    ]  # fmt: skip


def events() -> list[EventItem]:
    return [
        event("event-ca11", "CONSULT", "occurred", CALL, mode="phone", date="2031-03-04", duration_minutes=40,
              initiator=["actor-kovar"], **PAIR),
        event("event-a9e0", "CONSULT", "scheduled", MEETING, mode="visit", date="2031-03-10", place="Port Sel",
              actors=["actor-kovar", "actor-benn"]),
        event("event-7ea7", "THREATEN", "occurred",
              [report("a1", "Kovar warned that Norland would close the canal if Estovia fills the reservoir before "
                      "April", "occurred", source="actor-kovar")], statement="statement-11aa",
              content=[evidence("a1", "Norland would close the canal if Estovia fills the reservoir before April")],
              condition=[evidence("a1", "if Estovia fills the reservoir before April")], intensity=-5.0, **PAIR),
        event("event-c0e2", "COERCE", "conditional",
              [report("a1", "Norland would close the canal if Estovia fills the reservoir", "conditional")],
              actors=["actor-norland"], recipients=["actor-estovia"], intensity=-7.0,
              condition=[evidence("a1", "if Estovia fills the reservoir before April")]),
        event("event-de41", "REJECT", "occurred",
              [report("a2", "Estovia denied that it will fill the reservoir early", "occurred")],
              actors=["actor-estovia"], content=[evidence("a2", "it will fill the reservoir early")]),
        event("event-0b11", "MOBILIZE", "occurred", [report("a3", "Estovian troops moved to the dam", "occurred")],
              actors=["actor-estovia"], intensity=-6.0),
        event("event-4e90", "REQUEST", "occurred",
              [report("a3", "Benn demanded that Norland reopen the canal", "occurred")], actors=["actor-benn"],
              recipients=["actor-norland"], content=[evidence("a3", "Norland reopen the canal")]),
        event("event-f0e5", "AID", "forecast", [report("a4", "The Southern League may send monitors", "forecast")],
              actors=["actor-league"], statement="statement-44dd"),
    ]  # fmt: skip


def figures() -> list[FigureItem]:
    return [
        figure("figure-1f", "a1", "Some 12,000 villagers have left the valley", "people who left the valley",
               "about", low=12000, high=12000, source="actor-norland", group="figures-left"),
        figure("figure-2f", "a2", "Up to 15,000 people have fled", "people who left the valley", "at_most",
               high=15000, group="figures-left"),
    ]  # fmt: skip


def disagreements() -> list[DisagreementItem]:
    return [
        DisagreementItem(
            id="disagreement-d1", about=AboutItem(kind="event", id="event-a9e0"), field="date", verdict="conflict",
            note=None, values=[
                ValueItem(value="2031-03-10", articles=["a1"], evidence=MEETING[0].evidence),
                ValueItem(value="2031-03-11", articles=["a2"], evidence=MEETING[1].evidence),
            ],
        ),
        DisagreementItem(
            id="disagreement-d2", about=AboutItem(kind="event", id="event-ca11"), field="duration",
            verdict="compatible", note="almost one hour can be 40 minutes", values=[
                ValueItem(value="40 minutes", articles=["a1"], evidence=CALL[0].evidence),
                ValueItem(value="less than 60 minutes", articles=["a2"], evidence=CALL[1].evidence),
            ],
        ),
    ]  # fmt: skip


def record() -> Record:
    """The whole invented record."""
    return Record(
        articles=[article(key) for key in TEXTS],
        actors=actors(),
        statements=statements(),
        events=events(),
        figures=figures(),
        disagreements=disagreements(),
        timeline=[
            TimelineItem(date="2031-03-04", summary="Ana Kovar called Ilir Benn", score=2.0,
                         items=[{"kind": "event", "id": "event-ca11"}],  # type: ignore[list-item]
                         evidence=[e for r in CALL for e in r.evidence]),
        ],
    )  # fmt: skip
