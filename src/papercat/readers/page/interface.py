"""What a site says of itself on a page of results: buttons told by their grammar, states of access, hosts, and notes to the reader.

`labels` has the words of buttons one by one; a site that nobody listed makes its own of the same few verbs and nouns.
"""

import re

# What is pressed begins with one of these: ACM DL, Google Scholar, IEEE Xplore, PubMed, ScienceDirect, Scopus, Semantic Scholar.
_VERBS = frozenset(
    (
        "add analyse analyze cancel clear close compare copy create customize customise discover download edit email e-mail expand export "
        "favorite filter find follow get go hide jump list load log login manage open order print purchase recommend refine "
        "register remove rent request reset save saved see select send set share show sign skip sort subscribe toggle "
        "unfollow unsubscribe view"
    ).split()
)
# … and goes on with these.
_NOUNS = frozenset(
    (
        "access account alert alerts all analytics any article articles arxiv as author authors bibtex bookmark by cart "
        "chapter citation citations cited collection collections conference content contents count crossref csv date dates "
        "details doi edition editor email e-mail endnote epub excel facebook feed figures file files filter filters first "
        "folder for free from full full-text graph here highlights history home html in institution institutional issue item "
        "items journal last less library link linkedin links list lists login marked material mendeley metrics more my newest next "
        "of on online open options or order page pages paper papers pdf pdfs permissions popular preprint previous profile "
        "proceedings pubmed publication publications publisher reader record records reference references related relevance "
        "report reprints repository results ris rss scholar search searches selected semantic set similar site source stats summary "
        "supplementary supporting text the this to top twitter via versions volume with x year zotero"
    ).split()
)
# The state of a document and what kind it is, alone on a line: ACM DL, Elsevier, SpringerLink, ResearchGate, Wiley.
_STATES = re.compile(
    r"(?:(?:full|full[- ]text|free|open|public|no|limited|restricted|partial|complimentary|editorial|early|online|web|on-?line)[- ]access|"
    r"relevance|(?:newest|oldest)(?: first)?|most (?:recent|cited|viewed|relevant)|best match|"
    r"(?:abstract|subscription|preview|metadata) only|free|highlights|highly influential|peer[- ]reviewed|peer review(?:ed)? journal|"
    r"(?:best|outstanding) (?:student )?paper(?: award)?|latest version|version of record|just accepted|article in press|"
    r"(?:has|with|without) (?:pdf|abstract|full text)|free to read(?: & use)?|free full text(?: (?:in|from) .{3,20})?|"
    r"(?:previous|next) (?:issue|article|chapter|volume|page|day)|issue information|book of abstracts|citation report|related records|"
    r"(?:(?:oral|plenary|contributed|short|full|long|invited|extended|research|review|original|regular|survey|poster|demo|position|tutorial|technical|brief|"
    r"conference|journal|workshop|magazine|proceedings?|book|systematic|data|working|opinion|feature|news|software)[- ]?"
    r"(?:papers?|articles?|abstract|talks?|presentations?|review|report|communication|note|chapter|item|piece))|"
    r"(?:public|official|private|add a) comment|editorial|letter|correspondence|erratum|corrigendum|retraction|proceeding|column|panel|"
    r"work[- ]in[- ]progress|demonstration|demo|keynote|monograph|book[- ]review|section|front matter|back matter)",
    re.IGNORECASE,
)
_SIGNS = " .:,·•|+›»>–—-…()[]▼▾▲✓✔☆★"
# What stands in a field to be filled in, or heads what can be chosen, and a link that says where it leads.
_FIELD = re.compile(
    r"(?:(?:Search|Filter|Find|Select|Type|Enter|Choose)(?: [\w-]{1,20}){0,4}\s?(?:\.\.\.|…)|"
    r"(?:Add|Sort|Filter|Show|View|Select|Order|Share):)"
)
_ELSEWHERE = re.compile(r"(?:Go|Back|Return) to (?:[\w'’&.-]{1,20} ){0,6}(?:home ?page|page|web ?site|site|profile)", re.IGNORECASE)
# What was filtered by, with the cross that takes it away, or a range of years.
_CHIP = re.compile(r"\S.{0,40}\s[×✕✖]|(?:19|20)\d\d\s[-–]\s(?:19|20)\d\d")
_PHONE = re.compile(r"(?:[^\d\n]{1,30}:\s?)?\+\d{1,3}[\s().-]{0,2}\d[\d\s().-]{6,20}")
_NUMBERED = re.compile(r"\s?\(\d{1,6}\)\Z")
_MOST_WORDS, _LONGEST = 6, 60
# Names of people with a full stop have capitals; of the endings with more than two letters those that hosts of papers have.
_HOST = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|edu|gov|info|int|press|science|tech|academy|pub|dev|(?!al)[a-z]{2})/?"
)
# Prose that a service says to its reader: of the ACL Anthology's 102,797 titles none has it.
_NOTICE = re.compile(
    r"\A(?:this (?:message|e-?mail|alert) (?:was|is)\b|unsubscribe\b|©|copyright (?:©|\(c\)|\d)|all rights reserved)|"
    r"\b(?:this (?:message|e-?mail|alert) was sent|you (?:are|were) (?:receiving|subscribed)|"
    r"you(?:'|’)re (?:receiving|following|subscribed)|"
    r"you have (?:received|subscribed)|you received this|to unsubscribe|"
    r"(?:manage|update|change) your (?:alerts?|subscriptions?|preferences|email)|"
    r"did you mean:|try searching|sign in to|log in to)",
    re.IGNORECASE,
)


def is_pressed(text: str) -> bool:
    """Tell a button by its grammar, or a state by its words.

    >>> [is_pressed(text) for text in ("View as HTML", "Download Citation", "short-paper", "Public Access")]
    [True, True, True, True]
    >>> [is_pressed(text) for text in ("Search Results Clustering", "Find the Errors", "Showing Your Work Doesn’t Always Work")]
    [False, False, False]
    >>> [is_pressed(text) for text in ("Search keywords...", "Go to ICLR 2024 Conference homepage", "Add:", "Add", "Go to Sleep …")]
    [True, True, True, False, False]
    """
    if _FIELD.fullmatch(text) or _ELSEWHERE.fullmatch(text) or _CHIP.fullmatch(text) or _PHONE.fullmatch(text):
        return True
    text = _NUMBERED.sub("", text).strip(_SIGNS)
    if not text or len(text) > _LONGEST:
        return False
    if _STATES.fullmatch(text):
        return True
    first, *rest = text.lower().replace(":", " ").split() or [""]
    return first in _VERBS and 0 < len(rest) < _MOST_WORDS and all(word in _NOUNS or word in _VERBS for word in rest)


def is_host(text: str) -> bool:
    """Tell the name of a host, as Google Scholar shows where a paper is.

    >>> is_host("ieeexplore.ieee.org"), is_host("vs. others"), is_host("springer.com"), is_host("GPT-3.5")
    (True, False, True, False)
    """
    return _HOST.fullmatch(text) is not None


def is_told(text: str) -> bool:
    """Tell prose that a service says to its reader.

    >>> is_told("This message was sent by Google Scholar because you're following new results."), is_told("Attention Is All You Need")
    (True, False)
    """
    return _NOTICE.search(text) is not None
