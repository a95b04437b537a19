"""MARC as libraries exchange it, and as people edit it: the papers of MARCXML, whatever the file has lost."""

from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tree import ends, mnemonic
from papercat.readers.tree.marc import is_marc

Fields = list[tuple[str, str]]

# German National Library, https://d-nb.info/987805282
TESCHL: Fields = [
    ("001", "987805282"),
    ("100", "1 \x1f0(DE-588)140501037\x1faTeschl, Gerald\x1fd1970-\x1f4aut"),
    ("245", "10\x1faMathematik für Informatiker\x1fnBd. 1\x1fpDiskrete Mathematik und lineare Algebra\x1fcGerald Teschl"),
    ("260", "3 \x1faBerlin\x1faHeidelberg\x1fbSpringer Vieweg\x1fc2008"),
]
HOLBEIN: Fields = [
    ("100", "1 \x1faHolbein, Hans,\x1fd1497-1543."),
    ("245", "10\x1faArt :\x1fba history /"),
    ("260", "  \x1fbPress,\x1fcc1889."),
]
UNION: Fields = [("110", "2 \x1faStatistical Office of the European Communities."), ("245", "10\x1faActive ageing :\x1fba portrait /")]


def marc(fields: Fields) -> str:
    """Write a record; lengths are those of its UTF-8."""
    directory, place = "", 0
    for tag, text in fields:
        size = len(text.encode()) + 1
        directory += f"{tag}{size:04}{place:05}"
        place += size
    base = 24 + len(directory) + 1
    return f"{base + place + 1:05}nam a22{base:05} c 4500{directory}\x1e" + "".join(f"{text}\x1e" for _, text in fields) + "\x1d"


def marcxml(fields: Fields) -> str:
    """Write the same record as the Library of Congress writes it in XML."""
    shown = ""
    for tag, text in fields:
        signs, *parts = text.split("\x1f")
        if not parts:
            shown += f'<controlfield tag="{tag}">{escape(text)}</controlfield>'
            continue
        inner = "".join(f'<subfield code="{part[0]}">{escape(part[1:])}</subfield>' for part in parts)
        shown += f'<datafield tag="{tag}" ind1="{signs[0]}" ind2="{signs[1]}">{inner}</datafield>'
    return f'<collection xmlns="http://www.loc.gov/MARC21/slim"><record>{shown}</record></collection>'


def told(paper: pc.Paper) -> dict[str, Any]:
    """Give all that is known of a paper but where it stands."""
    known = paper.to_dict()
    extra = {name: text for name, text in paper.extra.items() if name != "leader"}
    return {name: value for name, value in known.items() if name not in ("sources", "extra")} | {"extra": extra}


def test_a_record_is_read() -> None:
    cat = pc.parse(marc(TESCHL).encode())
    (paper,) = cat
    assert cat.inputs[0].format == "tree"
    assert (paper.title, paper.year) == ("Mathematik für Informatiker: Bd. 1: Diskrete Mathematik und lineare Algebra", 2008)
    assert [author.inverted for author in paper.authors] == ["Teschl, Gerald"]
    assert (paper.publisher, paper.extra["controlfield"]) == ("Springer Vieweg", "987805282 (001)")
    assert cat.receipt().unread == ()
    assert not cat.issues


def test_values_know_their_places() -> None:
    text = marc(HOLBEIN)
    (paper,) = pc.parse(text)
    assert [text[source.start : source.end] for source in paper.sources if source.field == "publisher"] == ["Press,"]


@pytest.mark.parametrize("fields", [TESCHL, HOLBEIN, UNION])
def test_it_is_read_as_its_xml_is(fields: Fields) -> None:
    assert [told(paper) for paper in pc.parse(marc(fields))] == [told(paper) for paper in pc.parse(marcxml(fields))]


@pytest.mark.parametrize("between", ["", "\n", "\r\n"])
def test_several_records_follow_one_another(between: str) -> None:
    cat = pc.parse(between.join(map(marc, (TESCHL, HOLBEIN, UNION))) + between + "\x1a")
    assert [paper.title and paper.title.split(":")[0] for paper in cat] == ["Mathematik für Informatiker", "Art", "Active ageing"]
    assert cat.receipt().unread == ()


def test_a_file_is_cut_between_records() -> None:
    text = marc(TESCHL) + marc(HOLBEIN)
    assert ends(text + "00072nam") == len(text)


DAMAGED = [
    ("cut within a field", marc(TESCHL)[:-30], "entry-broken"),
    ("lengths of another encoding", marc(TESCHL).replace("für", "fuer"), ""),
    ("no end", marc(TESCHL)[:-1], "entry-broken"),
    ("a word before it", f"{marc(HOLBEIN)}junk\x1d{marc(TESCHL)}", "block-kept"),
    ("a control character in the leader", marc(TESCHL).replace("4500", "45\x020", 1), "characters-normalized"),
]


