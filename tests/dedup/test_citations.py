"""Citations of papers in computer science, as bibliographies and search engines have them: what is one paper, and what is two."""

import pytest

from papercat.dedup.people import people, shared_people
from papercat.dedup.places import venue_words
from papercat.dedup.score import MAYBE_BITS, SAME_BITS, contradicts, evidence, match, may_be_one
from papercat.dedup.titles import bare_title
from papercat.dedup.venues import is_another_venue, same_venue
from papercat.dedup.view import prep
from papercat.dedup.weights import Level
from papercat.models import Author, Paper
from papercat.names import parse_names


def cited(title: str, authors: str, venue: str = "", year: int = 0) -> Paper:
    named = tuple(Author(family=one.family or one.literal, given=one.given) for one in parse_names(authors).names)
    return Paper(title=title or None, authors=named, venue=venue or None, year=year or None)


def told(one: Paper, other: Paper, same: Level = "record") -> float:
    views = prep(one), prep(other)
    assert match(*views, same) == match(*views[::-1], same)
    assert sum(found.bits for found in evidence(*views, same)) == pytest.approx(match(*views, same))
    return match(*views, same)


STREAMS = cited("Issues in data stream management", "L Golab, M Özsu", "SIGMOD Record", 2003)
SKY = cited(
    "The SDSS SkyServer: public access to the Sloan Digital Sky Server data", "A Szalay, J Gray, J Vandenberg", "SIGMOD Conference", 2002
)
JOINS = cited(
    "Performing joins without decompression in a compressed database system", "S O'Connell, N Winterbottom", "SIGMOD Record", 2003
)
TREES = cited("Tree pattern query minimization for ordered data", "S Amer-Yahia, S Cho, L Lakshmanan, D Srivastava", "VLDB J.", 2002)
MINING = cited(
    "Integrating mining with relational database systems: alternatives and implications", "S Sarawagi, S Thomas, R Agrawal", "", 1998
)
FRESH = cited("Fibonacci: a programming language for object databases", "A Albano, G Ghelli, R Orsini", "VLDB J.", 1995)
OLAP = cited("Hierarchies and relative operators in the OLAP environment", "E Pourabbas, M Rafanelli", "SIGMOD Record", 2000)
BOOK = cited("Information Warfare and Security - Book Review", "H V Jagadish", "SIGMOD Record", 2001)
GUESTS = cited("Guest Editorial", "Alberto Mendelzon, Paolo Atzeni", "VLDB J.", 2000)

