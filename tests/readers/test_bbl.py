r"""The `.bbl` of biber: the same papers as in the `.bib` that it was made from, in every version of the format."""

import subprocess
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.bbl import ends, read, sniff
from papercat.text.document import Document

# As biber 2.18 writes it, of version 3.2.
NEW = r"""% $ biblatex auxiliary file $
% $ biblatex bbl format version 3.2 $
\refsection{0}
  \datalist[entry]{nyt/global//global/global}
    \entry{bai2022}{article}{skipbib=true}
      \true{moreauthor}
      \name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=ffc94e68}{%
           family={Bai},
           familyi={B\bibinitperiod},
           given={Yun\bibnamedelima Tao},
           giveni={Y\bibinitperiod},
           givenun=0,
           prefix={van\bibnamedelima der},
           prefixi={v\bibinitperiod}}}%
        {{hash=d20e2979}{%
           family={{OpenAI Team}},
           familyi={O\bibinitperiod}}}%
      }
      \list{publisher}{2}{%
        {Springer}%
        {Wiley}%
      }
      \strng{namehash}{9031a117}
      \field{sortinit}{B}
      \field{labeltitlesource}{title}
      \field{eprinttype}{arxiv}
      \field{month}{12}
      \field{title}{Constitutional {AI}: \emph{Harmlessness} from {AI} Feedback}
      \field{year}{2022}
      \field{dateera}{ce}
      \true{nocite}
      \field{pages}{1\bibrangedash 10\bibrangessep 12}
      \range{pages}{11}
      \verb{doi}
      \verb 10.1000/a_b
      \endverb
      \verb{eprint}
      \verb 2212.08073
      \endverb
      \keyw{safety,alignment}
      \warn{\item Invalid format of 'date'}
    \endentry
    \entry{e}{thesis}{}
      \name{author}{1}{}{%
        {{hash=5378}{%
           family={Ng},
           familyi={N\bibinitperiod}}}%
      }
      \field{title}{Learning}
      \field{type}{phdthesis}
    \endentry
  \enddatalist
\endrefsection
\endinput
"""
# biblatex 1.x and 2.x: the parts of a name in their order
OLD = r"""\sortlist{entry}{nyt/global/}
\entry{king}{book}{}
  \name{labelname}{1}{}{%
    {{}{King}{K\bibinitperiod}{Martin\bibnamedelima Luther}{M\bibinitperiod}{}{}{Jr.}{J\bibinitperiod}}%
  }
  \name{author}{2}{}{%
    {{}{King}{K\bibinitperiod}{Martin\bibnamedelima Luther}{M\bibinitperiod}{}{}{Jr.}{J\bibinitperiod}}%
    {{hash=2}{Beethoven}{B\bibinitperiod}{Ludwig}{L\bibinitperiod}{van}{v\bibinitperiod}{}{}}%
  }
  \field{title}{Letters}
  \field{year}{1963}
\endentry
\endsortlist
"""


def test_an_entry_is_read_with_all_it_says() -> None:
    catalog = pc.parse(NEW)
    paper, thesis = catalog
    assert catalog.inputs[0].format == "bbl"
    assert [author.inverted for author in paper.authors] == ["van der Bai, Yun Tao", "OpenAI Team"]
    assert (paper.title, paper.year, paper.month) == ("Constitutional AI: Harmlessness from AI Feedback", 2022, 12)
    assert (paper.doi, paper.arxiv, paper.pages, paper.publisher) == ("10.1000/a_b", "2212.08073", "1–10, 12", "Springer and Wiley")
    assert paper.keywords == ("safety", "alignment")
    assert dict(paper.extra) == {"key": "bai2022"}
    assert (thesis.type, thesis.authors[0].family, thesis.extra["key"]) == ("phdthesis", "Ng", "e")


def test_what_is_of_no_field_is_told_and_accounted_for() -> None:
    catalog = pc.parse(NEW)
    assert sorted(issue.code for issue in catalog.issues) == ["authors-cut", "block-kept", "block-kept", "block-kept"]
    assert any("Invalid format" in (issue.raw or "") for issue in catalog.issues)
    assert not catalog.receipt().unread


def test_parts_of_names_are_told_by_their_order_in_old_versions() -> None:
    (paper,) = pc.parse(OLD)
    assert [author.inverted for author in paper.authors] == ["King, Jr., Martin Luther", "van Beethoven, Ludwig"]


