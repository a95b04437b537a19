"""Whatever stands in a field: the file keeps its form, nothing reaches TeX, and what goes out comes back."""

import re
import unicodedata
from dataclasses import replace

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper
from papercat.latex import to_unicode
from papercat.models import FrozenMap
from papercat.writers.bibtex import PROFILES, chunks
from papercat.writers.bibtex.spelling import has_run, has_sign, speller

HOSTILE = [
    "Evil}, author={Injected, Name}, note={x", "}}}}", "{{{{", "} @misc{pwn, title={Injected}}", r"\input{/etc/passwd}",
    r"\immediate\write18{touch x}",
    r"\csname input\endcsname{x}", r"\def\x{\x}\x", r"\end{document}", r"\openout5=x", r"\directlua{os.exit()}", "@comment{x}",
    "@string{a={b}}",
    "% all of it", "$\\input{x}$", "$x}$", "$\\frac{1}{$", "$\\csname x\\endcsname$", "$x_1_2$", "$%$", "^^5cinput{x}", "\\", "\\\\",
    "\\}", "\\{\\",
    "~~~~", '"quoted" # concat', r"\emph{a \input{x}}", r"\emph{\input}", r"{\input{x}}", "{A \\input B}", r"\textbf{a}\input{b}",
    "\uffff\ufdd0",
    r"\(\input{x}\)", r"\[\write18{x}\]", "a \u202egnirts\u202c b",
]  # fmt: skip
SENTINEL = Paper(title="A Clean Title", authors=(Author(family="Perez", given="Ethan"),), year=2022, doi="10.1234/clean")
DANGEROUS = re.compile(r"\\(?:input|include|write|csname|def|openout|directlua|end|immediate|catcode)(?![A-Za-z])|\^\^")


def hurt(text: str) -> Paper:
    """Put a text wherever one can stand."""
    return Paper(
        title=text, abstract=text, venue=text, volume=text, issue=text, pages=text, publisher=text, url=text, comment=text,
    keywords=(text,),
        authors=(Author(family=text, given=text, particle=text, suffix=text), Author(literal=text), Author(family=text)),
        extra=FrozenMap({"school": text, "file": text, "primaryclass": text, "note": text, "month": text}), year=2020,
    )  # fmt: skip


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_field_stays_within_its_braces(text: str, profile: str) -> None:
    written = "".join(chunks([hurt(text), SENTINEL], keys=["bad", "good"], profile=profile))
    assert not DANGEROUS.search(written)
    assert not re.search(r"(?<!\\)(?:\\\\)*%", re.sub(r"^ *(?:url|file) .*$", "", written, flags=re.MULTILINE))
    assert _depth(written) == 0
    library = parse_string(written)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["bad", "good"]
    assert pc.parse(written)[-1].title == SENTINEL.title


def _depth(text: str) -> int:
    depth = 0
    for char in text:  # bibtex counts every brace, with a backslash or without
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    return depth


LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn", "Co"])
PIECES = st.sampled_from([*"\\{}$&%#_~^`'\"<>|-,.: ab1AéŁ王", "$x^2$", r"\input", r"\emph{", "{B}", "--", "http://a.b/_", "\\("])
TEXT = (st.text(LETTERS, min_size=1, max_size=20) | st.lists(PIECES, min_size=1, max_size=12).map("".join)).map(
    lambda text: " ".join(unicodedata.normalize("NFC", text).split())
)


@given(TEXT, st.sampled_from(PROFILES))
def test_any_text_makes_a_value(text: str, profile: str) -> None:
    for spell in (speller(profile).text, speller(profile).title):
        value = spell(text)
        assert _depth(value) == 0
        assert not DANGEROUS.search(value)
        assert not value.endswith("\\")
        assert not re.search(r"[\x00-\x1f]", value)


@given(TEXT, st.sampled_from(PROFILES))
def test_a_text_at_a_glance_and_sign_by_sign_are_alike(text: str, profile: str) -> None:
    is_plain = not re.search(r"""[\\{}$&%#_~^`<>|"]|--|''|,,""", text)
    assert is_plain == (not has_sign(text) and not has_run(text))
    if is_plain and text.isascii():
        assert speller(profile).text(text) == text


@given(TEXT, st.sampled_from(PROFILES))
def test_an_address_at_a_glance_and_sign_by_sign_are_alike(text: str, profile: str) -> None:
    kept = rf"[\\{{}}^\s{'' if profile != 'latex' else chr(0x7F) + '-' + chr(0x10FFFF)}]"
    parts = [sign if not re.match(kept, sign) else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in text]
    assert speller(profile).address(text) == "".join(parts)


@given(TEXT.filter(bool))
def test_any_title_comes_back_through_bibtexparser_and_papercat(text: str) -> None:
    if re.search(r"\\[\w\"'`^~=.&%#_{}$]|\{[^{}]*\w[^{}]*\}|\$|\\[(\[]", text):
        return  # TeX that is kept, told in the tests of harmless TeX and of formulas
    try:
        paper = replace(SENTINEL, title=text)
    except ValueError:
        return  # nothing to see in it
    (entry,) = parse_string("".join(chunks([paper]))).entries
    raw = str(entry["title"])
    assert to_unicode(raw) == text
    decoded, error = LatexDecodingMiddleware()._transform_python_value_string(raw)  # noqa: SLF001  how bibtexparser decodes a value
    assert not error
    if not re.search(r"[\\{}~^`<>|\-',]|[^\x00-\x7f]", text):  # signs that its codec knows
        assert " ".join(decoded.split()) == text
    assert str(entry["author"]) == "Perez, Ethan"
    assert str(entry["doi"]) == paper.doi
