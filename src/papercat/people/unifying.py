"""Papers whose authors stand under one name each, with the names that were on them kept as a variant."""

from collections.abc import Iterator
from dataclasses import replace

from papercat.models import Author, Issue, Paper, Variant
from papercat.people.forms import PRINTED, form, uninverted
from papercat.people.person import People


def unify(papers: tuple[Paper, ...], people: People) -> tuple[tuple[Paper, ...], tuple[Issue, ...]]:
    """Write the best form of each person's name wherever another stands.

    Returns:
        The papers, and an issue for each name that was rewritten and for each pair of people who may be one.
    """
    issues: list[Issue] = []
    better = []
    for place, paper in enumerate(papers):
        changed = _changes(paper, place, people)
        better.append(_rewritten(paper, changed) if changed else paper)
        issues += (_issue(paper, paper.authors[author], name) for author, name in changed.items())
    return tuple(better), (*issues, *_maybes(people), *_unmatched(people))


def _changes(paper: Paper, place: int, people: People) -> dict[int, Author]:
    """Give the better names of a paper, by their places; none where the variant could not be read again as these names."""
    found = ((author, people.at(place, author)) for author in range(len(paper.authors)))
    better = {
        author: person.name
        for author, person in found
        if person and len(person.forms) > 1 and paper.authors[author].bare != person.name and _can_be_kept(paper.authors[author])
    }
    return {} if any(";" in author.inverted for author in paper.authors) else better


def _can_be_kept(author: Author) -> bool:
    return form(uninverted(author.inverted)) == form(author)


def _rewritten(paper: Paper, changed: dict[int, Author]) -> Paper:
    # the iD is what the paper says of the person, whatever the name
    authors = tuple(
        replace(changed[place], orcid=author.orcid) if place in changed else author for place, author in enumerate(paper.authors)
    )
    if any(variant.field == PRINTED for variant in paper.variants):
        return replace(paper, authors=authors)
    kept = Variant(field=PRINTED, value="; ".join(author.inverted for author in paper.authors))
    return replace(paper, authors=authors, variants=(*paper.variants, kept))


def _issue(paper: Paper, was: Author, name: Author) -> Issue:
    told = f"{was.inverted!r} written as {name.inverted!r}: one person, by the evidence of names and papers"
    return Issue(code="name-unified", message=told, source=paper.source_of("authors"), raw=was.inverted)


def _maybes(people: People) -> Iterator[Issue]:
    for one, other, bits in people.maybe:
        told = f"{one.name.inverted!r} and {other.name.inverted!r} may be one person: {bits:.1f} bits"
        yield Issue(code="maybe-same-person", message=told, source=other.papers[0].source_of("authors"), raw=other.name.inverted)


def _unmatched(people: People) -> Iterator[Issue]:
    for decision in people.unmatched:
        told = f"{decision.one!r} and {decision.other!r}: one of them is no name of this catalog; nothing was decided"
        yield Issue(code="decision-unmatched", message=told, raw=decision.one)
