"""BibTeX and biblatex that every program reads right; docs/howto/write-a-bib.md says which options to choose."""

from collections.abc import Iterator, Sequence
from typing import Any

from papercat.keys import citation_keys
from papercat.models import Paper
from papercat.writers.bibtex.entries import Style, leaves, style_of
from papercat.writers.bibtex.handles import safe_keys
from papercat.writers.bibtex.options import PREPRINTS, PROFILES, Options

__all__ = ["PREPRINTS", "PROFILES", "Options", "chunks", "leaves"]


def chunks(papers: Sequence[Paper], *, keys: Sequence[str] | None = None, **options: Any) -> Iterator[str]:  # noqa: ANN401  checked by Options
    """Write papers as BibTeX entries, one after the other, so that a file of any size needs the memory of one.

    Args:
        papers: the papers.
        keys: the citation key of each; made by `papercat.keys` where they are not given.
        options: see `Options`.

    Raises:
        papercat.errors.OutputError: an option that there is not, or a value that it cannot have.

    >>> from papercat.models import Author
    >>> paper = Paper(title="Model Behaviors of LLMs", authors=(Author(family="Perez", given="Ethan"),), arxiv="2212.09251", year=2022)
    >>> print("".join(chunks([paper])), end="")
    @misc{perez2022model,
      author        = {Perez, Ethan},
      title         = {Model Behaviors of {LLMs}},
      howpublished  = {arXiv:2212.09251},
      year          = {2022},
      eprint        = {2212.09251},
      archiveprefix = {arXiv},
    }
    """
    style = style_of(Options.of(options))
    names = safe_keys(citation_keys(papers) if keys is None else keys)
    return _chunks(papers, names, style)


def _chunks(papers: Sequence[Paper], keys: Sequence[str], style: Style) -> Iterator[str]:
    between = ""
    for key, paper in zip(keys, papers, strict=True):
        yield between + style.comment(paper) + style.entry(key, paper)
        between = "\n"
