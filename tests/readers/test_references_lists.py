"""What only the whole list of references tells: which number is glued to an id, how names are shortened, what LaTeX does."""

import pytest

import papercat as pc
from papercat.readers import choose
from papercat.readers.references import sniff
from papercat.readers.references.bibitems import as_list
from papercat.readers.references.numbers import find_marks
from papercat.readers.references.shown import show
from papercat.text.document import Document, Place

AMA = (
    "Kiss T, Páles Z. Implications between convexity properties. arXiv. Preprint posted online Sep 6, 2015. arXiv:1507.05295",
    "Louis A, van Dijck G, Spanakis G. Finding the Law. In: Proceedings of EACL. 2023:919-930. doi:10.18653/v1/2023.eacl-main.203",
    "Hwang Y. Investigating enterprise systems adoption. European Journal of Information Systems. 2005;14(2):150-161.",
)
NATURE = (
    "Adrion, J. R. et al. A community-maintained standard library of population genetic models. eLife 9, e54967 (2020).",
    "Smits, G. & Chardenon, C. Vers une méthodologie générique de contrôle. in Actes de TALN 243–252 (2007).",
    "Bahl, L. R., de Souza, P. V., Gopalakrishnan, P. S., Nahamoo, D. & Picheny, M. A. Context Dependent Modeling. in SNL 264 (1991).",
    "Duan, W., Gu, B. & Whinston, A. B. Do online reviews matter? Decision Support Systems 45, 1007–1016 (2008).",
)


def names(cat: pc.Catalog) -> list[list[str]]:
    return [[author.inverted for author in paper.authors] for paper in cat]


def test_a_number_glued_to_an_address_is_found_by_the_count() -> None:
    one, two, three = AMA
    cat = pc.parse(f"1. {one}2. {two}3. {three}\n4. {NATURE[0]}")
    assert (cat[0].arxiv, cat[1].doi) == ("1507.05295", "10.18653/v1/2023.eacl-main.203")
    assert [paper.year for paper in cat] == [2015, 2023, 2005, 2020]


@pytest.mark.parametrize("text", ["1. A. arXiv:1507.05293. B\n2. C", "1. A. doi:10.1145/3411.3412. B\n2. C", "1. A. 2012. B\n3. C"])
def test_a_number_that_the_list_has_is_no_part_of_an_address(text: str) -> None:
    assert len(find_marks(text, [0, text.index("\n") + 1])) == 2


@pytest.mark.parametrize("mark", ["{}.\t", "[{}]\t", "{}\t"])
def test_tabs_behind_numbers_part_no_cells(mark: str) -> None:
    first, *others = (mark.format(number) + text for number, text in enumerate(NATURE, 1))
    glue = "" if mark[-2] in ".]" else "\n"
    assert [paper.year for paper in pc.parse(first + glue + "\n".join(others))] == [2020, 2007, 1991, 2008]
    assert sniff(Document("t.tsv", "1\tDeep learning\tY. LeCun\t2015\n2\tLong short-term memory\tS. Hochreiter\t1997")) == 0.0


def test_what_stands_behind_initials_is_a_family_name_where_the_list_shortens_names() -> None:
    cat = pc.parse(
        "[1] M. Bollmann, R. Aralikatte, and H. Murrieta Bello, “Moses and the character-based random babbling baseline,” in ACL, 2021.\n"
        "[2] M. Barrett and A. Søgaard, “Reading behavior predicts syntactic categories,” in CoNLL, 2015, pp. 345–349.\n"
        "[3] R. Kær Jørgensen and D. Elliott, “mDAPT: Multilingual domain adaptive pretraining,” in EMNLP, 2021, pp. 1–9."
    )
    assert names(cat)[0][2] == "Murrieta Bello, H."
    assert names(cat)[2] == ["Kær Jørgensen, R.", "Elliott, D."]


def test_no_pair_has_a_spelled_name_where_the_list_shortens_names() -> None:
    text = "Kobus, Yvon & Damnati, G. Transcrire les SMS comme on reconnaît la parole. in Actes de TALN 1007–1031 (2008)."
    cat = pc.parse("\n".join(f"{number}. {one}" for number, one in enumerate([*NATURE, text], 1)))
    assert names(cat)[4] == ["Kobus", "Yvon", "Damnati, G."]


