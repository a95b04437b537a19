r"""A text is written in ASCII that TeX sets and that comes back; what does not come back is listed here."""

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.latex import fix_tex, to_latex, to_unicode

WRITTEN: list[tuple[str, str]] = [
    ("Kamilė Lukošiūtė", r"Kamil{\.e} Luko{\v s}i{\=u}t{\.e}"),
    ("Šulík, Ďuriš, ő ů ǎ ẞ ș Ț", r"{\v S}ul{\'i}k, {\v D}uri{\v s}, {\H o} {\r u} {\v a} {\SS} {\textcommabelow s} {\textcommabelow T}"),
    ("Nguyễn ơ ư ờ ẩ", r"Nguy{\~{\^e}}n {\ohorn} {\uhorn} {\`{\ohorn}} {\h{\^a}}"),
    ("Ångström, Łukasz, ǿ ǣ ı", r"{\AA}ngstr{\"o}m, {\L}ukasz, {\'{\o}} {\={\ae}} {\i}"),
    (
        r"& % # _ $ ~ ^ \ < > |",
        r"\& \% \# \_ \$ {\textasciitilde} {\textasciicircum} {\textbackslash} {\textless} {\textgreater} {\textbar}",
    ),
    ('a "b" {c} `d', r'a {"}b{"} {\textbraceleft}c{\textbraceright} {\textasciigrave}d'),
    ("1–9 — “All” of ’it’", r"1--9 --- ``All'' of {\textquoteright}it{\textquoteright}"),
    ("a -- b --- ,, '' '”", r"a -{}- b -{}-{}- ,{}, {\textquotesingle}{\textquotesingle} {\textquotesingle}''"),
    ("θ, Δ, ≤, ℝ, →, €, ₂", r"$\theta$, {$\Delta$}, $\leq$, {$\mathbb{R}$}, {\textrightarrow}, {\texteuro}, {\textsubscript{2}}"),
    ("Top-$k$ and $ e=m_c^2 $ and $$x$$", "Top-$k$ and $ e=m_c^2 $ and $$x$$"),
    (r"Adapt-$\infty$, $\ell_1$", r"Adapt-$\infty{}$, $\ell_1$"),
    ("$β^3$ and $ℓ_∞$", r"${\ensuremath{\beta}}^3$ and ${\ensuremath{\ell}}_{\ensuremath{\infty}}$"),
    ("I payed $10, he $20", r"I payed \$10, he \$20"),
    ("$100% & more$", r"\$100\% \& more\$"),
    (r"Schr\"{o}dinger", r'Schr{\textbackslash}{"}{\textbraceleft}o{\textbraceright}dinger'),
    ("王 🐍 ħ", r"{\symbol{29579}} {\symbol{128013}} {\symbol{295}}"),
    ("http://a.org/~b_c–d", r"http://a.org/{\textasciitilde}b\_c{\textendash}d"),
    ("Al‐Ali", "Al{}-{}Ali"),
    ("‐- -‐ ‐‐ –‐", "{}-{}{}- -{}{}-{} {}-{}{}{}-{} --{}{}-{}"),
    ("", ""),
]
# Characters that do not come back as they went out: where a word may be cut is no character of it (so utf8enc.dfu).
EXCEPTIONS = {"\u00ad": ""}
BLOCKS = {
    "Latin-1": (0x20, 0x100), "Latin Extended-A and B": (0x100, 0x250), "Greek": (0x370, 0x400),
    "Latin Extended Additional": (0x1E00, 0x1F00),
    "Greek Extended": (0x1F00, 0x2000), "General Punctuation": (0x2000, 0x2070), "scripts and currencies": (0x2070, 0x20D0),
    "letterlike, arrows, operators": (0x2100, 0x2400), "Cyrillic": (0x400, 0x500),
}  # fmt: skip


