"""The catalog: papers, what was noticed while reading them, and what one asks of them.

`Catalog` is one container with many questions to it, so each kind of question has a file: a part of the class that only asks.
"""

from papercat.catalog.correcting import Correcting
from papercat.catalog.display import Display
from papercat.catalog.frames import Frames
from papercat.catalog.output import Output, output_format
from papercat.catalog.selection import Selection

__all__ = ["Catalog", "output_format"]


class Catalog(Correcting, Selection, Output, Frames, Display):
    """Papers in order, with the issues and the inputs that they came from. It never changes: each operation gives a new one.

    Attributes:
        papers: the papers.
        issues: what was repaired, inferred, dropped, kept aside, refused or only noted.
        inputs: the files and texts that were read.
        merges: what `dedup` joined, and why.
        decisions: what a person decided about pairs of records; `dedup` heeds it.

    >>> from papercat import parse
    >>> cat = parse("Constitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable.")
    >>> cat
    <Catalog: 1 paper, 0 issues>
    >>> cat["bai-constitutional"]
    Traceback (most recent call last):
    papercat.errors.PaperNotFoundError: no paper with key 'bai-constitutional'; did you mean baiconstitutional?
    """
