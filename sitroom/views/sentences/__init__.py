"""Items of the record as sentences of a brief.

One rule: a sentence asserts no more than its item's status does, names whose word it is where that is
not the reporter's own, and puts what was really said in quotation marks.
"""

from sitroom.views.sentences.acts import act_sentence, forecast_sentence
from sitroom.views.sentences.differences import disagreement_sentence, figures_sentence
from sitroom.views.sentences.stances import position_sentence, trigger_sentence
from sitroom.views.sentences.talks import contact_sentence, plan_sentence

__all__ = [
    "act_sentence",
    "contact_sentence",
    "disagreement_sentence",
    "figures_sentence",
    "forecast_sentence",
    "plan_sentence",
    "position_sentence",
    "trigger_sentence",
]
