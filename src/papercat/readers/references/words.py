"""Words that tell what a part of a reference is, in the languages that references come in. Written by hand; lower case, without dots."""

from collections.abc import Mapping

_CLASSES = {
    "and": "and & und et y e och og en ja i и with und/oder sowie",
    "others": "al alii others andere autres otros outros altri",
    "particle": "van von der den de del della di da dos das du la le les ten ter te zu zur af bin ibn al el st san",
    "suffix": "jr sr ii iii iv",
    "editor": (
        "ed eds edited editor editors edition-by hrsg hg herausgegeben éd éds dir coord coords org orgs comp comps a-cura cura curatore "
        "redaktion ред red red sous direction dirección ouvrage collectif édité introd préf préface foreword afterword édit edit editado"
    ),
    "translator": (
        "trans transl translated translator trad traduit traduction traducción übers übersetzt tr translation übersetzung tradução"
    ),
    "in": "in dans en em в",
    "volume": "vol vols volume volumes v bd band bde bände t tome tom tomo т том jg jahrgang année año anno roč rocznik svazek",
    "issue": "no nos nr n nº n° num number numéro número issue iss heft h № вып fasc fascicule cahier suppl supplement sup pt part",
    "pages": "pp p page pages s seiten seite págs pág pg pgs pag с стр ss art article стp str hlm",
    "month": (
        "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november "
        "december januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre "
        "novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro "
        "março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre "
        "dicembre spring summer fall autumn winter fév juil déc dez okt ene ago dic"
    ),
    "undated": "nd n.d sd o.j forthcoming press appear submitted accepted published preparation preprint unpublished manuscript s.d date",
    "publisher": (
        "press verlag publishers publisher publishing publications books éditions editions edition editorial ediciones editora edizioni "
        "editore presses springer elsevier wiley routledge harper norton mcgraw hill prentice hall addison wesley academic sage kluwer "
        "blackwell macmillan palgrave penguin random house gallimard seuil minuit armand colin puf hachette suhrkamp fischer reclam "
        "gruyter brill mit ieee acm aaai kaufmann birkhäuser teubner vieweg thieme karger lippincott saunders mosby crc taylor francis "
        "emerald nova pergamon plenum dover knopf doubleday sons company inc ltd gmbh co librairie imprimerie l'harmattan flammarion "
        "larousse dunod masson vrin cerf payot albin michel grasset fayard laterza einaudi feltrinelli oup cup univ inra cnrs издательство "
        "usenix curran omnipress arxiv springer-verlag wiley-vch north-holland elsevier/north-holland"
    ),
    "school": (
        "university universität université universidad universidade università universiteit institute institut instituto college school "
        "department dept faculty faculté laboratory lab center centre ministry agency office bureau council association society academy "
        "akademie académie museum"
    ),
    "place": (
        "york london paris berlin cambridge oxford boston chicago amsterdam madrid barcelona roma rome milano münchen munich wien vienna "
        "zürich zurich leipzig hamburg frankfurt stuttgart heidelberg tübingen göttingen köln bonn darmstadt philadelphia washington "
        "francisco angeles berkeley stanford princeton haven baltimore toronto montreal montréal québec ottawa vancouver tokyo beijing "
        "shanghai seoul singapore sydney melbourne delhi mumbai moscow москва petersburg warszawa kraków praha prague budapest "
        "stockholm copenhagen københavn oslo helsinki lisboa lisbon porto bruxelles brussels leiden leuven louvain utrecht rotterdam hague "
        "dordrecht genève geneva lausanne basel bern lyon marseille toulouse bordeaux strasbourg grenoble rennes lille torino bologna "
        "firenze napoli venezia padova méxico buenos aires santiago bogotá lima caracas paulo janeiro brasília "
        "petrópolis reading hillsdale "
        "mahwah thousand oaks newbury englewood cliffs upper saddle river hoboken bristol manchester edinburgh glasgow dublin "
        "usa uk u.s.a u.k ny ma ca nj pa md dc il tx wa germany france italy spain canada australia china japan england netherlands "
        "switzerland austria belgium sweden denmark norway finland portugal brazil india israel greece ireland scotland massachusetts "
        "california mass calif nashville ithaca jerusalem istanbul ankara cairo nairobi honolulu seattle atlanta austin dallas houston "
        "miami denver portland detroit pittsburgh minneapolis"
    ),
    "journal": (
        "journal j transactions trans review revue revista rivista zeitschrift z zeitung letters lett annals ann annales annali archives "
        "arch archiv archivio bulletin bull magazine quarterly q acta cahiers studies studi estudios études rev reviews res research "
        "sci science nature int intl am amer eur br brit natl acad soc med clin biol chem phys math comput psychol assoc mag newsletter "
        "časopis вестник журнал известия tijdschrift monthly weekly times post news report reports communications advances progress "
        "perspectives forum world digest gazette herald tribune monde j-p-s ieee acm siam lncs dergisi prace mitteilungen "
        "jahrbuch annuaire yearbook nachrichten blätter beiträge 学报 plos bmc lancet neurology psychology medicine linguistics"
    ),
    "meeting": (
        "proceedings proc proceeding conference conf symposium symp workshop workshops congress meeting colloquium colloque actes tagung "
        "konferenz congreso congresso atti conférence annual international findings lecture notes track tutorials summit convention "
        "seminar session sessions jornadas journées simposio encontro kongress anais actas colóquio rencontres"
    ),
    "acronym": (
        "acl emnlp naacl eacl coling lrec iclr icml neurips nips aaai ijcai cvpr iccv eccv sigir kdd www chi uist interspeech icassp "
        "sigmod vldb icde sosp osdi nsdi stoc focs soda popl pldi oopsla icse ecai uai aistats colt conll semeval taln"
    ),
    "thesis": (
        "thesis dissertation phd ph.d dphil msc masters master's thèse mémoire diss dissertação tese tesis doctoral doctorat "
        "diplomarbeit habilitation technical tech report rep rapport memo tr working paper papers mimeo draft white doctorate bericht"
    ),
    "edition": (
        "edn aufl auflage édition edición edição edizione ed 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th revised rev first second third"
    ),
    "series": "series ser coll collection colección coleção reihe collana lncs lnai monographs",
    "access": (
        "accessed retrieved available consulted consulté abgerufen disponible disponível acesso acessado acceso visited cited online "
        "url http https from at zugriff dostupné internet web website page-consultée visitado consultado adresse last"
    ),
    "cited": "cited quoted see also cf review reviewed reprinted reprint repr orig originally abstract poster invited note notes",
    "medium": "online cd-rom cdrom dvd film electronic e-book ebook print video paperback hardcover podcast software computer blog",
    "the": "the a an le la les l' der die das el los las il lo gli un une eine ein o os as",
    "of": "of de des du der del della di von da do dos for für pour para per on zur zum sur sobre über to in with by from at as et und y",
    "verb": "is are was were be can do does should how what why when who where which using towards toward between through into its it",
}
CLASSES: Mapping[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _CLASSES.items()}