def test_one_inverted_name_tells_the_order_of_a_list() -> None:
    cat = pc.parse(
        "Debaene, Florian, et al. “Early Modern Dutch Comedies and Farces in the Spotlight.” LT4HALA, 2024, pp. 1206–1209.\n\n"
        "Laureano De Leon, Frances Adriana, et al. “UoB-NLP at SemEval-2025 Task 11.” SemEval-2025, 2025, pp. 428–440.\n\n"
        "Liu, De, et al. “Toward Meaningful Engagement.” MIS Quarterly, vol. 41, no. 4, 2017, pp. 1011–1034.\n\n"
        "Yuan, Zheng, et al. “ART: The Alternating Reading Task Corpus.” LREC-COLING 2024, 2024, pp. 394–418."
    )
    assert names(cat) == [["Debaene, Florian"], ["Laureano De Leon, Frances Adriana"], ["Liu, De"], ["Yuan, Zheng"]]


ITEMS = r"""\begin{thebibliography}{9}
\bibitem{zhou} K.~Zhou, J.~D. Hwang, and M.~Sap.
\newblock {REL-A.I.:} An {Interaction-Centered} approach to a {CEO}'s {SemEval}-2025 English--French {Human-LM} reliance.
\newblock In {\em NAACL}, pages~622--647, Online, 2025.
\bibitem{garmire} L.~X. Garmire, S.~Subramaniam, and C.~K. Glass.
\newb%slock A Clustering Approach to Identify Intergenic Non-coding {RNA}.
\end{thebibliography}"""


@pytest.mark.parametrize("unseen", ["", "\u2060", "\u200b", "\u00ad"])
def test_latex_says_where_the_parts_of_an_item_begin(unseen: str) -> None:
    cat = pc.parse(ITEMS % unseen)
    assert [paper.title for paper in cat] == [
        "REL-A.I.: An Interaction-Centered approach to a CEO's SemEval-2025 English–French Human-LM reliance",
        "A Clustering Approach to Identify Intergenic Non-coding RNA",
    ]
    assert [len(paper.authors) for paper in cat] == [3, 3]
    assert (cat[0].pages, cat[0].year) == ("622--647", 2025)
    assert cat.receipt().unread == ()


@pytest.mark.parametrize(
    ("label", "family"),
    [
        ("[Fisas et~al.(2020)Fisas, Espinosa Anke, and Wanner]", "Espinosa Anke"),
        ("[{Fisas et~al.(2020)Fisas, Espinosa~Anke, and Wanner}]", "Espinosa Anke"),
        ("[Fisas, {Espinosa Anke} and Wanner(2020)]", "Espinosa Anke"),
        ("[FEW20]", "Anke"),
        ("", "Anke"),
    ],
)
def test_labels_of_natbib_tell_where_family_names_begin(label: str, family: str) -> None:
    text = rf"\bibitem{label}{{a}} Beatriz Fisas, Luis Espinosa Anke, and Leo Wanner. \newblock CollFrEn: Collocation resource. 2020."
    assert [author.family for author in pc.parse(text)[0].authors] == ["Fisas", family, "Wanner"]


def test_the_text_of_items_has_the_places_of_the_file() -> None:
    assert len(as_list(Document("a.bbl", ITEMS)).text) == len(ITEMS)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("[9] Eric Brown and Tong-Haing Fin. Tools and methods for building watson.", "Tools and methods for building watson"),
        (
            '7969. Ehrenreich, Jeffrey. "Lifting the Burden of Secrecy: The Awa Biosphere Reserve,"',
            "Lifting the Burden of Secrecy: The Awa Biosphere Reserve",
        ),
    ],
)
def test_names_and_a_title_are_a_reference(text: str, title: str) -> None:
    assert choose(Document("r.txt", text)) == "references"
    assert pc.parse(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        (
            "1985 Opinion Survey of MIS Managers - Key Issues. MIS Quarterly 10, 35–45 (1986).",
            "1985 Opinion Survey of MIS Managers - Key Issues",
            1986,
        ),
        (
            "A new encoding of coalescent processes. Applications to one case. Preprint at https://arxiv.org/abs/1409.4266 (2014).",
            "A new encoding of coalescent processes. Applications to one case",
            2014,
        ),
        (
            "The More, the Merrier? How the Number of Partners Affects Risk. MIS Quarterly 35, 445–462 (2011).",
            "The More, the Merrier? How the Number of Partners Affects Risk",
            2011,
        ),
    ],
)
def test_a_title_is_whole(text: str, title: str, year: int) -> None:
    names = "" if text.startswith("The") else "Hartog, C. & Herbert, M. "
    cat = pc.parse("\n".join(f"{number}. {one}" for number, one in enumerate([*NATURE, names + text], 1)))
    assert (cat[4].title, cat[4].year) == (title, year)


