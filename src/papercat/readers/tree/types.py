"""Types of publications and the BibTeX entry types that they are.

The names are those of CSL 1.0.2, Crossref, DataCite 4, OpenAlex, Zotero, MS Word, EndNote, PubMed, dblp, INSPIRE, Semantic Scholar,
hayagriva, CFF 1.2 and schema.org; where BibTeX has no type it is "misc", and the name is kept beside it.
"""

from collections.abc import Mapping

_TYPES = {
    "article": "article researcharticle originalarticle articlejournal articlemagazine articlenewspaper "
    "journalarticle magazinearticle newspaperarticle journal "
    "scholarlyarticle articleinaperiodical journals review reviewarticle newsarticle electronicarticle editorial letter erratum "
    "blogarticle newspaper datapaper peerreview shortcommunication casereports",
    "inproceedings": "inproceedings paperconference proceedingsarticle conferencepaper conferenceproceedings conferenceobject "
    "conferenceandworkshoppapers paperinconferenceproceedings conferencearticle conference conferenceabstract proceedingspaper",
    "incollection": "incollection chapter bookchapter booksection bookpart entry entrydictionary entryencyclopedia partsincollections "
    "encyclopediaarticle dictionaryentry referenceentry booktrack section anthos",
    "book": "book monograph editedbook referencebook books collection",
    "proceedings": "proceedings editorship proceedingsseries booksandtheses",
    "phdthesis": "phdthesis thesis dissertation doctoralthesis thesesandphd",
    "mastersthesis": "mastersthesis masterthesis bachelorthesis diplomathesis",
    "techreport": "techreport report workingpaper reportcomponent technicalreport reportpaper researchreport reportdocument "
    "informalandotherpublications governmentdocument",
    "unpublished": "unpublished manuscript draft unpublishedwork",
    "misc": "misc preprint postedcontent dataset software webpage website web patent standard pamphlet map motionpicture film video "
    "broadcast bill legislation legalcase case speech presentation post postweblog interview graphic image figure song audiovisual "
    "personalcommunication hearing regulation treaty component other text audio blog blogpost forumpost document computerprogram "
    "genericsoftware grant repository internetsite documentfrominternetsite electronicsource art soundrecording performance misc "
    "paratext libguides supplementarymaterials",
}

TYPES: Mapping[str, str] = {name: entry for entry, names in _TYPES.items() for name in names.split()}
