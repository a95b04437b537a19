r"""TeX accents, letters and signs in pasted text are read; math and other commands stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.latex.pasted import fix_tex

READ: list[tuple[str, str]] = [
    (r"Sch{\"u}tze", "Schütze"),
    (r"Sch\"utze", "Schütze"),
    (r"Sch\"{u}tze", "Schütze"),
    (r"Sch{\"{u}}tze", "Schütze"),
    (r"Miguel {\'A}ngel", "Miguel Ángel"),
    (r"Adri\`a Garriga-Alonso", "Adrià Garriga-Alonso"),
    (r"Luko{\v s}i{\=u}t{\.e}", "Lukošiūtė"),
    (r"Luko\v{s}i\=ut\.e", "Lukošiūtė"),
    (r"Ga\v{s}i\'c", "Gašić"),
    (r"Kuty{\l}owski", "Kutyłowski"),
    (r"Mi\l{}kowski", "Miłkowski"),
    (r"G{\o}ran", "Gøran"),
    (r"Stra{\ss}e", "Straße"),
    (r"\AA ngstr\"om", "Ångström"),
    (r"na\"{\i}ve", "naïve"),
    (r"na{\"\i}ve", "naïve"),
    (r"na{\"i}ve", "naïve"),
    (r"Gon\c{c}alves", "Gonçalves"),
    (r"Gon\c calves", r"Gon\c calves"),  # the accent of which letter? TeX knows, a reader of pasted text does not
    (r"29.6\%", "29.6%"),
    (r"R\&D", "R&D"),
    (r"a\_b \#1", "a_b #1"),
    (r"“Schr\”odinger", "“Schrödinger"),  # the straight quote of the accent made round by an editor
]
KEPT: list[str] = [
    "Constitutional AI",
    r"\emph{monosemantic} neurons",
    r"\textit{a} and \textbf{b}",
    r"$\alpha\_1$",
    r"$\"u$",
    r"$x$ and $\%$",
    r"\cite{perez2022}",
    r"\url{http://example.org/~a}",
    r"C:\users\victor",
    r"\alpha",
    r"\omega",
    r"\ldots",
    r"\\",
    r"\\%",
    "a {b} c",
    "{a}",
    "``features''",
    "10.5{,}3",
    "\\",
]


@pytest.mark.parametrize(("raw", "text"), READ, ids=[raw for raw, _ in READ])
def test_accents_letters_and_signs_are_read(raw: str, text: str) -> None:
    assert fix_tex(raw) == text


@pytest.mark.parametrize("text", KEPT)
def test_math_commands_and_plain_text_stay(text: str) -> None:
    assert fix_tex(text) == text


TEX = st.lists(
    st.sampled_from(
        ["\\", "{", "}", "$", '"', "'", "`", "^", "~", "=", ".", "u", "v", "c", "s", "i", "l", "o", "ss", " ", "%", "&", "é", "ü"]
    )
).map("".join)


@given(text=TEX | st.text())
def test_any_text_is_read(text: str) -> None:
    fix_tex(text)


@given(text=st.text().filter(lambda text: "\\" not in text))
def test_text_without_a_backslash_stays(text: str) -> None:
    assert fix_tex(text) == text
