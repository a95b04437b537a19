"""The command `papercat`."""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from errno import EISDIR
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Self

from papercat import __version__

if TYPE_CHECKING:
    from papercat.catalog import Catalog

# The names of the readers and writers, for --help, which must not wait for them; a test compares.
READ = (
    "abstracts", "article", "arxiv", "bbl", "bibtex", "html-bib", "html-data", "html-meta", "ids", "json", "listing", "page", "references",
    "table", "tagged", "tree", "wikitext",
)  # fmt: skip
WRITTEN = ("bibtex", "csl", "csv", "html", "json", "markdown", "ris", "jsonl")
_OK, _ISSUES, _USAGE = 0, 1, 2
_STOPPED, _GONE = 130, 141  # as a shell tells SIGINT and SIGPIPE
_UNREADABLE = frozenset(("file-skipped", "archive-refused"))
_NO_PAPER = frozenset(("block-kept", "entry-broken", "text-unread"))  # issues that keep what stands in a file and in no paper
_PATIENCE = 1.0  # seconds before a progress bar shows
_BAR = 30  # characters


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, 1 for issues under --strict, 2 for what cannot be read or written, 130 and 141 if stopped."""
    args = _parser().parse_args(argv)
    from papercat.errors import PapercatError  # noqa: PLC0415  --version and --help must not wait for pydantic

    try:
        return _run(args)
    except BrokenPipeError:  # `papercat … -o - | head` has what it wants
        return _GONE
    except (PapercatError, OSError) as error:
        where = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
        _tell(f"papercat: {where}\n")
        return _USAGE
    except KeyboardInterrupt:
        _tell("papercat: stopped; a file that was not finished is as it was\n")
        return _STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="papercat",
        description="Read messy paper metadata, join what belongs together, and write a bibliography. The summary goes to stderr.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write here, the suffix tells the format (.bib, .csl.json, .ris, .csv, …); - for standard output",
    )
    parser.add_argument("--format", metavar="FORMAT", help=f"the format to write, whatever the suffix: {', '.join(WRITTEN)}")
    parser.add_argument(
        "--update", action="store_true", help="bring the .bib of -o up to date: write what changed, and leave the rest as it is"
    )
    parser.add_argument("--keys", metavar="PATTERN", help="make the citation keys that were not read by a pattern, as {auth}{year}")
    parser.add_argument(
        "--cited-in",
        action="append",
        default=[],
        metavar="FILE",
        help="only what a manuscript cites (.tex, .aux, .bcf, .md); may come again",
    )
    parser.add_argument(
        "--profile",
        choices=("unicode", "latex", "no-tex"),
        help="for whom a .bib is spelled: unicode for biber and others that read UTF-8 (the default), latex for bibtex and pdflatex, "
        "no-tex for typst and Zotero",
    )
    parser.add_argument("--biblatex", action="store_true", help="use the entry types and fields of biblatex")
    parser.add_argument("--style", metavar="STYLE", help="the CSL style of a reference list (.md, .html): apa, ieee, …, or a .csl file")
    parser.add_argument(
        "--from", dest="reader", metavar="FORMAT", help=f"the format to read, where content is not to decide: {', '.join(READ)}"
    )
    parser.add_argument(
        "--fix", action="append", default=[], type=_fix, metavar="DAMAGED=RIGHT", help="a damaged word and what it is; may come again"
    )
    parser.add_argument("--no-dedup", action="store_true", help="keep every record as it was read")
    parser.add_argument(
        "--same",
        choices=("record", "work"),
        default="work",
        help="what is one paper: a preprint and its publication too (work, the default), or not",
    )
    parser.add_argument("--review", metavar="FILE", help="write the pairs that may be one paper to a table for a person to decide in")
    parser.add_argument("--decisions", metavar="FILE", help="heed what a person decided in such a table")
    parser.add_argument("--report", metavar="FILE", help="write a page (HTML) to look at papers, duplicates and issues")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if there is any issue")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON on standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    parser.add_argument("--version", action="version", version=f"papercat {__version__}")
    return parser


def _run(args: argparse.Namespace) -> int:
    from papercat.catalog import Catalog, output_format  # noqa: PLC0415  as above
    from papercat.keys import DEFAULT, parse_pattern  # noqa: PLC0415
    from papercat.summary import as_data, as_text  # noqa: PLC0415

    parse_pattern(DEFAULT if args.keys is None else args.keys)
    _refuse_contradictions(args)
    path = args.output if args.output and args.output != "-" else ""
    _refuse_folders([path, args.review, args.report])
    writer = output_format(path, args.format or ("" if path else "bibtex"))
    _refuse_missing([*args.cited_in, *filter(None, [args.decisions])], [path, args.review, args.report])
    with _Bar() as bar:
        groups = [list(group) for _, group in groupby(args.paths, lambda path: path == "-")]
        own = _own(args)
        parts = [_read(group, args, own, bar) for group in groups]
    read = _without_idle_complaints(sum(parts, Catalog()), len(parts))
    _refuse_unknown(read, args.paths)
    _refuse_loss(read, path if writer == "bibtex" and not args.update else "")
    notes = [*_again(read, args, path), *own.notes]
    result = _join(read, args)
    result = result.with_keys(args.keys) if args.keys is not None else result
    result = result.cited_in(*args.cited_in) if args.cited_in else result
    options = {name: value for name in ("profile", "biblatex", "style") if (value := getattr(args, name))}
    target = "standard output" if args.output == "-" else args.output
    if args.output == "-":
        _print(result.dumps(writer, **options))
    elif args.update:
        result = _update(result, args.output, writer, options)
    elif args.output:
        result.write(args.output, writer, **options)
    if args.report:
        result.report(args.report)
    if args.json:
        _print(json.dumps(as_data(read, result, target), ensure_ascii=False, indent=1) + "\n")
    elif not args.quiet:
        _tell(as_text(read, result, target, review=args.review or "", notes=notes, writer=writer if args.output else ""))
    return _ISSUES if args.strict and result.issues else _OK


def _join(read: "Catalog", args: argparse.Namespace) -> "Catalog":
    if args.no_dedup:
        return read
    with _Bar() as bar:
        result = read.dedup(args.same, decisions=args.decisions or (), progress=bar.show)
    if args.review:
        result.review(args.review, args.same)
    return result


def _update(result: "Catalog", path: str, writer: str, options: dict[str, str | bool]) -> "Catalog":
    """Bring a file up to date, and add to the issues what was told of it."""
    from papercat.catalog import Catalog  # noqa: PLC0415  as above

    return result + Catalog(issues=result.write(path, writer, update=True, **options).issues)


def _fix(text: str) -> tuple[str, str]:
    damaged, sign, right = text.partition("=")
    if not (damaged and sign):
        raise argparse.ArgumentTypeError(f"{text!r} is not DAMAGED=RIGHT")
    return damaged, right


def _tell(text: str) -> None:
    if sys.stderr is not None:  # a program that starts this one may have closed it
        sys.stderr.write(text)


def _print(text: str) -> None:
    if sys.stdout is None:
        raise _usage("standard output is closed")
    # UTF-8 wherever it goes, as in a file
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except OSError as error:
        error.filename = "standard output"
        # Python must not complain once more, with a status of its own, when it closes standard output
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


class _Own:
    """Files that options name, all but the output: met in a folder they are no input, or a run would read the report of the last one."""

    def __init__(self, options: Iterable[str | None], inputs: Iterable[str]) -> None:
        self._files = {os.path.realpath(one) for one in options if one} - set(map(os.path.realpath, inputs))
        self.notes: list[str] = []

    def __contains__(self, file: Path) -> bool:
        if os.path.realpath(file) not in self._files:
            return False
        self.notes.append(f"{file.as_posix()}: not read, for an option names it")
        return True


def _own(args: argparse.Namespace) -> _Own:
    return _Own([args.report, args.review, args.decisions, *args.cited_in, args.style], args.paths)


def _again(read: "Catalog", args: argparse.Namespace, path: str) -> list[str]:
    """Tell that the output was met in a folder: it may be what somebody wrote, so it is read, or its papers would be lost."""
    real, named = os.path.realpath(path), set(map(os.path.realpath, args.paths))
    is_met = path and not args.update and real not in named and any(os.path.realpath(one.name) == real for one in read.inputs)
    return [f"{path}: read and written, so what it holds stays; to make it anew, delete it before"] if is_met else []


def _read(paths: Sequence[str], args: argparse.Namespace, own: _Own, bar: "_Bar") -> "Catalog":
    from papercat.catalog import Catalog  # noqa: PLC0415  as above
    from papercat.inputs import files_of  # noqa: PLC0415
    from papercat.reading import parse, read  # noqa: PLC0415

    if paths[0] == "-":
        if sys.stdin is None:
            raise _usage("standard input is closed")
        return parse(sys.stdin.buffer.read(), name="stdin", format=args.reader, fixes=dict(args.fix))
    found = [file for file in files_of(paths) if file not in own]
    return read(*found, format=args.reader, fixes=dict(args.fix), progress=bar.show) if found else Catalog()


def _without_idle_complaints(catalog: "Catalog", parts: int) -> "Catalog":
    """Leave out that a fix was not used in one of several inputs, if it was in another."""
    from papercat.catalog import Catalog  # noqa: PLC0415  as above

    unused = Counter(issue.raw for issue in catalog.issues if issue.code == "fix-unused")
    issues = (issue for issue in catalog.issues if issue.code != "fix-unused" or unused[issue.raw] == parts)
    return Catalog(catalog.papers, issues=dict.fromkeys(issues), inputs=catalog.inputs)


def _refuse_unknown(read: "Catalog", paths: Sequence[str]) -> None:
    """Stop for a file that was named and is of no known format; in a folder such a file is an issue."""
    from papercat.reading import NO_FORMAT  # noqa: PLC0415  as above

    named = {"stdin" if path == "-" else Path(path).as_posix() for path in paths}
    for issue in read.issues:
        if issue.code in _UNREADABLE and issue.source and issue.source.name in named:
            raise _usage(f"{issue.message}; --from FORMAT says what it is" if issue.message.endswith(NO_FORMAT) else issue.message)


def _refuse_loss(read: "Catalog", path: str) -> None:
    """Stop before a .bib is written over that holds more than its papers: comments, strings, entries that nobody could read."""
    real = os.path.realpath(path) if path else None
    lost = [one for one in read.issues if one.code in _NO_PAPER and one.source and os.path.realpath(one.source.name) == real]
    if lost:
        count = (
            f"{len(lost)} {'parts of it are no papers' if len(lost) > 1 else 'part of it is no paper'} and would be lost ({lost[0].source})"
        )
        raise _usage(f"{path} is read and written, and {count}; write another file, or bring it up to date with --update")


def _refuse_contradictions(args: argparse.Namespace) -> None:
    if args.json and args.output == "-":
        raise _usage("--json and -o - both want standard output")
    if args.update and args.output in (None, "-"):
        raise _usage("--update wants a file: -o refs.bib")
    if args.no_dedup and (args.review or args.decisions):
        raise _usage("--no-dedup joins nothing, so that it does not go with --review and --decisions")
    if "" in args.paths:
        raise _usage("a path is empty")


def _refuse_folders(written: Sequence[str | None]) -> None:
    """Stop for a folder where a file is to be written."""
    for path in filter(None, written):
        if Path(path).is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), path)


def _refuse_missing(read: Sequence[str], written: Sequence[str | None]) -> None:
    """Stop for a file that cannot be read, or a folder that cannot be written to, before the work and not after it."""
    for path in (*map(Path, read), *(Path(path).parent for path in written if path)):
        path.stat()


def _usage(message: str) -> Exception:
    from papercat.errors import InputError  # noqa: PLC0415  as above

    return InputError(message, name="")


class _Bar:
    """A progress bar on a terminal, when the work takes more than a second; gone when it is done."""

    def __init__(self) -> None:
        self._begin = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")

    def show(self, done: int, total: int) -> None:
        if sys.stderr is None or not sys.stderr.isatty() or time.monotonic() - self._begin < _PATIENCE:
            return
        self._shown = True
        share = done / max(total, 1)
        full = int(_BAR * share)
        sys.stderr.write(f"\r  {'█' * full}{'░' * (_BAR - full)} {share:4.0%}")
        sys.stderr.flush()
