"""arXiv's own texts: its mails and lists, `.abs` files, and pages copied as text, several kinds in one file if need be."""

import re
from collections.abc import Callable, Iterator

from papercat.models import Issue, Paper
from papercat.readers.arxiv.mail import has_mail, mail_end, read_mail, starts_of
from papercat.readers.arxiv.pages import find_pieces, leave_out, read_piece
from papercat.readers.arxiv.visible import Visible
from papercat.readers.draft import furniture_issues
from papercat.text.document import Document

_SNIFF = 50_000  # characters
# One of these stands in every text of arXiv's; most other files are told by that alone.
_SIGNS = ("arXiv:", "Paper:", "Submitted on", "paper titled")
_LONGEST_HEADING = 6_000  # characters; the text of a page around its papers is not longer
# what arXiv writes around papers has one of these; other text is left for other readers
_OWN_TEXT = re.compile(
    r"arxiv|\b(?:entries|results|submissions|listings|submitter|subscribe)\b|\b\d{1,2} [A-Z][a-z]{2,8} \d{2,4}\b|\[\d{4}\.\d{4,5}\]",
    re.IGNORECASE,
)


def sniff(document: Document) -> float:
    r"""Say how likely a document is a text of arXiv's: it has the header of a mail, or the fixed phrases of a page.

    >>> sniff(Document("m.txt", "\\\\\narXiv:0704.0001\nDate: Mon, 2 Apr 2007\n\nTitle: Calculation"))
    0.97
    >>> sniff(Document("a.txt", "We test a hypothesis.\narXiv:2302.00805As language models scale, they develop."))
    0.0
    """
    text = document.text[:_SNIFF]
    if not any(sign in text for sign in _SIGNS):
        return 0.0
    text = Visible(Document(document.name, text)).text
    if has_mail(text):
        return 0.97
    kinds = {mark.kind.name for piece in find_pieces(text, 0, len(text)) for mark in piece.marks if not mark.kind.is_word}
    # one phrase alone may be cited in any text
    return 0.95 if "entry" in kinds or len(kinds) > 1 else 0.2 * len(kinds)


def read(document: Document) -> Iterator[Paper | Issue]:
    """Cut the records, then read each; what stands between them is kept as the text of the page.

    >>> text = "Showing 1 of 1 entries\\n[1] arXiv:1706.03762 [pdf, other]\\nTitle: Attention\\nAuthors: Ashish Vaswani, Noam Shazeer"
    >>> heading, year, paper = sorted(read(Document("l.txt", text)), key=lambda one: isinstance(one, Paper))
    >>> paper.title, paper.authors[1].family, heading.code
    ('Attention', 'Shazeer', 'heading')
    """
    page = Visible(document)
    yield from furniture_issues(document, page.furniture)
    starts = starts_of(page.text)
    yield from _read_between(page, 0, starts[0] if starts else len(page.text))
    for start, end in zip(starts, [*starts[1:], len(page.text)], strict=False):
        stop = mail_end(page.text, start, end)
        yield from read_mail(page, start, stop)
        yield from _read_between(page, stop, end)


def ends(text: str) -> int:
    r"""Say up to where a text that goes on holds whole records: the last that begins may be cut.

    >>> ends("[1] arXiv:1706.03762 [pdf]\nTitle: A\n[2] arXiv:1810.04805 [pdf]\nTitle: B")
    36
    """
    mails = starts_of(text)
    pieces = find_pieces(text, mails[-1] if mails else 0, len(text))
    return pieces[-1].marks[0].start if pieces else mails[-1] if mails else 0


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a large file, which need nothing of each other.

    >>> reading() is read
    True
    """
    return read


def _read_between(page: Visible, start: int, end: int) -> Iterator[Paper | Issue]:
    """Read what stands between the records of mails: pages, or text that belongs to no paper."""
    pieces = find_pieces(page.text, start, end)
    first = pieces[0].marks[0].start if pieces else end
    if first - start <= _LONGEST_HEADING and _OWN_TEXT.search(page.text, start, first):
        yield leave_out(page, "heading", start, first)
    for piece in pieces:
        yield from read_piece(page, piece)
