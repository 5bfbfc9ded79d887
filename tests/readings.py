"""What tests ask of a read article: its contacts, and who takes part in an event."""

from __future__ import annotations

from collections.abc import Iterable

from sitroom.model import AnnotatedArticle, Argument, Event


def contacts(made: AnnotatedArticle) -> list[Event]:
    """The calls, meetings and talks of an article."""
    return [e for e in made.events if e.type == "CONSULT"]


def names_of(made: AnnotatedArticle, arguments: Iterable[Argument]) -> set[str]:
    """The names of the participants that are known as actors."""
    names = {a.key: a.name for a in made.actors}
    return {names[a.actor] for a in arguments if a.actor}


def parties(made: AnnotatedArticle, event: Event) -> set[str]:
    """The names of everybody known who takes part in an event."""
    return names_of(made, (*event.actors, *event.recipients))