ONE = {
    "authors before the title": (STREAMS, cited("MT Özsu. Issues in data stream management", "L Golab", "SIGMOD Rec.")),
    "an author with an initial before the title": (
        SKY,
        cited(
            "J. Vandenberg. The SDSS SkyServer: public access to the Sloan Digital Sky Server data",
            "J Gray, A Szalay",
            "Technical Report MSR",
        ),
    ),
    "where it appeared behind the title": (
        JOINS,
        cited(f"{JOINS.title}, to appear in the Proc. of the 22nd Int", "S O'Connell, N Winterbottom"),
    ),
    "a word that was mistaken": (
        JOINS,
        cited(str(JOINS.title).replace("joins", "jobs"), "N Winterbottom, S J O'Connell", "ACM SIGMOD Record", 2003),
    ),
    "given names for family names": (MINING, cited(str(MINING.title), "S Sunita, T Shiby, A Rakesh")),
    "authors that are another text": (OLAP, cited(str(OLAP.title), "ACMS Anthology", "SIGMOD Record", 2000)),
    "one author of several": (FRESH, cited(str(FRESH.title), "G Ghelli")),
    "a title without its blanks": (FRESH, cited("Fibonacci-aprogramminglanguageforobjectdatabases", "A Albano, G Ghelli", "VLDB J.")),
    "a review in one record alone": (BOOK, cited("Information warfare and security", "H V Jagadish", "ACM SIGMOD Record", 2001)),
    "the subject of what guests write": (
        GUESTS,
        cited("Guest Editorial: Databases and the Web", "Paolo Atzeni, Alberto Mendelzon", "The VLDB Journal", 2000),
    ),
    "a form in brackets": (OLAP, cited(f"{OLAP.title} ( experience paper )", "E Pourabbas, M Rafanelli", "ACM SIGMOD Record", 2000)),
    "several writers of a column": (
        cited("Editorial", "P Apers, S Ceri, R Snodgrass", "VLDB J.", 2002),
        cited("Editorial", "Peter Apers, Stefano Ceri, Richard Snodgrass", "The VLDB Journal", 2002),
    ),
    "the letters that are printed as one, lost": (
        cited("Towards effective and efficient free space management", "M McAuliffe, M Carey, M Solomon", "SIGMOD Conference", 1996),
        cited("Towards e ective and e cient free space management", "ML McAuliffe, MJ Carey, MH Solomon", "Proc. of the ACM SIGMOD"),
    ),
    "an author before the title, cut in two": (
        cited("Querying shapes of histories", "R Agrawal, G Psaila, E Wimmers, M Zaït", "VLDB", 1995),
        cited(
            "M. Za it (1995). Querying shapes of histories", "R Agrawal, G Psaila, EL Wimmers", "Proceedings of the 21st VLDB Conference"
        ),
    ),
    "misspelt authors before the title, the meeting behind it": (
        cited("Template-based wrappers in the TSIMMIS system", "J Hammer, H Garcia-Molina, S Nestorov, R Yerneni, V Vassalos", "", 1997),
        cited("SNestorov, V. Vassaios, and R. Yerneni. Templatebased wrappers in the TSIMMIS system. In Proc. ACM", "J Hammer, S Nestorov"),
    ),
    "the venue behind the title": (
        cited("The Strength of Weak Learnability", "Robert E. Schapire", "Machine Learning", 1990),
        cited("The strength of weak learnability. Machine Learning 5, 197-227. This article was processed", "R. Schapire", "", 1990),
    ),
    "a word more within, no year": (
        cited("ToXgene: a template-based data generator for XML", "D Barbosa, A Mendelzon", "SIGMOD Conference", 2002),
        cited("ToXgene: an extensible template-based data generator for XML", "D Barbosa, AO Mendelzon"),
    ),
    "initials of several authors": (
        cited("Semistructured und structured data in the Web: going back and forth", "P Atzeni, G Mecca", "SIGMOD Record", 1997),
        cited("Semi-structured and structured data in the Web: going back and forth", "PAG Mecca", "SIGMOD Record", 1997),
    ),
    "an expanded abbreviation": (
        cited("Two semantic query optimization techniques in DB2 UDB", "Q Cheng, J Gryz, F Koo", "VLDB", 1999),
        cited("Two semantic query optimization techniques in DB2 Universal Database", "Q Cheng, J Gryz, F Koo"),
    ),
    "a meeting's paper in the society's newsletter": (
        cited("Maintenance of automatic summary tables", "W Lehner, R Sidle, H Pirahesh", "SIGMOD Conference", 2000),
        cited("Maintenance of automatic summary tables", "W Lehner", "SIGMOD Record", 2000),
    ),
    "a long title of one year without authors": (
        cited("Open object database management systems", "", "", 1994),
        cited("Open object database management systems", "JA Blakeley", "Proceedings of the 1994 ACM SIGMOD", 1994),
    ),
    "given names for family names, one left out": (
        cited(
            "Operator scheduling for memory minimization in data streams",
            "B Babcock, S Babu, M Datar, R Motwani",
            "SIGMOD Conference",
            2003,
        ),
        cited("Operator scheduling for memory minimization in data streams", "B Shivnath, D Mayur, M Rajeev", "SIGMOD Conference", 2003),
    ),
    "a cut title of no year": (TREES, cited("Tree pattern query minimization for", "S Amer-Yahia, S Cho", "VLDB J.")),
}


@pytest.mark.parametrize("kind", ONE)
def test_one_work(kind: str) -> None:
    one, other = ONE[kind]
    assert told(one, other, "work") >= SAME_BITS, evidence(prep(one), prep(other), "work")
    assert may_be_one(prep(one), prep(other))
    assert not contradicts(prep(one), prep(other), "work")


