"""Words that say little in a title, or much: tables from general knowledge of English titles, the same for every catalog.

A table of the frequencies in the catalog at hand would weigh better, and would make what two records say of each other depend on the
others: on one machine a second pass, on many a broadcast.
"""

STOPWORDS = frozenset(
    "a an and are as at be between by for from has have in into is it its of on or than that the their these this to under via was we"
    " were what when where which while who why how with within without using use used its after before during among toward towards upon"
    " et al der die das und des la le les el los de del di da en du au aux une un y e o os as em na no".split()
) - {"no", "without", "after", "before"}

# Frequent in titles of any field, so that sharing one proves little: half of the words of a title, counted by use.
COMMON = frozenset(
    "analysis approach application applications assessment associated association based behavior case cases cell cells change changes"
    " characteristics children clinical comparative comparison computer control data design detection determination development"
    " different disease diseases disorder disorders dynamic effect effective effects efficacy efficient evaluation evidence experience"
    " experimental factor factors framework function group health high human impact implications improving increased influence information"
    " interaction interactions introduction investigation learning level levels long low management mechanism mechanisms method methods"
    " mice model modeling models multiple network networks new novel outcome outcomes patient patients performance perspective potential"
    " prevention problem problems process processing product program properties quality randomized rat rats recent relationship report"
    " research response results review risk role science self services short social some status structure studies study support"
    " surgery survey system systematic systems technology term test theory therapy time treatment trial two type understanding value women"
    " work year years".split()
)

# Titles that stand over something new in every issue; folded.
_COLUMNS = (
    """
    abstract, abstracts, acknowledgement, acknowledgements, acknowledgment, acknowledgments, acknowledgment of reviewers, advertisement,
    announcement, announcements, annual report, appendix, author index, authors reply, author s reply, back cover, back matter,
    bibliography, book review, book reviews, books, books received, call for papers, case report, chair s message, chairman s message,
    classified, comment, commentary, comments, conclusion, conclusions, conference report, contents, contributors, copyright, correction,
    corrections, correspondence, corrigendum, cover, cover image, current awareness, discussion, editor s comments, editor s note,
    editor s notes, editor s introduction, editor s page, editorial, editorial board, editorial comment, editorial note, editorials,
    editors comments, editors introduction, editors notes, editors note, epilogue, errata, erratum, events, foreword, from the chair,
    from the editor, from the editors, front cover, front matter, frontmatter, glossary, guest editorial, guest editors introduction,
    guest editor s introduction, guidelines for authors, highlights, images, in brief, in memoriam, in the news, in this issue, index,
    information for authors, instructions for authors, instructions to authors, introduction, invited commentary, issue information,
    keynote, keynote address, letter, letter from the editor, letter to the editor, letter to editor, letters, letters to the editor,
    list of reviewers, literature review, masthead, meeting report, meetings, message from the chair, message from the editor,
    minutes, miscellaneous, miscellany, news, news and notes, news and views, news briefs, notes, notes and comments, notes and news,
    notes for contributors, notice, notices, obituary, obituaries, opening remarks, organizing committee, other, overview, panel,
    poetry, poster session, poster sessions, posters, preface, preliminary pages, president s message, president s page,
    proceedings, program, program committee, prologue, publisher s note, questions and answers, references, reminiscences,
    reminiscences on influential papers, replies,
    reply, reply to comment, research notes, response, response to letter to the editor, retraction, retrospective,
    review, reviewers, reviews, society news, special issue, special section, subject index, summary, supplement,
    table of contents, tables, the authors reply, the author replies, title page, tutorial, untitled, viewpoint, volume contents,
    volume index, volume information, welcome, welcome message, workshop, from the guest editors, introduction to the special issue,
    introduction to special issue, introduction to the special section, editorial introduction, editor s choice, corporate report,
    issue editorial masthead, section editorial, back cover image, recent publications, new publications, book notices, short notices,
    chair s introduction, general introduction, special issue editorial, general discussion, opinion, perspectives, research highlights
    """.replace("\n", " ")
    .strip()
    .split(", ")
)
COLUMNS = frozenset(" ".join(column.split()) for column in _COLUMNS)

