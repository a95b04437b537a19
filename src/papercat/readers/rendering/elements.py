"""Facts about the elements of HTML: which break lines, which nobody sees, which are of a site and not of its page."""

import re

# An attribute's value may hold the signs of a tag; one that is longer than that holds none (an image as text).
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?:[\s/:-][^<>\"']*(?:(?:\"[^\"]{0,500}\"|'[^']{0,500}')[^<>\"']*){0,40})?>"
    r"|<(?P<end_too>/?)(?P<name_too>[A-Za-z][A-Za-z0-9]{0,15})[\s/:-][^<>]*>"
    r"|(?P<comment><!--)|<[!?][^<>]*>"
)
HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"<>]{1,450})\"|'([^'<>]{1,450})'|([^\s\"'<>]{1,450}))", re.IGNORECASE)
# What a viewer does not see, and what it sees of the site and not of the page.
HIDDEN = frozenset("head iframe noscript object script select style svg template textarea title".split())
OF_SITE = frozenset(("nav", "footer"))
MENUS = frozenset(("aside", "div", "header", "ol", "section", "table", "ul"))
ENDS = {name: re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE) for name in HIDDEN | OF_SITE | MENUS}
NAMED = re.compile(r"\b(?:class|id|role)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))", re.IGNORECASE)
SITE = re.compile(
    r"(?:site|page|main|top|left|right|primary|global|mobile)?[-_]?(?:nav|navbar|navigation|nav-?links|nav-?(?:drawer|bar|menu|list)|menu|menubar|"
    r"side-?nav|side-?bar|breadcrumbs?|footer|cookie-?(?:banner|consent)|skip-?link)",
    re.IGNORECASE,
)
BADGE = re.compile(r"\bclass\s*=\s*[\"']?[^\"'<>]{0,80}\b(?:badge|pill|chip|tag)\b", re.IGNORECASE)  # a word of the site beside a text
LONGEST_MENU, YEARS, MISSES = 20_000, 3, 20  # characters; years of what is more than navigation; menus that are none
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
BOXES = frozenset(("article", "div", "section"))
HOLDERS = frozenset(("dd", "dt", "li", "p", "td", "th", *HEADS))  # whose lines are none of a page of Markdown around them
MARKS = frozenset(("a", "b", "cite", "em", "i", "span", "strong", "u"))  # that the reader of pages knows
NAME = re.compile(r"</?[A-Za-z]+")
NAME_OR_TAG = re.compile(r"<[^<>]*>")
LONGEST_BUTTON = 200  # characters
DEEPEST = 20  # marks within marks
LONGEST_MARK = 600  # characters that are marked
# From the least to the most that parts two texts.
NOTHING, BLANK, TAB, LINE, PARAGRAPH = range(5)
# How far blocks are apart, by the style sheet that every browser has.
BREAKS = {
    **dict.fromkeys("address article aside blockquote center details dt figure form header hr main p pre section table".split(), PARAGRAPH),
    **dict.fromkeys((*HEADS, *LISTS), PARAGRAPH),
    **dict.fromkeys("br button caption dd div figcaption legend li option summary tbody tfoot thead tr".split(), LINE),
    **dict.fromkeys(("td", "th"), TAB),
}
SHOWN = ("", " ", "\t", "\n", "\n\n")
BLANKS = {ord(sign): " " for sign in "\t\n\r\v\f\u2028\u2029"}
