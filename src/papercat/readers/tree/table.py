"""A format as a table: which value of a tree is what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from papercat.readers.tree.node import Node, find, key_of

# Where formats say which of several kinds a value is: <ArticleId IdType="doi">, {"dateType": "Issued"}.
KINDS = (
    "@type @idtype @datetype @pubidtype @unit @level @descriptiontype @titletype @identifiertype @contribtype @creditrole @dateattrib "
    "@mediatype @articleidtype @pubstatus @pubtype @datetypes @key @name @scheme @relatedidentifiertype @tag @code @element "
    "@class idtype datetype identifiertype titletype descriptiontype type"
).split()


@dataclass(frozen=True, slots=True)
class Branch:
    """What is known of a step: the role of its value, and the steps below it."""

    role: str | None = None
    steps: dict[str, "Branch"] = field(default_factory=dict)
    qualified: frozenset[str] = frozenset()

    def step(self, node: Node) -> str:
        """Name the step to a node: with its kind where the table tells kinds apart."""
        if node.key in self.qualified:
            kind = find(node, *KINDS)
            finer = find(node, "@qualifier")
            told = key_of(kind.text or "") if kind else ""
            for name in (f"{node.key}[{told}{finer.text}]", f"{node.key}[{told}]") if finer else (f"{node.key}[{told}]",):
                if name in self.steps:
                    return name
        return node.key


class Format(NamedTuple):
    """A format.

    Attributes:
        name: for a person.
        paths: the role of each value, by the path to it from its record; names in small letters and digits, `@` before an attribute's,
            in brackets the kind that the value says of itself. Roles are those of `Record`, and those of `walk`.
        marks: names of values that only this format has: all of one group must be in a record of JSON or YAML.
        records: names of elements of XML that are records.
        context: names of elements beside the records whose values hold for all of them.
        roots: names of elements of which one must be in an XML document, where the names of its records say too little.
        shells: names that add nothing to a path.
    """

    name: str
    paths: Mapping[str, str]
    marks: tuple[frozenset[str], ...] = ()
    records: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    shells: frozenset[str] = frozenset()


def branch_of(paths: Mapping[str, str]) -> Branch:
    """Make the tree of a table of paths.

    >>> branch_of({"journal/title": "venue", "id[doi]": "doi"}).steps["journal"].steps["title"].role
    'venue'
    """
    below: dict[str, dict[str, str]] = {}
    for path, role in paths.items():
        first, _, rest = path.partition("/")
        below.setdefault(first, {})[rest] = role
    steps = {first: _below(inner) for first, inner in below.items()}
    return Branch(None, steps, frozenset(step.partition("[")[0] for step in steps if "[" in step))


def _below(paths: dict[str, str]) -> Branch:
    branch = branch_of({path: role for path, role in paths.items() if path})
    return Branch(paths.get(""), branch.steps, branch.qualified)