# What stands in the place of a title that nobody knows; "name" is left of a spreadsheet's #NAME?.
NULLS = frozenset(
    "|unknown|no title|untitled|no title available|not available|title not available|na|n a|none|null|nan|name|ref|value|anonymous"
    "|missing|title".split("|")
)

NEGATIONS = frozenset("no not non without un never neither nor lack absence failure fails cannot".split())

# What a number or a letter follows that tells one part of several from another.
PARTS = frozenset(
    "part parts pt chapter chapters section volume vol no number type types phase stage grade class edition version level appendix"
    " supplement episode".split()
)

# Words that turn a title into another one's opposite or sister, whichever of them is swapped for whichever.
PREFIXES = frozenset(
    "|hyper|hypo|intra|inter|extra|pre|post|anti|non|un|in|im|dis|de|ab|a|an|mono|di|tri|bi|tetra|multi|sub|super|over|under"
    "|up|down|endo|exo|macro|micro|pro|co|re|trans|cis|nor|meth|eth|prop|but".split("|")
)

# Family names that many share: from general knowledge of author lists.
COMMON_FAMILIES = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng han cao zeng peng"
    " xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao song kim lee park choi jung kang cho yoon jang lim"
    " smith johnson williams brown jones miller davis wilson anderson taylor thomas moore martin jackson thompson white harris clark"
    " lewis robinson walker young allen king wright scott hill green adams baker hall campbell mitchell roberts turner phillips evans"
    " garcia rodriguez martinez hernandez lopez gonzalez perez sanchez silva santos oliveira souza pereira costa ferreira singh kumar"
    " sharma gupta khan ali ahmed suzuki sato tanaka takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida nguyen tran muller"
    " schmidt schneider fischer weber meyer wagner becker schulz hoffmann rossi ivanov hansen jensen nielsen".split()
)

# What stands over a title as the head of a section.
HEADS = frozenset(
    "a and the on of in for by from an special issue issues section invited article articles research note notes essay essays"
    " opinions opinion original paper papers competition theory review methods method application applications short"
    " communication communications brief"
    " report reports commentary forum practice perspective perspectives keynote feature full length regular technical sim clinical case"
    " letter letters editorial topic topics tutorial abstract poster conference session track award winning best"
    " extended version preliminary revised draft".split()
)

# What stands behind a title in a citation, and was taken for its end: where the paper appeared.
TAILS = frozenset(
    "acm appear association committee conf conference ed eds edition editors ieee int international intl journal lecture machinery meeting"
    " press preprint proc proceeding proceedings publication published rep report sigmod springer submitted symp symposium tech technical"
    " trans transactions usenix verlag vldb vol volume workshop"
    " january february march april may june july august september october november december".split()
)

# What stands before or behind the subject of what an editor writes, or does not.
PREAMBLES = frozenset(
    (
        "editorial,foreword,preface,guest editorial,editorial introduction,editor s introduction,editors introduction"
        ",guest editor s introduction,guest editors introduction,guest editor s foreword,guest editors foreword"
    ).split(",")
)

# Words that one title has where its sister has another, however alike they are written.
SISTERS = frozenset(
    "vivo vitro male males female females men women maternal paternal mother mothers father fathers boys girls increase increased increases"
    " decrease decreased decreases afferent efferent input output serial parallel inductive deductive inhibition inhibitory excitation"
    " excitatory internal external active passive minimum maximum minimal maximal oral nasal upward downward left right".split()
)

# Words of names that no person has.
ORGANISATIONS = frozenset(
    "academy agency association authority board bureau center centre centro clinic club collaboration collaborative collaborators college"
    " commission committee community company conference congress consortium corporation council department editors faculty federation"
    " forum foundation group hospital inc institute institution institut initiative international investigators laboratories laboratory"
    " library limited ltd ministry national network office organisation organization panel pharmaceuticals program programme project"
    " research school sciences service services societe society staff standards study team task trial trialists trust union universidad"
    " universitat universite university workgroup working workshop world".split()
)
