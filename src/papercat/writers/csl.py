"""CSL-JSON: for Zotero, pandoc and every program with a citation processor."""

import json
from collections.abc import Iterator, Sequence

from papercat import csl
from papercat.keys import citation_keys
from papercat.models import Paper


def chunks(papers: Sequence[Paper], *, keys: Sequence[str] | None = None) -> Iterator[str]:
    """Write papers as a list of CSL items; what CSL has no variable for is in `custom`, and papercat reads back the same papers.

    >>> print("".join(chunks([Paper(title="Constitutional AI", year=2022)])), end="")
    [
    {"id": "anon2022constitutional", "type": "document", "title": "Constitutional AI", "issued": {"date-parts": [[2022]]},
     "custom": {"papercat": {"id": "anon2022constitutional"}}}
    ]
    """
    before = "[\n"
    for key, paper in zip(keys or citation_keys(papers), papers, strict=True):
        yield before + json.dumps(csl.item(paper, key), ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if papers else "[]\n"
