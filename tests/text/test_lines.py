"""Lines and their places, the quick way and by one slow look at each character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.text.lines import line_starts, split_lines

BREAKS = "\n\r\v\f\u2028\u2029"
CASES: list[tuple[str, str, list[str]]] = [
    ("nothing", "", []),
    ("one line", "Constitutional AI", ["Constitutional AI"]),
    ("LF", "a\nb\n", ["a", "b"]),
    ("CRLF", "a\r\nb\r\n", ["a", "b"]),
    ("CR", "a\rb\r", ["a", "b"]),
    ("all in one file", "a\r\nb\nc\rd\u2028e\u2029f\fg\vh", list("abcdefgh")),
    ("blank lines", "a\n\n \n\t\r\n\u00a0\nb", ["a", "b"]),
    ("blanks at the ends stay", " a \n\tb\t", [" a ", "\tb\t"]),
    ("NEL is a byte of a damaged letter", "Ã\x85berg\nb", ["Ã\x85berg", "b"]),
    ("file separators are no breaks", "a\x1cb\x1dc\x1ed", ["a\x1cb\x1dc\x1ed"]),
]


@pytest.mark.parametrize(("text", "lines"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_lines_are_cut_at_breaks(text: str, lines: list[str]) -> None:
    assert [line.text for line in split_lines(text)] == lines


def slow_starts(text: str) -> list[int]:
    ends = [i + 1 for i, char in enumerate(text) if char in BREAKS and text[i : i + 2] != "\r\n"]
    return [0, *ends]


@given(text=st.text(st.sampled_from(f"ab \t{BREAKS}\x85\x1c")) | st.text())
def test_starts_are_behind_breaks(text: str) -> None:
    assert line_starts(text) == slow_starts(text)


@given(text=st.text(st.sampled_from(f"ab \t{BREAKS}\x85\x1c")) | st.text())
def test_lines_are_where_they_say_they_are(text: str) -> None:
    lines = split_lines(text)
    starts = set(line_starts(text))
    for line in lines:
        assert text[line.start : line.end] == line.text
        assert line.start in starts
        assert not set(line.text) & set(BREAKS)
        assert line.text.strip()


@given(text=st.text(st.sampled_from(f"ab \t{BREAKS}")))
def test_what_is_in_no_line_is_blank(text: str) -> None:
    lines = split_lines(text)
    begins = [0, *(line.end for line in lines)]
    ends = [*(line.start for line in lines), len(text)]
    assert not any(text[begin:end].strip() for begin, end in zip(begins, ends, strict=True))
