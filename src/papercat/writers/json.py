"""papercat's own JSON: a list of what `Paper.to_dict` gives."""

from collections.abc import Sequence

from papercat.models import Paper
from papercat.models.paper import papers_to_json


def dumps(papers: Sequence[Paper]) -> str:
    """Write papers as an indented JSON list, empty fields left out.

    >>> print(dumps([Paper(title="Constitutional AI", year=2022)]), end="")
    [
     {
      "title": "Constitutional AI",
      "year": 2022
     }
    ]
    """
    return papers_to_json(papers)
