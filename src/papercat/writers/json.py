"""papercat's own JSON: a list of what `Paper.to_dict` gives."""

from collections.abc import Iterator, Sequence

from papercat.models import Paper
from papercat.models.paper import papers_to_json


def chunks(papers: Sequence[Paper], *, keys: Sequence[str] | None = None) -> Iterator[str]:
    """Write papers as an indented JSON list, empty fields left out; a key that is to be kept is in `extra`.

    >>> print("".join(chunks([Paper(title="Constitutional AI", year=2022)])), end="")
    [
     {
      "title": "Constitutional AI",
      "year": 2022
     }
    ]
    """
    del keys
    yield papers_to_json(papers)
