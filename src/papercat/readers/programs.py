r"""The sources of programs and their logs: texts with names, years and quoted titles that are no lists of papers.

Of a program only what somebody wrote as a whole counts: a BibTeX entry that begins a line, as docstrings and test data have them, and
objects of data, as `export const papers = [{title: …}]`. Where the user names a format, nothing of this is asked.
"""

import re
from functools import lru_cache

from papercat.text.lines import split_lines

# Statements at the beginning of a line. All are of a language's grammar, and none of prose or of BibTeX.
_FAMILIES = (
    # Python
    r"(?:async )?def \w+\(|class \w+[^\n]{0,99}[:{]\s*$|from [\w.]+ import [\w(*]|import [\w.]+(?: as \w+)?(?:, [\w.]+)*;?\s*$",
    r"@[\w.]+(?:\([^\n{},]*\)?)?\s*$|>>> \S|\.\.\. {4}\S|(?:(?:el)?if|for|while|with|except|match|case) [^\n]{1,200}:\s*$",
    r"(?:else|try|finally|except):\s*$|(?:return|yield|raise|assert|await|throw|del) [^\s.,][^\n]{0,200}[\w)\]}\"'};]\s*$",
    r"(?:return|pass|break|continue);?\s*$",
    # JavaScript, TypeScript, Java, C#, Rust, Go
    r"(?:(?:export|pub|default|async|public|private|protected|static|inline|extern|final|abstract) ){0,4}(?:function\*? ?\w*\(|fn \w+[(<])",
    r"(?:(?:export|pub|static|public|private|final) ){0,4}(?:const|let|var|val) [\w{\[$][^\n]{0,200}=|enum \w+ ?\{",
    r"(?:export |pub )?(?:interface \w+[^\n]{0,80}\{|struct \w+[^\n]{0,40}[{;])",
    r"(?:static|extern) [\w* ]{1,60}[(;=\[]|(?:void|int|bool|char|long|unsigned|size_t|double|float|string|String)\b[ *]+\w+ ?[(;=\[]",
    r"func \(?\w+|import (?:[^\n]{1,200} from )?['\"]|[^\n]{0,80}\brequire\(['\"]|use [\w:]+[^\n]{0,80};|namespace [\w:.]+ ?\{",
    # C and C++, and whatever has its braces
    r"# ?(?:include [<\"]|define \w|ifn?def \w|endif\b|undef \w|pragma \w|elif \w)|typedef \w|using (?:namespace )?[\w:.]+;",
    r"(?:if|for|while|switch|catch) ?\([^\n]{0,200}[{;)]\s*$|\}? ?else(?: if ?\([^\n]{0,200})? ?\{\s*$|[)}\]]{1,4};\s*$",
    r"[\w.$>-]{2,60}(?: [-+*/|&]?= |\()[^\n]{0,200};\s*$",
    # shell, Perl, Lua, R
    r"(?:fi|done|esac|end)\s*$|if \[\[? [^\n]{1,200}|(?:sub|my|our|local) [\w$@%(][^\n]{0,200}[;{]\s*$|\w+ <- function\(",
)
_STATEMENT = re.compile(rf"[ \t]*(?:{'|'.join(_FAMILIES)})", re.MULTILINE)
# What brings in what others wrote.
_OPENS = re.compile(
    r"from [\w.]+ import [\w(*]|import [\w.]+(?: as \w+)?\s*$|import [^\n]{1,200} from ['\"]|# ?include [<\"]|"
    r"(?:const|let|var) [^\n]{1,99}require\(|package [\w.]+;?\s*$|use (?:strict|warnings|[\w:]{2,60});|#!/\S*(?:env )?\w+"
)
_DATA = re.compile(r"[\s\ufeff]*(?:[<{\[%\\]|@\w+\s*[{(]|---\s*\n)")  # markup, JSON, TeX, BibTeX, front matter: others know them
_COMMENT = re.compile(r"[\s\ufeff]*(?:[rRbBuU]{0,2}(?:\"\"\"|''')|/\*|//|#!)")
_APART = re.compile(r"^[ \t]*(```|~~~).*?^[ \t]*\1[ \t]*$|^[ \t]*/\*.{0,3000}?\*/", re.MULTILINE | re.DOTALL)  # fenced code, and comments
_ENTRY = re.compile(r"^[ \t]*@[A-Za-z]{3,20}\s{0,3}[{(]\s{0,3}[^\s,{}()\"']{1,99},", re.MULTILINE)
# What a log says of each line: 2024-01-02 10:11:12,123 INFO, or syslog's time, host and process.
_LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\b"
_LOGGED = re.compile(
    rf"\[?\d{{4}}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d[^\n]{{0,80}}?\b{_LEVEL}|\[?{_LEVEL}[\]:\s]|"
    r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,60} [\w./-]{1,60}(?:\[\d+\])?:"
)
_SAMPLE = 40_000  # characters
_HEAD = 2_000  # characters in which a text says that it is data
# Statements, and their share of the lines. Of 2,152 texts with papers none has 0.1; of 20 files of JavaScript, 20 of C and 70 of Python
# three quarters have more than 0.19.
_LEAST, _SHARE = 4, 0.15
# Of the first lines so many bring in what others wrote; one is enough below a comment or a docstring.
_OPENING, _OPENED = 40, 2
_MOSTLY = 0.6  # of the lines are logged


def is_program(text: str) -> bool:
    r"""Tell the source of a program, or a log, by its lines; the fenced code of a page of Markdown does not count.

    >>> is_program("import re\nfrom pathlib import Path\n\ntitle = 'Sleeper Agents'\n")
    True
    >>> is_program("Evan Hubinger. Sleeper Agents. 2024.\n\n```\nimport re\nimport os\n```\n")
    False
    """
    return not _DATA.match(text[:_HEAD]) and _is_program(text[:_SAMPLE])


def has_entries(text: str) -> bool:
    r"""Tell a text in which a BibTeX entry begins a line; one in a comment is commented out.

    >>> has_entries("bib = '\n    @misc{hubinger2024,\n      title = {Sleeper Agents}}'"), has_entries("x = '@misc{a, title={B}}'")
    (True, False)
    """
    return _ENTRY.search(text) is not None


@lru_cache(maxsize=1)  # what chooses a reader and what tells why there is none ask
def _is_program(sample: str) -> bool:
    lines = [line.text for line in split_lines(_APART.sub("", sample))]
    stated = sum(_STATEMENT.match(line) is not None for line in lines)
    opened = sum(_OPENS.match(line) is not None for line in lines[:_OPENING])
    logged = sum(_LOGGED.match(line) is not None for line in lines)
    return (
        opened >= _OPENED
        or (opened > 0 and _COMMENT.match(sample) is not None)
        or (stated >= _LEAST and stated >= _SHARE * len(lines))
        or (logged >= _LEAST and logged >= _MOSTLY * len(lines))
    )
