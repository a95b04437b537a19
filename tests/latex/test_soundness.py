"""Formulas that TeX sets, and those that it stumbles over or that would do more than set type."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.latex.linear import to_line
from papercat.latex.soundness import is_sound

SOUND = [
    "K", "x_1", "x_{i,j}^2", "x'^2", r"\mathcal{O}(\sqrt{n})", r"L^p(\mathbb R^n)", r"\frac12", r"\frac{a}{b}", r"\left( x \right)",
    r"\big\|x\big\|",
    r"B_s^0 \to \mu^+\mu^-", r"\sum\limits_{i} x_i", r"{\rm Cvx}_0", r"\textrm{DuReader}_{\textrm{vis}}", r"\{a,b\}", r"360^{\circ}",
    r"n \over 2", r"\hat{\bar x}", r"C^*", r"a < b", r"x\,y", r"2\times 2", r"\operatorname{rank} A", "",
]  # fmt: skip
UNSOUND = [
    "x_1_2", "x^1^2", "x^2'", "x^", "{", "}", "}{", r"\frac{1}{", r"\frac{1}", r"a & b", "%", "#", r"\\", r"\input{x}", r"\write18{x}",
    r"\csname x\endcsname", r"\def\x{\x}", r"\undefinedmacro{x}", r"\begin{array}{c}\end{array}", r"\left( x", r"x \right)", r"\left",
    r"\text{a_b}", r"x\limits_1", "^^41", r"\catcode`\$=12", r"\openout5", "~", "a\n\nb", r"a \over b \over c", r"\middle|",
]  # fmt: skip
LINES = [
    (r"\ell_1", "ℓ₁"), (r"H^2", "H²"), (r"\mathbb{R}^n", "ℝⁿ"), (r"\mathcal O(n\log n)", "𝒪(n log n)"), (r"\beta > 0", "β > 0"),
    (r"A \to B", "A → B"), (r"x_{\text{max}}", "xₘₐₓ"), (r"\frac{1}{n}", "1/n"), (r"\sqrt{s}=13", "√s=13"), (r"\bar p", "p̄"),
    (r"\mathfrak{g}", "𝔤"), (r"x^{q}", "x^q"), (r"X_{NLG}", "X_(NLG)"), ("a-b", "a−b"), (r"\{x\}", "{x}"), (r"\unknown{x}", None),
    (r"x^", None),
]  # fmt: skip


@pytest.mark.parametrize("formula", SOUND)
def test_a_sound_formula(formula: str) -> None:
    assert is_sound(formula)


@pytest.mark.parametrize("formula", UNSOUND)
def test_an_unsound_formula(formula: str) -> None:
    assert not is_sound(formula)


@pytest.mark.parametrize(("formula", "line"), LINES)
def test_a_formula_in_a_line(formula: str, line: str | None) -> None:
    assert to_line(formula) == line


PIECES = st.lists(st.sampled_from([*"ab1{}^_'+-()&%$ \\", *SOUND, r"\left", r"\right)", r"\text", r"\sqrt", r"\frac", r"\hat"]), max_size=8)


@given(PIECES.map("".join) | st.text(max_size=20))
def test_any_text_is_judged(text: str) -> None:
    assert is_sound(text) in (True, False)
    line = to_line(text)
    assert line is None or isinstance(line, str)


def test_nesting_costs_no_more_than_its_length() -> None:
    assert not is_sound("{" * 50_000 + "}" * 50_000)
    assert to_line("{" * 50_000 + "}" * 50_000) is None
    assert is_sound("{x}" * 20_000)


PDFLATEX = shutil.which("pdflatex")


@pytest.mark.skipif(not PDFLATEX, reason="pdflatex is not installed")
def test_tex_sets_what_is_sound_and_stumbles_over_the_rest(tmp_path: Path) -> None:
    head = "\\documentclass{article}\\usepackage{amsmath,amssymb}\\nonstopmode\\begin{document}\n"
    # what does more than set type is not tried, and what is refused though TeX lets it pass
    passed = r"\\\\|input|write|csname|def|begin|catcode|openout|\^\^|~|%|\\middle|\\over"
    harmless = [formula for formula in UNSOUND if not re.search(passed, formula)]
    for name, formulas in (("sound", SOUND), ("unsound", harmless)):
        for number, formula in enumerate(formulas):
            told = _errors(tmp_path / f"{name}{number}", f"{head}x${formula}$x\n\\end{{document}}\n") if formula else []
            assert bool(told) == (name == "unsound" and bool(formula)), (formula, told)


def _errors(folder: Path, text: str) -> list[str]:
    folder.mkdir()
    (folder / "a.tex").write_text(text, encoding="ascii")
    command = [str(PDFLATEX), "-no-shell-escape", "-draftmode", "a.tex"]
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)  # noqa: S603  a fixed program
    return re.findall(r"^! .*", (folder / "a.log").read_text(encoding="latin-1"), re.MULTILINE)
