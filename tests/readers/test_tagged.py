"""The cutter, the tables and what holds for every tagged format: nothing raises, nothing is lost, the right format is told."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose, tagged
from papercat.readers.record import ROLES
from papercat.readers.tagged import FORMATS
from papercat.readers.tagged.cutter import cut
from papercat.readers.tagged.format import Format
from papercat.readers.tagged.ris import RIS
from papercat.text.document import Document, Place

# one small file of each format: its name in the tables, the text, and what it says
SAMPLES = {
    "RIS": "TY  - JOUR\nTI  - Sleeper Agents\nAU  - Hubinger, Evan\nAU  - Denison, Carson\nPY  - 2024\nER  - \n",
    "RIS without blanks": "TY-JOUR\nTI-Sleeper Agents\nAU-Hubinger, Evan\nAU-Denison, Carson\nPY-2024\nER-\n",
    "ReDIF": (
        "Template-Type: ReDIF-Paper 1.0\nAuthor-Name: Evan Hubinger\nAuthor-X-Name-Last: Hubinger\nAuthor-Name: Carson Denison\n"
        "Title: Sleeper\n  Agents\nCreation-Date: 2024-01\nHandle: RePEc:ant:wpaper:18\n"
    ),
    "RIS in small letters": "ty - jour\nti - Sleeper Agents\nau - Hubinger, Evan\nau - Denison, Carson\npy - 2024\ner -\n",
    "MEDLINE": (
        "PMID- 1\nOWN - NLM\nDP  - 2024 Jan\nTI  - Sleeper\n      Agents\n"
        "FAU - Hubinger, Evan\nAU  - Hubinger E\nFAU - Denison, Carson\nAU  - Denison C\n"
    ),
    "Web of Science": (
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n"
        "AU Hubinger, E\n   Denison, C\nAF Hubinger, Evan\n   Denison, Carson\n"
        "TI Sleeper\n   Agents\nPY 2024\nER\n\nEF\n"
    ),
    "ADS": "%R 2024arXiv240105566H\n%T Sleeper Agents\n%A Hubinger, Evan; Denison, Carson\n%D 01/2024\n",
    "refer": "%0 Journal Article\n%T Sleeper Agents\n%A Hubinger, Evan\n%A Denison, Carson\n%D 2024\n",
    "RefWorks": "RT Journal Article\nSR Electronic(1)\nA1 Hubinger,Evan\nA1 Denison,Carson\nT1 Sleeper Agents\nYR 2024\n",
    "Ovid": (
        "<8. >\nVN  - Ovid Technologies\nTI  - Sleeper Agents. [References].\n"
        "AU  - Hubinger, Evan MD, PhD 1\nAU  - Denison, Carson\nYR  - 2024\n"
    ),
    "Ovid with labels": (
        "<8>\nAuthor\n  Hubinger, Evan 1;  Denison, Carson 1\nTitle\n  Sleeper Agents.[Article]\nYear of Publication\n  2024\n"
    ),
    "Biblioscape": "--AU-- Hubinger, Evan; Denison, Carson\n--TI-- Sleeper Agents\n--YP-- 2024\n------\n",
    "INSPEC": "Record 1 of 1 - INSPEC\nTI ~ Sleeper Agents\nAU ~ Hubinger, Evan; Denison, Carson\nPY ~ 2024\n",
    "CSA": (
        "DN: Database Name\n    ERIC\nTI: Title\n    Sleeper Agents\nAU: Author\n"
        "    Hubinger, Evan; Denison, Carson\nPY: Publication Year\n    2024\n"
    ),
    "Copac": "TI- Sleeper Agents\nAU- Hubinger, Evan\nAU- Denison, Carson\nPY- 2024\n",
    "Cochrane": (
        "Record #1 of 1\nID: CN-02700001\nAU: Hubinger, Evan\nAU: Denison, Carson\nTI: Sleeper Agents\nSO: arXiv\nYR: 2024\n"
        "US: https://www.cochranelibrary.com/central/doi/10.1002/central/CN-02700001/full\n"
    ),
    "SciFinder": "START_RECORD\nFIELD Database:CAPLUS\nFIELD Title:Sleeper Agents\nFIELD Author:Hubinger, Evan; Denison, Carson\n"
    "FIELD Publication Year:2024\nEND_RECORD\n",
    "coded, with blanks": "TI  Sleeper Agents\nAU  Hubinger, Evan; Denison, Carson\nPY  2024\n",
    "coded": "Record #1 of 1\nAU: Hubinger E\nAU: Denison C\nTI: Sleeper Agents\nYR: 2024\n",
}
TITLES = {"Ovid": "Sleeper Agents.", "Ovid with labels": "Sleeper Agents."}


def told(text: str) -> list[str]:
    """Say what was read, a line for each paper."""
    cat = pc.parse(text)
    assert not cat.receipt().unread
    return [f"{paper.title} | {'; '.join(author.inverted for author in paper.authors)} | {paper.year or ''}" for paper in cat]


def accounted(text: str) -> pc.Catalog:
    """Parse with this reader, and hold it to its account: the spans tile the text."""
    cat = pc.parse(text, format="tagged")
    spans = list(cat.receipt())
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert (spans[-1].end if spans else 0) == len(text)
    assert not any(char.isalnum() for span in spans if span.what == "separator" for char in text[span.start : span.end])
    return cat


def test_every_format_has_a_sample() -> None:
    assert set(SAMPLES) == {form.name for form in FORMATS}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_is_known_and_read(name: str) -> None:
    text = SAMPLES[name]
    form = tagged.find_format(Document("a", text))
    assert form is not None
    assert (form.name, choose(Document("a", text))) == (name, "tagged")
    short = {"coded": "Hubinger, E; Denison, C"}.get(name, "Hubinger, Evan; Denison, Carson")
    assert told(text) == [f"{TITLES.get(name, 'Sleeper Agents')} | {short} | 2024"]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
def test_records_follow_each_other(name: str, between: str) -> None:
    other = SAMPLES[name].replace("Sleeper", "Honest").replace("8", "9").replace("2024", "2023").replace("PMID- 1", "PMID- 2")
    read = pc.parse(SAMPLES[name] + between + other)
    assert [paper.year for paper in read] == [2024, 2023]
    assert [len(paper.authors) for paper in read] == [2, 2]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n\n"])
def test_newlines_and_a_bom_make_no_difference(name: str, newline: str) -> None:
    if name in ("Ovid with labels", "CSA"):  # an empty line between a label and its value is no mere newline
        newline = newline.replace("\n\n", "\n")
    assert told("\ufeff" + SAMPLES[name].replace("\n", newline)) == told(SAMPLES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_cut_anywhere_is_read_and_accounted_for(name: str) -> None:
    for end in range(len(SAMPLES[name])):
        accounted(SAMPLES[name][:end])
        accounted(SAMPLES[name][end:])


# how a tag that no table has looks in each
UNKNOWN = {
    "ReDIF": "Zeal: much",
    "RIS": "ZZ  - much",
    "RIS without blanks": "ZZ-much",
    "RIS in small letters": "zz - much",
    "MEDLINE": "ZZZZ- much",
    "Web of Science": "ZZ much",
    "ADS": "%^ much",
    "refer": "%^ much",
    "RefWorks": "ZZ much",
    "Ovid": "ZZ  - much",
    "Ovid with labels": "Zeal\n  much",
    "Biblioscape": "--ZZ-- much",
    "INSPEC": "ZZ ~ much",
    "CSA": "ZZ: Zeal\n    much",
    "Cochrane": "ZZ: much",
    "SciFinder": "FIELD Zeal:much",
    "Copac": "ZZ- much",
    "coded": "ZZ: much",
    "coded, with blanks": "ZZ  much",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_an_unknown_tag_is_kept_under_its_own_label(name: str) -> None:
    last = next(line for line in reversed(SAMPLES[name].splitlines()) if "2024" in line)
    (paper,) = pc.parse(SAMPLES[name].replace(last, f"{last}\n{UNKNOWN[name]}"))
    label = next(label for label in ("Zeal", "ZZZZ", "ZZ", "^") if label in paper.extra)
    assert paper.extra[label] == "much"
    assert label in UNKNOWN[name].replace("zz", "ZZ")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: str(form.name))
def test_a_table_is_whole(form: Format) -> None:
    roles = set(form.roles.values()) | {role for other in form.by_type.values() for role in other.values()} | set(form.instead.values())
    assert {role for role in roles if not role.startswith("=")} <= ROLES
    assert all(kind.isalpha() and kind.islower() for kind in form.types.values())
    assert all(code == code.lower() for code in form.types)
    named = form.each | form.source | form.initials | set(form.shorts) | set(form.shorts.values()) | set(form.routes) | set(form.instead)
    assert named <= set(form.roles)
    assert form.starts | form.ends <= set(form.roles)


NOT_TAGGED = (
    "Constitutional AI\nBai, Yuntao, Kadavath, Saurav\nAs AI systems become more capable.",
    "@article{a,\n  title = {Sleeper Agents},\n  author = {Hubinger, Evan},\n  year = {2024},\n}",
    '[{"title": "Sleeper Agents", "authors": [{"family": "Hubinger", "given": "Evan"}]}]',
    "Title,Authors,Year\nSleeper Agents,Hubinger Evan,2024\n",
    "# Reading list\n\nNote: bring coffee\nTime: noon\n",
    "cff-version: 1.2.0\ntitle: papercat\nauthors:\n  - family-names: Doe\nyear: 2024\n",
    "references:\n  - title: Sleeper Agents\n    author: x\n    year: 2024\n",
    'sleeper:\n    type: article\n    title: Sleeper Agents\n    author: ["Hubinger, Evan"]\n    date: 2024\n',
    (
        "\\\\\narXiv:2401.05566\nDate: Wed, 10 Jan 2024 01:00:00 GMT\n\nTitle: Sleeper Agents\n"
        "Authors: Evan Hubinger\nCategories: cs.CR\n\\\\\n  We show.\n\\\\\n"
    ),
    "",
    "TY\nER\n",
)


@pytest.mark.parametrize("text", NOT_TAGGED)
def test_other_texts_are_none_of_it(text: str) -> None:
    assert tagged.sniff(Document("a", text)) == 0.0


def test_records_are_cut_by_place() -> None:
    text = "junk\nTY  - JOUR\nTI  - A\n  goes on\nER  - \n\nTY  - BOOK\nER  - "
    document = Document("a", text)
    records = list(cut(document, RIS))
    assert [text[place.start : place.end] for place, _ in records] == ["TY  - JOUR\nTI  - A\n  goes on\nER  - ", "TY  - BOOK\nER  - "]
    assert [[field.tag for field in fields] for _, fields in records] == [["TY", "TI", "ER"], ["TY", "ER"]]
    assert records[0][1][1].lines == [Place(22, 23), Place(24, 33)]


TOKENS = (
    *("TY  - JOUR\n", "ER  - \n", "TI  - ", "AU  - ", "PMID- 1\n", "FAU - ", "PT J\n", "AF ", "ER\n", "EF\n", "%0 Book\n", "%T ", "%A "),
    *("RT Book\n", "T1 ", "<1>\n", "VN  - Ovid\n", "--TI-- ", "------\n", "TI ~ ", "TI- ", "TI: ", "Title: ", "Authors: ", "Abstract: "),
    *(
        "Document 1 of 2\n",
        "____\n",
        "\n",
        "\n\n",
        "\r",
        "   ",
        "Hubinger, Evan",
        "Hubinger E",
        ";",
        "null",
        "10.1/x",
        "[doi]",
        "2024",
        "-\n",
    ),
    *("\ufeff", "\u200b", "\u00a0", "\x00", "\ud800", "&amp;", "\\'e", "Sรถren", "ร", "：", "题目：", "**", "=", "#"),
)


@given(text=st.lists(st.sampled_from(TOKENS) | st.text(max_size=4), max_size=30).map("".join))
def test_any_text_is_read_and_accounted_for(text: str) -> None:
    accounted(text)
    assert 0.0 <= tagged.sniff(Document("a", text)) <= 1.0


@given(text=st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
def test_records_stand_one_behind_the_other(text: str) -> None:
    for form in FORMATS:
        places = [place for place, _ in cut(Document("a", text), form)]
        assert all(before.end <= after.start for before, after in pairwise(places))


@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.starts])
def test_a_file_in_pieces_is_read_as_the_whole(name: str) -> None:
    text = "".join(SAMPLES[name].replace("Sleeper", f"Sleeper{number}").replace("EF\n", "") for number in range(5))
    whole = [paper.title for paper in tagged.read(Document("a", text)) if isinstance(paper, pc.Paper)]
    assert len(whole) == 5
    for end in range(len(SAMPLES[name]), len(text)):
        cut_at = tagged.ends(text[:end])
        read = tagged.reading()
        parts = [part for part in (text[:cut_at], text[cut_at:]) if part]
        assert [paper.title for part in parts for paper in read(Document("a", part)) if isinstance(paper, pc.Paper)] == whole


def test_where_a_piece_ends_is_unknown_without_start_marks() -> None:
    assert tagged.ends(SAMPLES["Copac"] * 3) == tagged.ends("") == tagged.ends(SAMPLES["RIS"]) == 0
    assert tagged.ends(SAMPLES["RIS"] + "TY  - JOUR\nAB  - " + "word " * 50_000) == len(SAMPLES["RIS"])


def test_exports_of_several_databases_in_one_file() -> None:
    order = ["RIS", "MEDLINE", "Web of Science", "RIS", "refer", "RefWorks", "MEDLINE"]
    text = "\n".join(SAMPLES[name].replace("Sleeper", f"Sleeper{number}") for number, name in enumerate(order))
    cat = pc.parse(text)
    assert [paper.title for paper in cat] == [f"Sleeper{number} Agents" for number in range(len(order))]
    assert [text[paper.sources[-1].start : paper.sources[-1].end].count("Sleeper") for paper in cat] == [1] * len(order)
    assert not cat.receipt().unread


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\v", "\f", "\u2028", "\u2029"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_is_told_behind_any_line_end(name: str, break_: str) -> None:
    text = f"My library{break_}\ufeff{SAMPLES[name]}"
    form = tagged.find_format(Document("a.txt", text))
    assert form == tagged.find_format(Document("a.txt", f"My library\n\ufeff{SAMPLES[name]}"))
    assert form is not None