@pytest.mark.parametrize("newline", ["\r\n", "\r", " "])
def test_newlines_do_not_count(newline: str) -> None:
    def seen(text: str) -> list[dict[str, object]]:
        return [paper.to_dict() | {"sources": []} for paper in pc.parse(text)]

    assert seen(NEW.replace("\n", newline)) == seen(NEW)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (NEW.replace("{Learning}", "{Learning"), "entry-mended"),
        (NEW.replace("{Learning}", "{Learn}ing}"), "block-kept"),
        (NEW.replace("      \\endverb\n", ""), ""),
        (NEW.replace("    \\endentry\n", ""), ""),
    ],
)
def test_a_broken_value_costs_no_other(broken: str, code: str) -> None:
    catalog = pc.parse(broken)
    assert [paper.doi for paper in catalog] == ["10.1000/a_b", None]
    assert (catalog[1].title or "").startswith("Learn")
    assert catalog[1].type == "phdthesis"
    assert not code or code in {
        issue.code for issue in catalog.issues if issue.source and issue.source.line > NEW[: NEW.index("{e}")].count("\n")
    }
    assert not catalog.receipt().unread


@pytest.mark.parametrize(
    "text", ["", r"\entry", r"\entry{a}{misc}{} nothing \endentry", "A \\field{title}{of} TeX", "@misc{a, title = {A}}"]
)
def test_what_is_no_entry_is_left_to_others(text: str) -> None:
    assert sniff(Document("a", text)) == 0


@given(
    st.lists(
        st.sampled_from(
            [
                *"{}\\%\n= a\0\udc80",
                "\\entry{a}{misc}{}",
                "\\endentry",
                "\\field{title}{",
                "\\verb{doi}",
                "\\verb ",
                "\\name{author}{1}{}{{{",
            ]
        )
    )
)
def test_any_text_is_read(parts: list[str]) -> None:
    text = "".join(parts)
    for one in read(Document("a", text)):
        assert one.sources if isinstance(one, pc.Paper) else one.code


@pytest.mark.parametrize("cut", range(0, len(NEW), 97))
def test_pieces_are_read_as_the_whole(cut: int) -> None:
    place = ends(NEW[:cut])
    both = [*read(Document("a", NEW[:place])), *read(Document("a", NEW[place:]))]
    assert [one.title for one in both if isinstance(one, pc.Paper)] == [paper.title for paper in pc.parse(NEW)]


@pytest.mark.skipif(not (which("biber") and which("pdflatex")), reason="biber and LaTeX are not installed")
def test_biber_says_the_same_as_its_source(tmp_path: Path) -> None:
    source = r"""
@article{a1, author={van Beethoven, Ludwig and {OpenAI Team} and King, Jr., Martin Luther}, title={A {BERT} \& $x^2$ of \emph{things}},
  journaltitle={Nature}, year={2020}, month={3}, volume=3, number=4, pages={1--10}, doi={10.1000/abc_def}, url={https://example.org/a?c=%20d}}
@inproceedings{c1, author={M{\"u}ller, J{\"o}rg}, title={Paper}, booktitle={Proceedings}, year=1999, publisher={ACM and Wiley}}
@phdthesis{t1, author={de la Cruz, A. B.}, title={Thesis}, year={2003}, school={MIT}}
"""
    (tmp_path / "a.bib").write_text(source, encoding="utf-8")
    head = r"\documentclass{article}\usepackage[backend=biber]{biblatex}\addbibresource{a.bib}"
    tex = head + r"\begin{document}\nocite{*}\printbibliography\end{document}"
    (tmp_path / "a.tex").write_text(tex, encoding="utf-8")
    for command in (["pdflatex", "-interaction=batchmode", "a"], ["biber", "a"]):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=False)  # noqa: S603  both are looked for
        if done.returncode:
            pytest.skip("biblatex is not installed")
    fields = ("type", "title", "authors", "year", "month", "venue", "volume", "issue", "pages", "doi", "url", "publisher")
    seen = [
        {paper.extra["key"]: tuple(getattr(paper, name) for name in fields) for paper in pc.read(tmp_path / name)}
        for name in ("a.bib", "a.bbl")
    ]
    assert seen[0] == seen[1]
