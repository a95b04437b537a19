"""What a word in a list of names can be: initials, a suffix, a credential, a particle, a word between names."""

import re
from collections.abc import Sequence

from papercat.names.workplaces import INSTITUTION_WORDS

# As programs write "nothing". The spelling counts: Nan is a given name (Su, Nan), nan and NaN are none.
NULLS = frozenset({"null", "NULL", "Null", "none", "None", "NONE", "nan", "NaN", "N/A", "n/a", "undefined", "nil", "<NA>"})
NULL_FAMILIES = NULLS - {"Null", "None"}  # Null is a family name as well (Null, Jan)
EASTERN_OTHERS = frozenset({"等", "等人", "他", "ほか", "외", "등"})  # GB/T 7714-2015, 8.1.2; SIST 02; KCI
OTHERS = EASTERN_OTHERS | {"et al.", "et al", "et. al.", "et. al", "and others", "others", "...", "…", "u. a.", "y otros", "et autres"}
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv 2nd 3rd 4th 5th".split())
GROUP_WORDS = INSTITUTION_WORDS | frozenset(
    (
        "collaboration collaborations consortium team group committee association society organization organisation network initiative "
        "investigators project laboratory laboratories foundation council agency center centre department bureau commission corporation "
        "federation union inc inc. llc ltd ltd. gmbh centers centres academies departments councils agencies consortia societies "
        "associations collaborators parliament programme alliance coalition partnership secretariat administration collaboratory taskforce "
        "directorate laboratoire ministerio gesellschaft fondation stiftung fundación fundação asociación associação consorcio "
        "colaboración коллаборация"
    ).split()
)
# Words before a family name that CSL calls particles, in lower case as they stand in most names.
PARTICLES = frozenset(
    (
        "van von vom zu zur de del dela della dello delle dalla dalle delli der den des du di da dos das do la las le les los lo ten ter "
        "te op af av al el bin ibn bint binti binte ben abu y e i 't ’t 's in d' d’ dal dall' degli dei san st st. santa ó ní mac mc ap ab "
        "zum auf im het ait aït und بن ابن بنت آل أبو"
    ).split()
)
SINGLE_LETTER_PARTICLES = frozenset({"e", "i", "y", "ó"})  # they join family names, and are never the first word of one
CONJUNCTIONS = frozenset({"and", "&", "und", "et", "y", "og", "och", "en", "ja", "и", "e", "i", "with", "+"})
TITLES = frozenset(
    (
        "dr dr. drs. prof prof. professor mr mr. mrs mrs. ms ms. miss sir dame dipl.-ing. ing. rev. rev dipl.-inf. dipl.-phys. "
        "priv.-doz. pd mag. habil. habil"
    ).split()
)
ROLES = frozenset("editor editors ed. eds. (ed.) (eds.) hrsg. hg. chairman chair translator".split())
# Degrees, licences and fellowships behind a name, without dots and in capitals.
CREDENTIALS = frozenset(
    (
        "PHD DPHIL MD DO DDS DMD DSC SCD MSC MS MA BA BS BSC MPH MBA MBBS MBCHB RN BSN BSCN MSN DNP PHARMD DVM JD LLM MRCP FRCP FRCPC "
        "FRCS FACS FACP FACC FAHA FRS FAAO FAAP DRPH EDD ESQ CPA MENG BENG MPHIL MRES FRACP FACEP PSYD DRMED HABIL BPHARM MAPPSC "
        "DIPAPPSC BAPPSC MMED FCCP FESC SCM DMSC MB BCHIR MSTAT MRCGP FAAN CCFP FCFP PT DA MED ANP OD LICSW CSW CRNP OBE CBE MBE QC MP "
        "KBE MSW MHS MFA MDS BDS FIEEE SMIEEE"
    ).split()
)
_DOTTED_DEGREES = frozenset({"MD", "JD", "DVM", "DSC", "MPH"})

_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.[-\u2010\u2011]?\s?)+[^\W\d_]?\.?")
_CAPITALS = re.compile(r"[^\W\d_]{1,4}")
_NOT_LETTERS = re.compile(r"[^\w]|[\d_]")


def is_title(word: str, after: str) -> bool:
    """Tell a title from two initials: before a name that is not all capitals, two capitals without a stop are initials.

    >>> is_title("Mr", "Bean"), is_title("DR", "STRANGE"), is_title("MR", "Costa-jussà"), is_title("Prof.", "Ng")
    (True, True, False, True)
    """
    return word.lower() in TITLES and not (len(word) == len("MR") and word.isupper() and not after.isupper())


