"""What a catalog gives to others: text in a format, plain values, a file, a receipt."""

import os
from collections.abc import Iterable, Mapping
from inspect import signature
from pathlib import Path
from typing import Any, Literal, overload

from papercat.catalog.holding import Holding
from papercat.catalog.storage import lines
from papercat.errors import OutputError
from papercat.models import Issue
from papercat.outputs import write_bytes, write_text
from papercat.receipt import Receipt
from papercat.updating import Update
from papercat.updating import update as updated
from papercat.writers import SUFFIXES, WRITERS, bibtex
from papercat.writers.check import check

LINES = "jsonl"  # the one format that holds a whole catalog; the others hold papers


class Output(Holding):
    """Writing; a part of `Catalog`."""

    def to_bibtex(self, **options: Any) -> str:  # noqa: ANN401  checked by the writer
        r"""Write the papers as BibTeX.

        The options `profile`, `biblatex`, `preprint`, `braces`, `max_authors` and `max_abstract` are told in
        [write a .bib](../howto/write-a-bib.md).

        Raises:
            OutputError: no such option, or a value that it cannot have.

        >>> from papercat import Author, Catalog, Paper
        >>> paper = Paper(title="Constitutional AI", authors=(Author(family="Lukošiūtė", given="Kamilė"),), arxiv="2212.08073", year=2022)
        >>> print(Catalog([paper]).to_bibtex(profile="latex", biblatex=True), end="")
        @online{lukosiute2022constitutional,
          author        = {Luko{\v s}i{\=u}t{\.e}, Kamil{\.e}},
          title         = {Constitutional {AI}},
          date          = {2022},
          eprint        = {2212.08073},
          eprinttype    = {arXiv},
        }
        """
        return self.dumps("bibtex", **options)

    def check(self, format: str = "bibtex", **options: Any) -> tuple[Issue, ...]:  # noqa: A002, ANN401  as above
        """Say before writing what a file would miss, have in vain, have in a bad form or leave out; options are those of the format.

        Raises:
            OutputError: no writer of that name, no such option, or a value that it cannot have.

        >>> from papercat import Catalog, Paper
        >>> cat = Catalog([Paper(title="Sleeper Agents", type="article", year=2024, inferred=("year",))])
        >>> for issue in (*cat.check(), *cat.check("ris")):
        ...     print(issue)
        field-missing: anon2024sleeper: an article wants author, journal
        field-not-written: RIS has no place for inferred of 'Sleeper Agents'
        """
        name = output_format("", format)
        if name == "bibtex":
            return tuple(check(self.papers, self.keys, bibtex.Options.of(options)))
        self._pieces(name, options)  # nothing is written yet, but an option that there is not is refused
        losses = getattr(WRITERS.get(name), "losses", None)
        return tuple(issue for paper in self.papers for issue in losses(paper)) if losses else ()

    def to_json(self) -> str:
        """Write the papers as JSON, which `read` and `parse` take back."""
        return self.dumps("json")

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give each paper as a dict of plain values, without what is not known; `Catalog.from_records` takes them back.

        >>> from papercat import Catalog, Paper
        >>> Catalog([Paper(title="Sleeper Agents", year=2024)]).to_dicts()
        [{'title': 'Sleeper Agents', 'year': 2024}]
        """
        return [paper.to_dict() for paper in self.papers]

    @overload
    def write(
        self,
        path: str | os.PathLike[str],
        format: str | None = None,
        *,
        update: Literal[False] = False,
        **options: Any,  # noqa: ANN401  each writer checks its own
    ) -> None: ...
    @overload
    def write(self, path: str | os.PathLike[str], format: str | None = None, *, update: Literal[True], **options: Any) -> Update: ...  # noqa: ANN401
    def write(self, path: str | os.PathLike[str], format: str | None = None, *, update: bool = False, **options: Any) -> Update | None:  # noqa: A002
        """Write a file, whole or not at all; its suffix tells the format, unless `format` does, and the options are those of the format.

        [Choose a format](../howto/choose-a-format.md) lists them.

        With `update` a `.bib` that is there is brought up to date: what is new is added, what you changed is changed, and all else stays
        to the byte. [Keep a .bib by hand](../howto/keep-a-bib-by-hand.md) tells the rules, the result what was done.

        Raises:
            OutputError: no writer for the suffix or format, or no such option; a file that cannot be updated.
            OSError: the file cannot be written.
            TypeError: it is no path; for an open file there is `dumps`.

        >>> import tempfile
        >>> from pathlib import Path
        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     cat.write(Path(folder, "refs.bib"), profile="latex", max_abstract=0)
        ...     cat.write(Path(folder, "refs.bib"), update=True, max_abstract=0)
        <Update: 0 added, 0 changed, 0 issues>
        """
        if not isinstance(path, str | os.PathLike):
            raise TypeError(f"write() takes a path, not {type(path).__name__}; dumps() gives the text")
        name = output_format(path, format)
        if update:
            return self._update(Path(path), name, options)
        write_text(path, self._pieces(name, options))
        return None

    def _update(self, path: Path, name: str, options: Mapping[str, Any]) -> Update:
        if name != "bibtex":
            raise OutputError(f"only BibTeX can be updated, not {name}")
        data = path.read_bytes() if path.exists() else b""
        done = updated(data, path.as_posix(), list(zip(self.keys, self.papers, strict=True)), self.inputs, options)
        if done.added or done.changed:
            write_bytes(path, done.pieces)
        return done

    def dumps(self, format: str = "bibtex", **options: Any) -> str:  # noqa: A002, ANN401
        """Write the papers in a format, "bibtex", "csl", "ris", … with the options that it has.

        Raises:
            OutputError: no writer of that name, or no such option.

        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> cat[3:4].dumps("csv").splitlines()[1][:70]
        'perez2022discovering,,Discovering Language Model Behaviors with Model-'
        """
        return "".join(self._pieces(output_format("", format), options))

    def _pieces(self, name: str, options: Mapping[str, Any]) -> Iterable[str]:
        """Give the text of a format piece by piece, so that a large file needs little memory; options are checked at once."""
        try:
            if name == LINES:
                return lines(self, **options)
            return WRITERS[name].chunks(self.papers, keys=self.keys, **options)
        except TypeError as error:
            raise OutputError(_no_option(name, options)) from error

    def receipt(self) -> Receipt:
        """Account for every character of every input: which field of which paper, which issue, or a separator.

        >>> from papercat import read
        >>> read("data/raw").receipt()
        <Receipt: 34,721 characters of 2 inputs, 0 unread>
        """
        return Receipt(self.inputs, zip(self.keys, self.papers, strict=True))


def _no_option(name: str, options: Iterable[str]) -> str:
    parameters = signature(WRITERS[name].chunks if name in WRITERS else lines).parameters.values()
    known = [one.name for one in parameters if one.kind is one.KEYWORD_ONLY and one.name != "keys"]
    wrong = ", ".join(repr(option) for option in options if option not in known)
    return f"{name} has no option {wrong}; {'known are ' + ', '.join(known) if known else 'it has none'}"


def output_format(path: str | os.PathLike[str], format: str | None = None) -> str:  # noqa: A002
    """Name the writer for a path.

    Raises:
        OutputError: there is none.

    >>> output_format("refs.bib"), output_format("refs.txt", "md")
    ('bibtex', 'markdown')
    """
    suffixes = ["".join(Path(path).suffixes[-count:]).lower() for count in (2, 1)]  # .csl.json is no .json
    known = {**SUFFIXES, ".jsonl": LINES}
    named = format and known.get(f".{format.removeprefix('.').lower()}", format)  # "bib" and ".bib" are bibtex
    name = named or next((known[suffix] for suffix in suffixes if suffix in known), "")
    if name not in WRITERS and name != LINES:
        suffix = Path(path).suffix
        what = f"format {format!r}" if format else f"a file name that ends in {suffix!r}" if suffix else "a file name without a suffix"
        raise OutputError(f"no writer for {what}; known are {', '.join((*WRITERS, LINES))} ({', '.join(known)})")
    return name
