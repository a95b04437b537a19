"""How readers write initials, and whom a person's own page names."""

import pytest

import papercat as pc

SHORT = [
    ("Waga, J.M., Fajer, M. (2001). On maps. Journal of Maps, 12(3), 1-20.", ["J. M. Waga", "M. Fajer"]),
    ("TY  - JOUR\nTI  - On maps\nAU  - Waga, J.M.\nAU  - Manin, Yu.I.\nER  - \n", ["J.M. Waga", "Yu.I. Manin"]),
    ("TY  - JOUR\nTI  - On maps\nAU  - Duong, Khoa N.A.\nAU  - Topić, Goran\nER  - \n", ["Khoa N.A. Duong", "Goran Topić"]),
    ("@article{a, author = {Knuth, D.E. and Graham, R.}, title = {On maps}, year = 1989}", ["D.E. Knuth", "R. Graham"]),
]


@pytest.mark.parametrize(("text", "authors"), SHORT)
def test_a_list_of_initials_alone_has_them_in_one_form(text: str, authors: list[str]) -> None:
    catalog = pc.parse(text)
    assert [str(author) for author in catalog[0].authors] == authors
    is_written_anew = any(issue.code == "initials-dotted" for issue in catalog.issues)
    assert is_written_anew == ("J. M. Waga" in authors)


def test_the_names_behind_with_are_those_of_coauthors() -> None:
    page = "".join(
        f"<li><font><b>\n{title}</b>,</font>\nwith {names}. <a href='https://arxiv.org/abs/{number}'>Arxiv arXiv:{number}</a>.\n"
        for title, names, number in (
            ("Constitutional AI: Harmlessness from AI Feedback", "Saurav Kadavath and Sandipan Kundu", "2212.08073"),
            ("Discovering Language Model Behaviors with Model-Written Evaluations", "Sam Ringer", "2212.09251"),
            ("Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training", "Carson Denison", "2401.05566"),
            ("Towards Understanding Sycophancy in Language Models", "Meg Tong and Tomasz Korbak", "2310.13548"),
        )
    )
    found = {paper.arxiv: (paper.title, [author.family for author in paper.authors]) for paper in pc.parse(f"<ol>\n{page}</ol>")}
    assert found["2401.05566"] == ("Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training", ["Denison"])
    assert found["2310.13548"][1] == ["Tong", "Korbak"]
