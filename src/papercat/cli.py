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
        help="write here, the suffix tells the format (.bib, .json); - for standard output",
    )
    parser.add_argument("--format", choices=("bibtex", "json"), help="the format to write, whatever the suffix")
    parser.add_argument("--from", dest="reader", metavar="FORMAT", help="the format to read, where content is not to decide")
    parser.add_argument(
        "--fix", action="append", default=[], type=_fix, metavar="DAMAGED=RIGHT", help="a damaged word and what it is; may come again"
    )
    parser.add_argument("--no-dedup", action="store_true", help="keep every record as it was read")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if there is any issue")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON on standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    parser.add_argument("--version", action="version", version=f"papercat {__version__}")
    return parser


def _run(args: argparse.Namespace) -> int:
    from papercat.catalog import Catalog, output_format  # noqa: PLC0415  as above
    from papercat.summary import as_data, as_text  # noqa: PLC0415

    if args.json and args.output == "-":
        raise _usage("--json and -o - both want standard output")
    writer = output_format(args.output, args.format) if args.output and args.output != "-" else args.format or "bibtex"
    if "" in args.paths:
        raise _usage("a path is empty")
    with _Bar() as bar:
        groups = [list(group) for _, group in groupby(args.paths, lambda path: path == "-")]
        parts = [_read(group, args, bar) for group in groups]
    read = _without_idle_complaints(sum(parts, Catalog()), len(parts))
    _refuse_unknown(read, args.paths)
    result = read if args.no_dedup else read.dedup()
    target = "standard output" if args.output == "-" else args.output
    if args.output == "-":
        _print(result.dumps(writer))
    elif args.output:
        result.write(args.output, writer)
    if args.json:
        _print(json.dumps(as_data(read, result, target), ensure_ascii=False, indent=1) + "\n")
    elif not args.quiet:
        sys.stderr.write(as_text(read, result, target))
    return _ISSUES if args.strict and result.issues else _OK


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
