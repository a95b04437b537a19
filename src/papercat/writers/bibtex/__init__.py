"""BibTeX and biblatex that every program reads right; docs/howto/write-a-bib.md says which options to choose."""

from collections.abc import Iterator, Sequence
from typing import Any

from papercat.keys import citation_keys
from papercat.models import Paper
from papercat.writers.bibtex.entries import Style, style_of
from papercat.writers.bibtex.handles import safe_keys
from papercat.writers.bibtex.options import PREPRINTS, PROFILES, Options

__all__ = ["PREPRINTS", "PROFILES", "Options", "chunks", "dumps", "entry"]


def dumps(papers: Sequence[Paper], *, keys: Sequence[str] | None = None, **options: Any) -> str:  # noqa: ANN401  checked by Options
    """Write papers as BibTeX entries, in their order.

    Args:
        papers: the papers.
        keys: the citation key of each; made by `papercat.keys` where they are not given.
        options: see `Options`.

    Raises:
        papercat.errors.OutputError: an option that there is not, or a value that it cannot have.

    >>> from papercat.models import Author
    >>> paper = Paper(title="Model Behaviors of LLMs", authors=(Author(family="Perez", given="Ethan"),), arxiv="2212.09251", year=2022)
    >>> print(dumps([paper]), end="")
    @misc{perez2022model,
      author        = {Perez, Ethan},
      title         = {Model Behaviors of {LLMs}},
      howpublished  = {arXiv:2212.09251},
      year          = {2022},
      eprint        = {2212.09251},
      archiveprefix = {arXiv},
    }
    """
    return "".join(chunks(papers, keys=keys, **options))


def chunks(papers: Sequence[Paper], *, keys: Sequence[str] | None = None, **options: Any) -> Iterator[str]:  # noqa: ANN401  as above
    """Write papers one after the other, so that a file of any size needs the memory of one entry; together they are what `dumps` gives.

    Raises:
        papercat.errors.OutputError: as `dumps`.
    """
    style = style_of(Options.of(options))
    names = safe_keys(citation_keys(papers) if keys is None else keys)
    return _chunks(papers, names, style)


def _chunks(papers: Sequence[Paper], keys: Sequence[str], style: Style) -> Iterator[str]:
    between = ""
    for key, paper in zip(keys, papers, strict=True):
        yield between + style.comment(paper) + style.entry(key, paper)
        between = "\n"


def entry(key: str, paper: Paper, options: Options | None = None) -> str:
    """Write one entry, with a line break at its end.

    >>> print(entry("bai2022", Paper(title="Constitutional AI", year=2022)), end="")
    @misc{bai2022,
      title         = {Constitutional {AI}},
      year          = {2022},
      key           = {bai2022},
    }
    """
    return style_of(options or Options()).entry(safe_keys([key])[0], paper)