def test_a_quotation_mark_has_a_place_of_its_own() -> None:
    text = "Pons, O. &ldquo;T&acirc;ches auxiliaires&rdquo; 2023"
    line = show(Document("r.txt", text), Place(0, len(text)))
    place = line.text.index("Tâches")
    assert [text[slice(*one)] for one in line.places(place, place + 6)] == ["T&acirc;ches"]


def test_dashes_of_tex_are_read_where_the_list_has_tex() -> None:
    rows = [
        r"1. Th\"uss, R. & van Cranenburgh, A. Teaching Through Tagging --- Interactive Semantics. in CRAC 607--630 (2021).",
        "2. Heiland, H. SIGMORPHON--UniMorph 2022 Shared Task 0. in SIGMORPHON 128--139 (2022).",
    ]
    cat = pc.parse("\n".join(rows))
    assert [paper.title for paper in cat] == ["Teaching Through Tagging — Interactive Semantics", "SIGMORPHON–UniMorph 2022 Shared Task 0"]
    assert sum(issue.code == "tex-decoded" and "dashes" in issue.message for issue in cat.issues) == 1
    assert pc.parse("\n".join(rows).replace(r"\"u", "ü"))[0].title == "Teaching Through Tagging --- Interactive Semantics"


def test_a_page_that_is_a_year_is_the_year_beside_pages() -> None:
    text = r"\bibitem{a} Peter Mihajlik. \newblock Is spoken Hungarian low-resource? \newblock In {\em LREC}, pages~859--866, Online, 2024."
    assert pc.parse(text)[0].year == 2024


def test_references_glued_without_years_are_cut_by_their_titles() -> None:
    text = (
        'Roland, Virginie, et al. "Dynamique phonétique et contrôle moteur." Actes de JEP-TALN-RECITAL 2016.Subbiah, Melanie, et al. '
        '"Towards Detecting Harmful Agendas in News Articles." WASSA.Thione, Gian Lorenzo, et al. "Hybrid Text Summarization." ACL 2004.'
    )
    assert names(pc.parse(text)) == [["Roland, Virginie"], ["Subbiah, Melanie"], ["Thione, Gian Lorenzo"]]


ROMAN = (
    "Rivas, C. (2009) On spaces of Conradian group orderings. arXiv:0907.4340.",
    "Gupta, A. (2017) Editorial Thoughts - What and How ISR Publishes. Information Systems Research, 28(1):1–4.",
    "van Trijp, R. (2012) Not as Awful as it Seems: Explaining German Case. Proceedings of the 13th Conference of the EACL, pp. 829–839.",
)


@pytest.mark.parametrize("gap", ["\t", "       "])
@pytest.mark.parametrize("end", ["\n", ""])
def test_roman_numbers_are_those_of_a_list(gap: str, end: str) -> None:
    papers = pc.parse(end.join(f"{number}{gap}{one}" for number, one in zip(("I", "II", "III"), ROMAN, strict=True)), format="references")
    assert [(paper.authors[0].family, paper.authors[0].given, paper.year) for paper in papers] == [
        ("Rivas", "C.", 2009),
        ("Gupta", "A.", 2017),
        ("Trijp", "R.", 2012),
    ]


@pytest.mark.parametrize(
    "text", ["I\tArticles\nII\tBooks", "V. Pal and A. Yates. 2023", "II  Gupta, A. (2017) Editorial Thoughts, and more"]
)
def test_what_is_no_roman_number_of_a_list(text: str) -> None:
    assert not find_marks(text, [0, text.find("\n") + 1])
