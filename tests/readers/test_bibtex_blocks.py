"""BibTeX cut into blocks: bibtexparser's splitter is the slow oracle for what is well formed."""

import logging

import pytest
from bibtexparser.model import Entry
from bibtexparser.splitter import Splitter
from hypothesis import example, given
from hypothesis import strategies as st

from papercat.readers.bibtex import ends
from papercat.readers.bibtex.blocks import cut
from papercat.readers.bibtex.grammar import Block

Split = list[tuple[str, str, list[tuple[str, str]]]]


def ours(text: str) -> Split:
    """Give type, key and fields of each entry, values as they are written."""
    return [(one.type, one.key, [(field.name, written(text, one, i)) for i, field in enumerate(one.fields)]) for one in entries(text)]


def written(text: str, block: Block, which: int) -> str:
    start, end, form = block.fields[which][1:]
    return text[start - 1 : end + 1] if form in ("{", '"') else text[start:end]


def entries(text: str) -> list[Block]:
    return [block for block in cut(text) if block.kind == "entry"]


def theirs(text: str) -> Split:
    logging.disable(logging.CRITICAL)
    blocks = [getattr(block, "ignore_error_block", block) for block in Splitter(text).split().blocks]
    return [(one.entry_type, one.key, [(field.key, str(field.value)) for field in one.fields]) for one in blocks if isinstance(one, Entry)]


PLAIN = st.text("abc XYZ\n\té中.:;-/&%@'()", max_size=12)
NESTED = st.recursive(PLAIN, lambda inner: st.lists(inner.map(lambda text: f"{{{text}}}") | PLAIN, max_size=3).map("".join), max_leaves=5)
BRACED = NESTED.map(lambda text: f"{{{text}}}")
QUOTED = PLAIN.map(lambda text: f'"{text}"')
BARE = st.from_regex(r"[0-9]{1,4}|[a-z]{2,6}", fullmatch=True)
ONE = BRACED | QUOTED | BARE
VALUE = ONE | st.lists(ONE, min_size=2, max_size=3).map(" # ".join)
NAME = st.from_regex(r"[A-Za-z][a-z0-9+_-]{0,6}", fullmatch=True)
BLANK = st.sampled_from(["", " ", "\n  ", "\t"])


@st.composite
def an_entry(draw: st.DrawFn) -> str:
    fields = draw(st.lists(st.tuples(NAME, BLANK, VALUE, BLANK), min_size=1, max_size=4))
    inner = ",".join(f"{blank}{name}{blank}={after}{value}" for name, blank, value, after in fields)
    tail = draw(st.sampled_from(["", ",", ",\n", "\n"]))
    return (
        f"@{draw(st.sampled_from(['article', 'Misc', 'x1']))}{{{draw(st.from_regex(r'[a-z0-9:+/.]{0,8}', fullmatch=True))},{inner}{tail}}}"
    )


@given(st.lists(an_entry(), max_size=4).map("\n\n".join).filter(lambda text: "\n@" not in text.replace("\n\n@", "") and "@" in text))
@example("@misc{a, title = {The {\\TeX}book}, author = {Knuth, {D}onald}, year = 1984, month = jan # {~1}}")
def test_well_formed_entries_are_cut_as_the_splitter_cuts_them(text: str) -> None:
    assert [(kind.lower(), key, fields) for kind, key, fields in theirs(text)] == ours(text)


CUTS: list[tuple[str, str, list[str]]] = [
    ("two on one line", "@misc{a, x={1}}@misc{b, x={2}}", ["entry a", "entry b"]),
    ("prose before on the line", "see @misc{a, x={1}} and so on", ["text ", "entry a", "text "]),
    ("an address is no entry", "mail to a@b.org {x} or a@home (x)", ["text "]),
    ("a type of several words", "@in proceedings{a, x={1}}", ["text "]),
    ("a blank behind the sign and the type", "@ misc {a, x={1}}", ["entry a"]),
    ("a key and nothing more", "@misc{a}", ["entry a"]),
    ("nothing at all", "@misc{}", ["entry "]),
    ("a byte order mark", "\ufeff@misc{a, x={1}}", ["entry a"]),
    ("old Macintosh lines", "@misc{a,\rx={1}\r}\r@misc{b, x={2}}", ["entry a", "entry b"]),
    ("a comment", "@Comment{jabref-meta: databaseType:biblatex;}", ["comment "]),
    ("a comment around an entry, which bibtex reads", "@comment{\n@misc{a, x={1}}\n}", ["comment ", "entry a", "text "]),
    ("a comment in parentheses", "@comment(x) @misc{a, x={1}}", ["comment ", "entry a"]),
    ("a preamble with an at sign", '@preamble{"\\@ifundefined{x}"}', ["preamble "]),
    ("strings", '@string{a = "b"}@STRING(c = {d})', ["string ", "string "]),
    ("signs of no width in the type", "@inpro\u00adceedings{a, x={1}}", ["entry a"]),
    ("a hundred layers of braces", f"@misc{{a, x={'{' * 100}y{'}' * 100}}}@misc{{b, x={{1}}}}", ["entry a", "entry b"]),
    ("an at sign in a value", "@misc{a, x={LeQua @ {CLEF}}, y={b@c.org}}", ["entry a"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), [pytest.param(text, kinds, id=name) for name, text, kinds in CUTS])
def test_a_file_is_cut_into_blocks(text: str, kinds: list[str]) -> None:
    assert [f"{block.kind} {block.key}" for block in cut(text)] == kinds


@given(st.text(st.sampled_from('ab@{}"#,=()%\n\r \\x\u00ad'), max_size=60))
def test_blocks_stand_in_order_and_cover_all_that_can_be_seen(text: str) -> None:
    place = 0
    for block in cut(text):
        assert block.place.start >= place
        assert not text[place : block.place.start].strip()
        assert block.place.end > block.place.start
        place = block.place.end
        for field in block.fields:
            assert block.place.start <= field.start <= field.end <= block.place.end
    assert not text[place:].strip()


@given(st.lists(an_entry(), min_size=1, max_size=4), st.integers(0, 400))
def test_pieces_end_where_entries_do(parts: list[str], size: int) -> None:
    text = "\n".join(parts)
    end = ends(text[:size])
    assert end == 0 or text[end] == "@"
