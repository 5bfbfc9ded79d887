"""Quotation marks of all kinds, odd and missing ones: whose words they enclose, and what is only an apostrophe."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]

# text → (source, contents, kind)
TABLE: list[tuple[str, list[tuple[str | None, list[str], str]]]] = [
    # British style: single marks, which look like apostrophes
    ("‘The dam will hold until spring,’ said Ana Torres.",
     [("Ana Torres", ["‘The dam will hold until spring,’"], "direct")]),
    ("'The dam will hold until spring,' said Ana Torres. 'We don't expect the river to rise.'",
     [("Ana Torres", ["'The dam will hold until spring,'", "'We don't expect the river to rise.'"], "direct")]),
    ("Ana Torres said: ‘The miners’ families don’t want money; they want the truth.’",
     [("Ana Torres", ["‘The miners’ families don’t want money; they want the truth.’"], "direct")]),
    ("‘We’ll rebuild the bridge,’ Torres said, ‘and we’ll do it by June.’",
     [("Torres", ["‘We’ll rebuild the bridge,’", "‘and we’ll do it by June.’"], "direct")]),
    ("‘It is over,’ says Torres. ‘The rebels’ leader has fled,’ she adds.",
     [("Torres", ["‘It is over,’"], "direct"), ("she", ["‘The rebels’ leader has fled,’"], "direct")]),
    ("The mayor said the dam was ‘safe, strong and well built’, and that ‘nobody needs to leave’.",
     [("The mayor", ["the dam was ‘safe, strong and well built’, and that ‘nobody needs to leave’"], "mixed")]),
    ("The mayor called the plan ‘reckless’ and ‘dangerous’.",
     [("The mayor", ["the plan ‘reckless’ and ‘dangerous’"], "mixed")]),
    ("The envoy's aide said the talks were 'a total waste of everybody's time'.",
     [("The envoy's aide", ["the talks were 'a total waste of everybody's time'"], "mixed")]),
    # a speech in single marks over two paragraphs
    ("‘The dam will hold,’ Torres said. ‘Nobody needs to leave.\n\n‘We have enough pumps for the whole valley.’",
     [("Torres", ["‘The dam will hold,’", "‘Nobody needs to leave.", "‘We have enough pumps for the whole valley.’"],
       "direct")]),
    # marks within marks
    ("“He told me ‘the war is over’ and left,” Ana Torres said.",
     [("Ana Torres", ["“He told me ‘the war is over’ and left,”"], "direct")]),
    ("‘He told me “the war is over” and left,’ Ana Torres said.",
     [("Ana Torres", ["‘He told me “the war is over” and left,’"], "direct")]),
    # marks of other languages, of typesetting, of typewriters
    ("«The dam will hold until spring», said Ana Torres.",
     [("Ana Torres", ["«The dam will hold until spring»"], "direct")]),
    ("« The dam will hold until spring », said Ana Torres.",
     [("Ana Torres", ["« The dam will hold until spring »"], "direct")]),
    ("»The dam will hold until spring«, said Ana Torres.",
     [("Ana Torres", ["»The dam will hold until spring«"], "direct")]),
    ("„The dam will hold until spring“, said Ana Torres.",
     [("Ana Torres", ["„The dam will hold until spring“"], "direct")]),
    ("„The dam will hold until spring”, said Ana Torres.",
     [("Ana Torres", ["„The dam will hold until spring”"], "direct")]),
    ("``The dam will hold until spring,'' said Ana Torres.",
     [("Ana Torres", ["``The dam will hold until spring,''"], "direct")]),
    ("`The dam will hold until spring,' said Ana Torres.",
     [("Ana Torres", ["`The dam will hold until spring,'"], "direct")]),
    # the wrong one of a pair
    ("”The dam will hold until spring,” said Ana Torres.",
     [("Ana Torres", ["”The dam will hold until spring,”"], "direct")]),
    ("“The dam will hold until spring,“ said Ana Torres. The army left.",
     [("Ana Torres", ["“The dam will hold until spring,“"], "direct")]),
    ("“The dam will hold until spring,\" said Ana Torres.",
     [("Ana Torres", ["“The dam will hold until spring,\""], "direct")]),
    # the end is missing: what follows is not swallowed
    ("“The dam will hold until spring, said Ana Torres. The army left.\n\nIvan Petrov said: “We are safe now.”",
     [("Ana Torres", ["“The dam will hold until spring"], "direct"),
      ("Ivan Petrov", ["“We are safe now.”"], "direct")]),
    ("“The dam will hold, said Ana Torres on Monday. “We are safe now,” said Ivan Petrov.",
     [("Ana Torres", ["“The dam will hold"], "direct"), ("Ivan Petrov", ["“We are safe now,”"], "direct")]),
    ("Ana Torres said: \"The dam will hold until spring.\n\nThe army left the valley on Monday.",
     [("Ana Torres", ["\"The dam will hold until spring."], "direct")]),
    # one pair of marks around several paragraphs, or sentences on lines of their own
    ("The ministry issued a statement. The statement reads:\n\n\"We regret the loss of life at the dam.\n\n"
     "We have suspended two engineers.\n\nThe families will be paid.\"\n\nThe mayor left the town.",
     [("The statement", ["\"We regret the loss of life at the dam.", "We have suspended two engineers.",
                         "The families will be paid.\""], "direct")]),
    ("`` I have a good relationship with the king .\nI intend to keep it that way , '' Mr Berg said .\nHe left .",
     [("Mr Berg", ["`` I have a good relationship with the king .", "I intend to keep it that way , ''"], "direct")]),
    ("“The river is falling.\n\n“We can all go home on Sunday,” Torres told the town.",
     [("Torres", ["“The river is falling.", "“We can all go home on Sunday,”"], "direct")]),
    # entities that a careless copy has left over
    ("&quot;The dam will hold until spring,&quot; said Ana Torres. &ldquo;We are safe,&rdquo; she said.",
     [("Ana Torres", ["&quot;The dam will hold until spring,&quot;"], "direct"),
      ("she", ["&ldquo;We are safe,&rdquo;"], "direct")]),
    ("Ana Torres said: &quot;The dam will hold until spring.&quot; The army left.",
     [("Ana Torres", ["&quot;The dam will hold until spring.&quot;"], "direct")]),
    # apostrophes that quote nothing
    ("The '90s were hard for the miners' families, and the '08 crisis did not help, the mayor said.",
     [("the mayor", ["The '90s were hard for the miners' families, and the '08 crisis did not help"], "indirect")]),
    ("Rock 'n' roll is not dead, the mayor said.", [("the mayor", ["Rock 'n' roll is not dead"], "indirect")]),
    ("The workers' union and the owners' club agreed that the miners' strike was over.",
     [("The workers' union and the owners' club", ["that the miners' strike was over"], "indirect")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_marks(annotated: Annotated, text: str, expected: list[tuple[str | None, list[str], str]]) -> None:
    found = annotated(text, "2019-05-10", STEPS).statements
    said = [
        (s.source.of(text) if s.source else None, [span.of(text).removesuffix(".") for span in s.content], s.kind)
        for s in found
    ]
    assert said == [(source, [c.removesuffix(".") for c in contents], kind) for source, contents, kind in expected]
