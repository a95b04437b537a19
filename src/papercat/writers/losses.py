"""What a format cannot hold of a paper."""

from collections.abc import Collection, Iterator

from papercat.models import Issue, Paper
from papercat.models.paper import FIELDS


def losses(paper: Paper, format: str, holds: Collection[str], labels: Collection[str]) -> Iterator[Issue]:  # noqa: A002
    """Tell which fields a format has no place for, and which labels of `extra`.

    Args:
        paper: what is written.
        format: its name, for a person.
        holds: the fields that it has.
        labels: those of `extra` that it has.

    >>> [issue.message for issue in losses(Paper(title="Sleeper Agents", extra={"venue-id": "7"}), "RIS", {"title"}, ())]
    ["RIS has no place for extra['venue-id'] of 'Sleeper Agents'"]
    """
    lost = [name for name in FIELDS if name != "extra" and name not in holds and getattr(paper, name)]
    lost += [f"extra[{label!r}]" for label in paper.extra if label not in labels]
    if lost:
        told = f"{format} has no place for {', '.join(lost)} of {paper.label[:60]!r}"
        yield Issue(code="field-not-written", message=told, source=paper.source_of(), raw=", ".join(lost))
