"""What a format cannot hold of a paper."""

from collections.abc import Collection, Iterator

from papercat.models import Issue, Paper
from papercat.models.paper import FIELDS


def losses(
    paper: Paper,
    format: str,  # noqa: A002
    holds: Collection[str],
    labels: Collection[str],
    parts: Collection[str] = (),
) -> Iterator[Issue]:
    """Tell which fields a format has no place for, which labels of `extra`, and which parts of authors.

    Args:
        paper: what is written.
        format: its name, for a person.
        holds: the fields that it has.
        labels: those of `extra` that it has.
        parts: those of an author that it has not.

    >>> [issue.message for issue in losses(Paper(title="Sleeper Agents", extra={"venue-id": "7"}), "RIS", {"title"}, ())]
    ["RIS has no place for extra['venue-id'] of 'Sleeper Agents'"]
    """
    lost = [name for name in FIELDS if name != "extra" and name not in holds and getattr(paper, name)]
    lost += [f"{part} of authors" for part in parts if any(getattr(author, part) for author in paper.authors)]
    lost += [f"extra[{label!r}]" for label in paper.extra if label not in labels]
    if lost:
        told = f"{format} has no place for {', '.join(lost)} of {paper.label[:60]!r}"
        yield Issue(code="field-not-written", message=told, source=paper.source_of(), raw=", ".join(lost))