@pytest.mark.parametrize(("text", "code"), [pytest.param(*case[1:], id=case[0]) for case in DAMAGED])
def test_damage_costs_what_it_damages(text: str, code: str) -> None:
    cat = pc.parse(text)
    assert "Teschl, Gerald" in [author.inverted for paper in cat for author in paper.authors]
    assert [issue.code for issue in cat.issues] == ([code] if code else [])
    assert cat.receipt().unread == ()


@pytest.mark.parametrize("text", ["", "01527 pages", "01527pam a2200421 cc4500", "\x1d\x1e\x1f", "01527pam a2200421 of the report\x1e"])
def test_other_texts_are_none(text: str) -> None:
    assert not is_marc(text)


@given(st.text("ab1\x1d\x1e\x1f $é0", max_size=60))
def test_whatever_follows_a_leader_is_read_whole(rest: str) -> None:
    cat = pc.parse("00072nam a2200049 c 4500" + rest + "\x1e")
    assert cat.receipt().unread == ()


# https://www.dnb.de, as MarcEdit breaks it
MNEMONIC = """=LDR  00000nam a2200000 i 4500
=001  987805282
=008  190512s2008\\\\\\\\gw\\\\\\\\\\\\000\\0\\ger\\d
=020  \\\\$a9783540773993
=024  7\\$a10.1007/978-3-540-77400-6$2doi
=100  1\\$aTeschl, Gerald,$eauthor.
=245  10$aMathematik für Informatiker :$bDiskrete Mathematik und Lineare Algebra /$cGerald Teschl, Susanne Teschl.
=264  \\1$aBerlin :$bSpringer,$c2008
=520  3\\$aEs kostet {dollar}5.
=700  1\\$aTeschl, Susanne

=LDR  00000naa a2200000 i 4500
=100  1\\$aOrtiz, Mayreli
=245  10$aGeneric Platform
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_form_for_people_is_read(line_end: str) -> None:
    cat = pc.parse(MNEMONIC.replace("\n", line_end))
    paper, other = cat
    assert (paper.title, paper.year, paper.doi) == (
        "Mathematik für Informatiker: Diskrete Mathematik und Lineare Algebra",
        2008,
        "10.1007/978-3-540-77400-6",
    )
    assert [author.inverted for author in paper.authors] == ["Teschl, Gerald", "Teschl, Susanne"]
    assert (paper.publisher, paper.abstract, other.title) == ("Springer", "Es kostet $5.", "Generic Platform")
    assert not cat.receipt().unread


@pytest.mark.parametrize("text", ["=LDR  is a leader\n=245  is a title\nand more", "x\n" + MNEMONIC[:60], "=LDR\n"])
def test_other_lines_are_no_marc(text: str) -> None:
    assert not mnemonic.is_mnemonic(text)


@given(st.lists(st.sampled_from(["=LDR  ", "=245  10$a", "=001  ", "$b", "{dollar}", "\n", "\r", "A", "\\\\", "$"])))
def test_each_character_of_the_form_for_people_is_accounted_for(pieces: list[str]) -> None:
    text = "=LDR  a\n=001  b\n=245  10$aC" + "".join(pieces)
    assert sum(span.end - span.start for span in pc.parse(text, format="tree").receipt()) == len(text)


FIELDS = """<datafield tag="100"><subfield code="a">Teschl, Gerald</subfield></datafield>
<datafield tag="245"><subfield code="a">Mathematik</subfield></datafield>"""


@pytest.mark.parametrize(
    "text",
    [
        f"<OAI-PMH><record><header><identifier>oai:1</identifier></header><metadata><record>{FIELDS}</record></metadata></record></OAI-PMH>",
        f"<zs:records><zs:record><zs:recordData><record>{FIELDS}</record></zs:recordData></zs:record></zs:records>",
        f"<collection><record>{FIELDS}</record></collection>",
    ],
)
def test_marc_is_read_within_the_records_of_others(text: str) -> None:
    (paper,) = pc.parse(text)
    assert (paper.title, [author.inverted for author in paper.authors]) == ("Mathematik", ["Teschl, Gerald"])


def test_an_element_that_says_nothing_of_a_paper_is_kept() -> None:
    rows = '<row><title>A</title><author>B C</author><year>2001</year></row><row><cell align="left">1</cell></row>'
    cat = pc.parse(f"<rows>{rows}</rows>")
    assert ([paper.title for paper in cat], [issue.code for issue in cat.issues]) == (["A"], ["block-kept"])