TWO = {
    "another word of the same authors": (
        JOINS,
        cited(str(JOINS.title).replace("joins", "queries"), "S O'Connell, N Winterbottom", "SIGMOD Record", 2003),
    ),
    "a mistaken word, another year": (
        JOINS,
        cited(str(JOINS.title).replace("joins", "jobs"), "S O'Connell, N Winterbottom", "SIGMOD Record", 2004),
    ),
    "a mistaken word, other authors": (JOINS, cited(str(JOINS.title).replace("joins", "jobs"), "L Liu, C Pu", "SIGMOD Record", 2003)),
    "words that are sisters": (
        cited("Effects of clonidine on pain in male rats of old age", "L Liu, C Pu", "Pain", 1994),
        cited("Effects of clonidine on pain in female rats of old age", "L Liu, C Pu", "Pain", 1994),
    ),
    "words before the title that are no names": (
        STREAMS,
        cited("Foundations of issues in data stream management", "L Golab", "SIGMOD Rec."),
    ),
    "no author in common, another year": (OLAP, cited(str(OLAP.title), "W Kim", "SIGMOD Record", 1999)),
    "no author in common, a short title": (STREAMS, cited("Issues in data streams", "W Kim", "SIGMOD Record", 2003)),
    "the book and its review": (BOOK, cited("Information warfare and security", "Dorothy Denning", "ACM SIGMOD Record", 2001)),
    "one author alone, another year": (FRESH, cited(str(FRESH.title), "G Ghelli", "VLDB J.", 1997)),
    "the guests of another year": (
        GUESTS,
        cited("Guest Editorial: Databases and the Web", "Paolo Atzeni, Alberto Mendelzon", "The VLDB Journal", 2001),
    ),
    "one writer of a column": (
        cited("Editorial", "R Snodgrass", "TODS", 2001),
        cited("Editorial", "Richard Snodgrass", "ACM Transactions on Database Systems", 2001),
    ),
    "letters lost, and another word": (
        cited("Towards effective and efficient free space management", "M McAuliffe, M Carey, M Solomon", "SIGMOD Conference", 1996),
        cited("Towards e ective and portable free space management", "ML McAuliffe, MJ Carey, MH Solomon", "Proc. of the ACM SIGMOD"),
    ),
    "another word of the same authors, no year": (
        cited(
            "Immune responses in experimental tuberculosis: effect of cortisone treatment", "W Kardos, L Bartha, K Szabo", "Tubercle", 1976
        ),
        cited(
            "Immune responses in experimental tuberculosis: effect of cyclophosphamide treatment", "W Kardos, L Bartha, K Szabo", "Tubercle"
        ),
    ),
    "a word like it of two authors, no year": (
        cited("Mechanisms of interference resistance in the parastriate cortex", "A Kogan, G Kuznetsova", "Neurophysiology", 1976),
        cited("Mechanisms of interference resistance in the striate cortex", "A Kogan, G Kuznetsova", "Neurophysiology"),
    ),
    "a volume behind the title": (
        cited("Readings in database systems", "M Stonebraker, J Hellerstein", "", 1998),
        cited("Readings in database systems volume 2", "M Stonebraker, J Hellerstein"),
    ),
    "a long title of another year without authors": (
        cited("Open object database management systems", "", "", 1994),
        cited("Open object database management systems", "JA Blakeley", "Proceedings of the 1994 ACM SIGMOD", 1996),
    ),
    "words before the title of which one is a name": (
        STREAMS,
        cited("Golab revisited: issues in data stream management", "W Kim", "SIGMOD Rec."),
    ),
    "a cut title, another author": (TREES, cited("Tree pattern query minimization for", "P Ramanan", "VLDB J.")),
}


@pytest.mark.parametrize("kind", TWO)
def test_two_records(kind: str) -> None:
    one, other = TWO[kind]
    assert told(one, other) < SAME_BITS, evidence(prep(one), prep(other), "record")


def test_another_word_is_left_to_a_person() -> None:
    one, other = TWO["another word of the same authors"]
    assert MAYBE_BITS <= told(one, other) < SAME_BITS
    paged = Paper.from_dict({**other.to_dict(), "pages": "5-9"})
    assert told(Paper.from_dict({**one.to_dict(), "pages": "15-19"}), paged) < MAYBE_BITS


