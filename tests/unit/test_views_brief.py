from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from record_fixture import HOSTILE, TEXTS, article, event, record, report

from sitroom.record import ActorItem, EvidenceItem, Record
from sitroom.views.brief import Brief, compose
from sitroom.views.lookup import Lookup
from sitroom.views.passages import sentence_of
from sitroom.views.phrases import event_title, said_by, value_words
from sitroom.views.rendering import markdown_text, to_html, to_markdown
from sitroom.views.sentences import contact_sentence, plan_sentence


def texts(brief: Brief, section: str) -> list[str]:
    return [s.text for s in brief.sentences() if s.section == section]


def test_every_sentence_has_evidence_that_stands_in_its_article() -> None:
    for sentence in compose(record()).sentences():
        assert sentence.evidence and sentence.outlets and sentence.items
        for one in sentence.evidence:
            assert TEXTS[one.article][2][one.start : one.end] == one.quote


def test_the_brief_says_what_happened() -> None:
    happened = texts(compose(record()), "happened")
    assert "On 4 March 2031, Ana Kovar spoke by phone with Ilir Benn; reports differ on its length." in happened
    assert any(text.startswith("Wire <Nine> reports: “Estovian troops moved to the dam") for text in happened)


def test_positions_stand_under_their_party_with_the_words_in_quotes() -> None:
    brief = compose(record())
    found = {(s.party, s.text) for s in brief.sentences() if s.section == "positions"}
    assert ("Estovia", "Ilir Benn demanded of Norland: “Norland reopen the canal”.") in found
    assert ("Estovia", "Estovia denied: “it will fill the reservoir early”.") in found
    assert any(party == "Norland" and "warned Ilir Benn: “Norland would close" in text for party, text in found)


def test_nothing_hypothetical_is_said_as_done() -> None:
    brief = compose(record())
    assert not any("monitors" in t or "close the canal" in t for t in texts(brief, "happened"))
    assert "Forecast by an envoy: “The Southern League may send monitors, an envoy said”." in texts(brief, "next")


def test_a_plan_is_a_plan_and_says_where_reports_differ() -> None:
    expected = "Ana Kovar and Ilir Benn are to meet on 10 March 2031 in Port Sel; reports differ on the date."
    assert expected in texts(compose(record()), "next")


def test_a_plan_whose_day_has_passed_is_not_said_to_have_happened() -> None:
    whole = record()
    late = [a.model_copy(update={"published": "2031-03-20"}) for a in whole.articles]
    plans = texts(compose(whole.model_copy(update={"articles": late})), "next")
    ahead = [p for p in plans if "were to meet on 10 March 2031" in p]
    assert any("no report as of 20 March 2031 says whether it took place" in p for p in ahead)


def test_differences_are_shown_side_by_side() -> None:
    contested = " ".join(texts(compose(record()), "contested"))
    assert "10 March 2031 (Harbour Post); 11 March 2031 (The Meridian)" in contested
    assert "both can be true: 40 minutes (Harbour Post); less than 60 minutes (The Meridian)" in contested
    figures = texts(compose(record()), "figures")
    assert figures == [
        "People who left the valley: about 12,000, on the word of Norland (Harbour Post); up to 15,000 (The Meridian)."
    ]


def test_an_unnamed_source_is_named_as_such() -> None:
    said = [report("a2", "Ana Kovar called Ilir Benn on March 4", "occurred")]
    call = event("event-1", "CONSULT", "occurred", said, mode="phone", actors=["actor-kovar"],
                 recipients=["actor-benn"], statement="statement-22bb")  # fmt: skip
    one = record().model_copy(update={"events": [call]})
    expected = "Ana Kovar spoke by phone with Ilir Benn, according to a Norland official."
    assert texts(compose(one), "happened") == [expected]


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("GENEVA, Jan 10 (Some Wire) – The two met on Monday. They left.", "met", "The two met on Monday."),
        (
            "PARIS / BONN — Mr. Roe spoke on Jan. 9 in the hall. Later he left.",
            "spoke",
            "Mr. Roe spoke on Jan. 9 in the hall.",
        ),
        ("First line\n• “We go,” she said. “Soon.”\nMore", "Soon", "“Soon.”"),
        ("No end here\nnor here", "end", "No end here"),
    ],
)
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    item = article("a1").model_copy(update={"text": text})
    at = text.index(words)
    found = sentence_of(item, EvidenceItem(article="a1", start=at, end=at + len(words), quote=words))
    assert found.quote == sentence


def test_bodies_take_the_article() -> None:
    nations = ActorItem(id="actor-un", name="United Nations", type="organization", subtype=None, country=None,
                        aliases=[], roles=[], wikidata=None)  # fmt: skip
    whole = record()
    met = event("event-2", "CONSULT", "occurred", [report("a1", "The two are to meet", "occurred")], mode="visit",
                actors=["actor-un"], recipients=["actor-norland"], date="2031")  # fmt: skip
    made = compose(whole.model_copy(update={"events": [met], "actors": [*whole.actors, nations]}))
    assert texts(made, "happened") == ["In 2031, the United Nations met Norland."]


