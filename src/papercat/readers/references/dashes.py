r"""Dashes as TeX writes them, `--` and `---`, in a list of references that has TeX's accents."""

import re
from dataclasses import replace

from papercat.latex import fix_tex
from papercat.models import Issue
from papercat.readers.draft import Draft
from papercat.text.document import JOINER, Document, Place, Source

# between letters or blanks; between numbers they are read as what pages have
_DASHES = re.compile(r"(?<=[^\W\d_])---?(?=[^\W\d_])|(?<=[^\W\d_] )---?(?= [^\W\d_])")


def dashed(document: Document) -> tuple[Document, list[Issue]]:
    r"""Show the dashes of a text that has accents of TeX, and tell it; any other text stays as it is.

    >>> dashed(Document("r.txt", r"Mag\^\i{}ne, A. Deep---and wide. Sch\"on, B. 1--2"))[0].text.replace("\u2060", "|")
    'Mag\\^\\i{}ne, A. Deep—||and wide. Sch\\"on, B. 1--2'
    >>> dashed(Document("r.txt", "Deep---and wide"))[0].text
    'Deep---and wide'
    """
    dash = _DASHES.search(document.text)
    if not dash or fix_tex(document.text) == document.text:
        return document, []
    text = _DASHES.sub(_shown, document.text)
    told = f"TeX read as text: dashes like {dash[0]!r}, for TeX stands in other words too"
    issue = Issue(code="tex-decoded", message=told, source=Draft(document).source("page", Place(*dash.span())), raw=dash[0])
    return replace(document, text=text, source=document.source or Source(document.given)), [issue]


def _shown(dash: re.Match[str]) -> str:
    return ("–" if len(dash[0]) == 2 else "—").ljust(len(dash[0]), JOINER)