PEOPLE = [
    ("Daniel Barbará", "Daniel Barbar á", 1.0),
    ("Fox Development Team", "Corporate Fox Development Team Microsoft", 1.0),
    ("H Wang, C Zaniolo", "HWC Zaniolo", 1.0),
    ("S Sarawagi, S Thomas, R Agrawal", "S Sunita, T Shiby, A Rakesh", 3.0),
    ("S Sarawagi, S Thomas, R Agrawal", "S Sunita, A Rakesh", 2.0),
    ("P Atzeni, G Mecca", "PAG Mecca", 1.0),
    ("E Chang, H Garcia-Molina", "E Chang, H Carcia-Molina", 2.0),
    ("R Güting", "R Gќting", 1.0),
    ("J Siméon", "J Simщon", 1.0),
    # nobody
    ("S Sarawagi, S Thomas, R Agrawal", "S Sunita, T Miklau, A Rakesh", 0.0),
    ("S Sarawagi", "S Sunita", 0.0),
    ("Lei Wang", "E Wang", 0.4),
    ("N Smith", "Ian Smith", 0.4),
    ("A Sheth, C Bertram", "ACMS Anthology", 0.0),
]


@pytest.mark.parametrize(("one", "other", "shared"), PEOPLE)
def test_people(one: str, other: str, shared: float) -> None:
    lists = [people(cited("", names).authors) for names in (one, other)]
    assert shared_people(*sorted(lists))[0] == shared


@pytest.mark.parametrize(
    ("venue", "other", "is_one"),
    [
        ("Proceedings of the 20th International Conference on Very …", "vldb", True),
        ("Proceedings of the 20th international conference on very & hellip ; ,", "vldb", True),
        ("Conf. on Management of", "sigmod conference", True),
        ("Proc. 21st International Conference on Very Large Data", "vldb", True),
        ("Proceedings of the 23rd International Conference on Very Large", "vldb", True),
        ("The Proceedings of the 22th Very Large Database (VLDB)", "vldb", True),
        ("Conference on Object-Oriented Programming", "oopsla", False),  # or one in Europe
        ("The VLDB Journal The International Journal on Very Large …", "vldb j", True),
        ("The VLDB Journal The International Journal on Very Large …", "vldb", False),
        ("SIGMOD Rec.", "sigmod record", True),
        ("International Conference on Computer …", "computer vision and pattern recognition", False),  # or communications, or graphics
        ("…", "vldb", False),
    ],
)
def test_venues_that_were_cut(venue: str, other: str, is_one: bool) -> None:  # noqa: FBT001
    assert same_venue(venue_words(venue), other) is is_one
    assert not (is_one and is_another_venue(venue_words(venue), other))


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Transactional Information Systems - Book Review", "transactional information systems"),
        ("Book Review: The Double Helix of Life", "the double helix of life"),
        ("Book Review Column", "book review column"),
        ("Book Review", "book review"),
        ("Index research (Panel Session): forest or trees?", "index research forest or trees"),
        ("Index research ( panel abstract )", "index research"),
        ("FuY ( 1995 ) Discovery of association rules", "discovery of association rules"),
        ("Bartlett & W.S. Lee (1997), boosting the margin", "boosting the margin"),
        ("Change-centric management of versions, in Proc . of the 27th VLDB", "change centric management of versions"),
        ("Maintaining data privacy, in 28th International Conference on Very Large", "maintaining data privacy"),
        ("On wrapping query languages. Full version. http://www-db.example", "on wrapping query languages"),
        ("Et al. Capability-based mediation in TSIMMIS", "capability based mediation in tsimmis"),
        ("VLDBâ ?? 97 in Athens", "vldb 97 in athens"),
        ("Thã © mis: a database programming language", "themis a database programming language"),
        # no ends
        ("Gender bias in Proceedings of the National Academy", "gender bias in proceedings of the national academy"),
        ("HTTP and TLS in practice", "http and tls in practice"),
        ("Errors in process models", "errors in process models"),
    ],
)
def test_marks_of_a_title(title: str, bare: str) -> None:
    assert bare_title(title) == bare