@pytest.mark.parametrize(
    ("quote", "status", "goal", "sentence"),
    [
        ("Kovar's visit to Estovia", "occurred", "actor-estovia", "Ana Kovar visited Estovia."),
        ("the first leader to visit the Old Mill", "occurred", "org-mill", "Ana Kovar visited Old Mill."),
        ("Kovar will travel to Estovia", "scheduled", "actor-estovia",
         "Ana Kovar is to visit Estovia; no day is given."),
        ("her trip to Estovia was called off", "cancelled", "actor-estovia",
         "A visit of Ana Kovar to Estovia is reported cancelled."),
        ("Kovar met Estovia in Port Sel", "occurred", "actor-estovia", "Ana Kovar met Estovia."),
        ("Kovar visited Benn", "occurred", "actor-benn", "Ana Kovar met Ilir Benn."),
    ],
)  # fmt: skip
def test_nobody_meets_a_country_or_a_building(quote: str, status: str, goal: str, sentence: str) -> None:
    mill = ActorItem(id="org-mill", name="Old Mill", type="organization", subtype=None, country=None,
                     aliases=[], roles=[], wikidata=None)  # fmt: skip
    whole = record()
    whole = whole.model_copy(update={"actors": [*whole.actors, mill]})
    held = event("event-9", "CONSULT", status, [report("a1", "The two are to meet", status)], mode="visit",
                 actors=["actor-kovar"], recipients=[goal])  # fmt: skip
    worded = [e.model_copy(update={"quote": quote}) for e in held.evidence]
    held, lookup = held.model_copy(update={"evidence": worded}), Lookup.of(whole)
    said = contact_sentence(held, lookup) if status == "occurred" else plan_sentence(held, lookup, None)
    assert said == sentence
    assert event_title(held, lookup).endswith(": visit") == ("visit" in sentence)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("120 000 soldier", "120,000 soldiers"), ("about 100 000 troop", "about 100,000 troops"),
        ("less than 60 minutes", "less than 60 minutes"), ("1 ship", "1 ship"), ("12 percent", "12 percent"),
        ("2031-03-10", "10 March 2031"), ("Port Sel", "Port Sel"), ("more than 1 000 people", "more than 1,000 people"),
    ],
)  # fmt: skip
def test_the_values_that_differ_read_as_elsewhere(value: str, words: str) -> None:
    assert value_words(value) == words


def test_an_unnamed_source_within_a_sentence_has_no_capital() -> None:
    whole = record()
    said = [s.model_copy(update={"source_text": "Reports"}) for s in whole.statements]
    brief = compose(whole.model_copy(update={"statements": said}))
    assert any(text.startswith("Forecast by reports:") for text in texts(brief, "next"))


def test_a_relative_pronoun_names_no_source() -> None:
    whole = record()
    said = next(s for s in whole.statements if s.id == "statement-22bb").model_copy(update={"source_text": "who"})
    assert said_by(said, Lookup.of(whole)) == "a source (Norland) – not named"


def test_an_empty_record_gives_an_empty_brief() -> None:
    brief = compose(Record())
    assert brief.sections == []
    assert "Nothing in these reports" in to_html(brief, Record())
    assert to_markdown(brief, Record()).startswith("# Brief")


def test_the_brief_is_the_same_whatever_the_order() -> None:
    whole = record()
    turned = Record(**{name: list(reversed(getattr(whole, name))) for name in Record.model_fields})
    assert [s.text for s in compose(whole).sentences()] == [s.text for s in compose(turned).sentences()]


class Collected(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_is_self_contained_and_runs_nothing() -> None:
    page = Collected()
    page.feed(html := to_html(compose(record()), record()))
    names = [name for name, _ in page.tags]
    assert not {"script", "img", "link", "iframe", "a", "form"} & set(names)
    assert not any(
        "src" in attrs or "href" in attrs or any(k.startswith("on") for k in attrs) for _, attrs in page.tags
    )
    policy = next(a for n, a in page.tags if n == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in (policy["content"] or "")
    assert names.count("details") == len(compose(record()).sentences())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\x1b" not in html and "\u202e" not in html


def test_markdown_takes_every_mark_literally() -> None:
    assert markdown_text("a_b *c* `d` [e](f) <b> # |") == r"a\_b \*c\* \`d\` \[e\](f) &lt;b&gt; # \|"
    assert markdown_text("1. item") == r"1\. item"
    assert markdown_text("# head") == r"\# head" and markdown_text("- item") == r"\- item"
    assert markdown_text("see http://a.example") == r"see http\://a.example"
    made = to_markdown(compose(record()), record())
    assert "<script" not in made and "\x1b" not in made
    assert len(re.findall(r"^- ", made, re.M)) == len(re.findall(r"^\[\^\d+\]: ", made, re.M)) > 5
    assert HOSTILE not in made
