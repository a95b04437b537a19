"""The command `papercat`."""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Self

from papercat import __version__

if TYPE_CHECKING:
    from papercat.catalog import Catalog

_OK, _ISSUES, _USAGE = 0, 1, 2
_PATIENCE = 1.0  # seconds before a progress bar shows
_BAR = 30  # characters


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, 1 for issues under --strict, 2 for what cannot be read or written."""
    args = _parser().parse_args(argv)
    from papercat.errors import PapercatError  # noqa: PLC0415  --version and --help must not wait for pydantic

    try:
        return _run(args)
    except (PapercatError, OSError) as error:
        where = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
        sys.stderr.write(f"papercat: {where}\n")
        return _USAGE
    except KeyboardInterrupt:
        sys.stderr.write("papercat: stopped; nothing was written\n")
        return 130


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
    parser.add_argument("--format", metavar="FORMAT", help="the format to write, whatever the suffix")
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
        "--profile", choices=("unicode", "latex", "no-tex"), help="for whom a .bib is spelled; see docs/howto/write-a-bib.md"
    )
    parser.add_argument("--biblatex", action="store_true", help="use the entry types and fields of biblatex")
    parser.add_argument("--style", metavar="STYLE", help="the CSL style of a reference list (.md, .html): apa, ieee, …, or a .csl file")
    parser.add_argument("--from", dest="reader", metavar="FORMAT", help="the format to read, where content is not to decide")
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
    writer = output_format(path, args.format or ("" if path else "bibtex"))
    _refuse_missing([*args.cited_in, *filter(None, [args.decisions])], [path, args.review, args.report])
    with _Bar() as bar:
        groups = [list(group) for _, group in groupby(args.paths, lambda path: path == "-")]
        parts = [_read(group, args, bar) for group in groups]
    read = _without_idle_complaints(sum(parts, Catalog()), len(parts))
    _refuse_unknown(read, args.paths)
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
        sys.stderr.write(as_text(read, result, target))
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

    done = result.write(path, writer, update=True, **options)
    issues = (*result.issues, *done.issues)
    return Catalog(result.papers, issues=issues, inputs=result.inputs, merges=result.merges, decisions=result.decisions)


def _fix(text: str) -> tuple[str, str]:
    damaged, sign, right = text.partition("=")
    if not (damaged and sign):
        raise argparse.ArgumentTypeError(f"{text!r} is not DAMAGED=RIGHT")
    return damaged, right


def _print(text: str) -> None:
    # UTF-8 wherever it goes, as in a file
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _read(paths: Sequence[str], args: argparse.Namespace, bar: "_Bar") -> "Catalog":
    from papercat.reading import parse, read  # noqa: PLC0415  as above

    if paths[0] == "-":
        return parse(sys.stdin.buffer.read(), name="stdin", format=args.reader, fixes=dict(args.fix))
    return read(*paths, format=args.reader, fixes=dict(args.fix), progress=bar.show)


def _without_idle_complaints(catalog: "Catalog", parts: int) -> "Catalog":
    """Leave out that a fix was not used in one of several inputs, if it was in another."""
    from papercat.catalog import Catalog  # noqa: PLC0415  as above

    unused = Counter(issue.raw for issue in catalog.issues if issue.code == "fix-unused")
    issues = (issue for issue in catalog.issues if issue.code != "fix-unused" or unused[issue.raw] == parts)
    return Catalog(catalog.papers, issues=dict.fromkeys(issues), inputs=catalog.inputs)


def _refuse_unknown(read: "Catalog", paths: Sequence[str]) -> None:
    """Stop for a file that was named and is of no known format; in a folder such a file is an issue."""
    named = {"stdin" if path == "-" else Path(path).as_posix() for path in paths}
    for issue in read.issues:
        if issue.code == "file-skipped" and issue.source and issue.source.name in named:
            raise _usage(f"{issue.message}; --from FORMAT says what it is")


def _refuse_contradictions(args: argparse.Namespace) -> None:
    if args.json and args.output == "-":
        raise _usage("--json and -o - both want standard output")
    if args.update and args.output in (None, "-"):
        raise _usage("--update wants a file: -o refs.bib")
    if args.no_dedup and (args.review or args.decisions):
        raise _usage("--no-dedup joins nothing, so that it does not go with --review and --decisions")
    if "" in args.paths:
        raise _usage("a path is empty")


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
        if not sys.stderr.isatty() or time.monotonic() - self._begin < _PATIENCE:
            return
        self._shown = True
        share = done / max(total, 1)
        full = int(_BAR * share)
        sys.stderr.write(f"\r  {'█' * full}{'░' * (_BAR - full)} {share:4.0%}")
        sys.stderr.flush()
