"""figures: placeholder until the step lands."""

from sitroom.annotate.pipeline import Step
from sitroom.annotate.reading import Reading
from sitroom.model import Annotation, Producer


def step() -> Step:
    """The step."""
    return Step(Producer("figures"), run, makes=frozenset({"figure"}))


def run(reading: Reading) -> list[Annotation]:
    """Nothing yet."""
    return []