def is_initials(word: str) -> bool:
    """Tell initials that show by themselves: a single letter, or letters with dots.

    >>> [word for word in ("J.", "J", "J.-P.", "T.J.W.", "Yu.", "Jo", "St.", "JA") if is_initials(word)]
    ['J.', 'J', 'J.-P.', 'T.J.W.', 'Yu.']
    """
    if len(word) == 1:
        return word.isalpha() and word.isupper()
    if "." not in word:
        return len(word) == 3 and word[1] in "-‐‑" and word[0].isupper() and word[2].isupper()
    return word[0].isupper() and _DOTTED.fullmatch(word) is not None and word.lower() not in _ABBREVIATIONS


_ABBREVIATIONS = frozenset({"st.", "jr.", "sr.", "dr.", "ms.", "mr."})


def is_block(word: str) -> bool:
    """Tell what can be initials without dots, as medical lists have them: one to four capitals.

    >>> [word for word in ("IF", "JA", "T", "J-P", "TJW", "Ng", "W.") if is_block(word)]
    ['IF', 'JA', 'T', 'J-P', 'TJW']
    """
    plain = word.replace("-", "").replace("‐", "")
    return plain.isupper() and _CAPITALS.fullmatch(plain) is not None


_LAST_STOP = re.compile(r"(?<![^\W\d_])([^\W\d_]{4,40})\.\s*\Z")
_ABBREVIATED = frozenset("corp prof univ inst dept chas thos robt benj wilh fred univs assoc hrsg".split())


def without_stop(text: str) -> tuple[str, tuple[str, ...]]:
    """Leave out the full stop behind a list, not that of an abbreviation.

    >>> without_stop("Ada Lovelace, Charles Babbage."), without_stop("Lovelace, A."), without_stop("Acme Corp.")
    (('Ada Lovelace, Charles Babbage', ('.',)), ('Lovelace, A.', ()), ('Acme Corp.', ()))
    """
    match = _LAST_STOP.search(text, max(0, len(text) - 45))
    if not match or not match[1][1:].islower() or match[1].lower() in _ABBREVIATED:
        return text, ()
    return text[: match.end(1)], (".",)


def is_suffix(word: str) -> bool:
    """Tell a suffix to a name: Jr., III.

    >>> is_suffix("Jr."), is_suffix("III"), is_suffix("Ivy")
    (True, True, False)
    """
    return word.lower() in SUFFIXES


_TIED_INITIALS = re.compile(r"[^\W\d_]\.?[-‐‑][^\W\d_]\.?")  # no degree has a hyphen between single letters


def is_credential(word: str, *, beside: bool = False) -> bool:
    """Tell a degree or a licence; those that can be initials only `beside` a comma or another one.

    >>> is_credential("Ph.D."), is_credential("MD"), is_credential("MD", beside=True), is_credential("Maas", beside=True)
    (True, False, True, False)
    >>> is_credential("M.A.", beside=True), is_credential("M.-A.", beside=True)
    (True, False)
    """
    if word[1:].islower() or _TIED_INITIALS.fullmatch(word):
        return False  # as nearly every word of a name
    plain = _NOT_LETTERS.sub("", word).upper()
    if plain not in CREDENTIALS or sum(map(str.isupper, word)) < 2:
        return False
    # two or three capitals are initials as well (Smith MS, Billami MB)
    return beside or len(plain) > 3 or not word.isupper() or plain == "PHD" or ("." in word and plain in _DOTTED_DEGREES)


def is_group(words: Sequence[str]) -> bool:
    """Tell an organisation by its words.

    >>> is_group(["ATLAS", "Collaboration"]), is_group(["ESC", "Task", "Force"]), is_group(["Teamer", "Ann"])
    (True, True, False)
    """
    return not GROUP_WORDS.isdisjoint(map(str.lower, words)) or ("Force" in words and "Task" in words)


_BRAND = re.compile(r"(?!(?:Ma?c|La|De|Van|Von|Di|O['’])[A-Z])[^\W\d_]+(?:[a-z]|-)(?:AI|ML|NLP|LP|HPC|IT)")


def is_brand(word: str) -> bool:
    """Tell an organisation of one word: OpenAI, DeepSeek-AI.

    >>> is_brand("OpenAI"), is_brand("DeepSeek-AI"), is_brand("McKAI"), is_brand("Kai")
    (True, True, False, False)
    """
    return _BRAND.fullmatch(word) is not None