def composed(text: str) -> str:
    for sign, read in EXCEPTIONS.items():
        text = text.replace(sign, read)
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("text", "latex"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_a_text_is_written_and_comes_back(text: str, latex: str) -> None:
    assert to_latex(text) == latex
    assert to_unicode(latex) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("block", BLOCKS)
def test_every_character_comes_back(block: str) -> None:
    chars = [char for char in map(chr, range(*BLOCKS[block])) if unicodedata.category(char) != "Cn"]
    assert [char for char in chars if not to_latex(char).isascii()] == []
    assert [char for char in chars if to_unicode(to_latex(char)) != composed(char)] == []
    assert [char for char in chars if to_unicode(to_latex(f"a{char}{char}b")) != composed(f"a{char}{char}b")] == []


@pytest.mark.parametrize(("char", "read"), EXCEPTIONS.items())
def test_the_exceptions_are_no_more(char: str, read: str) -> None:
    assert to_unicode(to_latex(char)) == read


def test_what_latex_has_no_command_for_may_stay() -> None:
    assert to_latex("王 é 🐍 & ħ", keep_foreign=True) == r"王 {\'e} 🐍 \& ħ"


def test_every_accented_letter_is_one_group() -> None:
    chars = [char for char in map(chr, (*range(0xC0, 0x180), *range(0x1EA0, 0x1EFA))) if char not in "×÷ŉſĦħĸĿŀŦŧ"]
    assert [char for char in chars if not re.fullmatch(r"\{\\.*\}", to_latex(char))] == []
    assert [char for char in chars if "\\char" in to_latex(char) or "\\i}" in to_latex(char).replace("{\\i}", "", char == "ı")] == []


PIECES = st.sampled_from(
    [*"\\{}$&%#_~^\"<>|`'’‘“”-‐–—,.?! ab1éếıαΔℝ≤²₂王\u00a0\u00ad\u0301\u0323\u031bßơ", "$\\infty$", "$x$", "$β$", "$-$", "{}", "\\(", "\\)",
     "http://a.b/", "www.", "\\url{", "--", "''", "``", "^^41", "\\'", "\\symbol{3}", "\\ensuremath{\\beta}", "\n", "i\u0307", "\\\\"]
)  # fmt: skip
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=15) | st.lists(PIECES, max_size=12).map("".join)


@given(ANY)
def test_any_text_goes_out_in_ascii_and_comes_back(text: str) -> None:
    latex = to_latex(text)
    assert latex.isascii()
    assert to_unicode(latex) == composed(text)
    assert to_unicode(to_latex(text, keep_foreign=True)) == composed(text)


@given(st.text(st.characters(exclude_categories=())))
def test_lone_surrogates_cost_nothing(text: str) -> None:
    assert to_latex(text).isascii()


@given(st.text("äéøłßñçšőąVWxyz ,.-", max_size=20))
def test_names_come_back_from_pasted_text_too(text: str) -> None:
    latex = to_latex(text)
    if "--" not in text and ",," not in text:  # ligatures are kept apart by {}, which only a LaTeX field reads
        assert fix_tex(latex) == text


# -- the real programs

PDFLATEX, BIBTEX = shutil.which("pdflatex"), shutil.which("bibtex")
PREAMBLE = "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{textcomp,amssymb,latexsym}\\nonstopmode\\begin{document}\n"
# only the Vietnamese encoding T5 has these
NOT_IN_T1 = re.compile(r"\\(?:ohorn|OHORN|uhorn|UHORN|h)\b")


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=120)  # noqa: S603  a fixed program
    return done.stdout.decode("latin-1")


@pytest.mark.skipif(not PDFLATEX, reason="pdflatex is not installed")
def test_pdflatex_sets_every_spelling(tmp_path: Path) -> None:
    chars = [chr(number) for start, end in BLOCKS.values() for number in range(start, end) if number != 0x7F]
    spelled = {latex for char in chars if r"\symbol" not in (latex := to_latex(char)) and not NOT_IN_T1.search(latex)}
    assert len(spelled) > 700
    (tmp_path / "a.tex").write_text(PREAMBLE + "\n\n".join(f"x{latex}x" for latex in sorted(spelled)) + "\\end{document}", encoding="ascii")
    run(str(PDFLATEX), "a.tex", cwd=tmp_path)
    told = (tmp_path / "a.log").read_text(encoding="latin-1")
    assert "Output written" in told
    assert re.findall(r"^! .*", told, re.MULTILINE) == []


@pytest.mark.skipif(not BIBTEX, reason="bibtex is not installed")
def test_bibtex_lowers_no_symbol(tmp_path: Path) -> None:
    title = to_latex("All Δ of ℝ ⇒ Łukasz")
    (tmp_path / "a.bib").write_text(f"@misc{{a, author = {{A}}, title = {{{title}}}}}", encoding="ascii")
    (tmp_path / "a.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{a}\n", encoding="ascii")
    run(str(BIBTEX), "a", cwd=tmp_path)
    made = " ".join((tmp_path / "a.bbl").read_text(encoding="ascii").split())
    assert r"All {$\Delta$} of {$\mathbb{R}$} {$\Rightarrow$} {\l}ukasz" in made
