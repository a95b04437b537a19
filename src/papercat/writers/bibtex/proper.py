"""Words that are proper names wherever they stand: a small open list, for titles whose records show nothing.

Languages, peoples, countries, cities, and persons after whom something is named (eponyms). A word that is also an ordinary one (Nice,
Reading, Wolf, May, March) is not here, unless its other sense is not of titles. The list is not meant to be complete: the record itself is
asked first, and an acronym shows by its form.
"""

from functools import cache

_LANGUAGES = """
Afrikaans Akkadian Albanian Alsatian Amharic Anglo-Saxon Anglophone Arabic Aramaic Armenian Assamese Aymara Azerbaijani Bambara Basque
Belarusian Bengali Bosnian Braille Breton Bulgarian Burmese Cantonese Catalan Cebuano Chinese Coptic Cornish Corsican Cree Creole Croatian
Cyrillic Czech Danish Devanagari Dravidian Dutch Egyptian Elamite English Esperanto Estonian Faroese Farsi Filipino Finnish Flemish
Francophone French Frisian Gaelic Galician Georgian German Germanic Greek Guarani Gujarati Hangul Hausa Hawaiian Hebrew Hindi Hinglish
Hispanic Hittite Hmong Hungarian Icelandic Igbo Indic Indo-Aryan Indo-European Indonesian Inuktitut Irish Italian Japanese Javanese Kanji
Kannada Kashmiri Kazakh Khmer Kinyarwanda Konkani Korean Kurdish Kyrgyz Lao Latin Latinate Latino Latinx Latvian Lithuanian Luxembourgish
Macedonian Maithili Malay Malayalam Maltese Mandarin Manipuri Maori Mapudungun Marathi Mayan Mongolian Mycenaean Māori Nahuatl Nepali
Norwegian Occitan Odia Oriya Oromo Pashto Persian Pinyin Polish Portuguese Punjabi Quechua Romance Romani Romanian Romanized Russian Sami
Sanskrit Sardinian Scottish Semitic Serbian Serbo-Croatian Shona Sicilian Sindhi Sinhala Sinhalese Slavic Slavonic Slovak Slovene
Slovenian Sogdian Somali Sorbian Spanish Sumerian Swahili Swedish Swiss Sámi Tagalog Tajik Tamil Tatar Telugu Thai Tibetan Tigrinya Turkic
Turkish Turkmen Ugaritic Uighur Ukrainian Uralic Urdu Uyghur Uzbek Vietnamese Welsh Wolof Xhosa Yiddish Yoruba Yorùbá Zulu
"""
_PLACES = """
Afghanistan Africa African Africans Alaska Algeria Algerian Amazonian America American Americans Amsterdam Angeles Antarctic Antarctica
Arab Arabia Arabian Arctic Argentina Argentine Argentinian Asia Asian Asians Athens Atlantic Australia Australian Australians Austria
Austrian Baltic Bangladesh Bangladeshi Barcelona Beijing Belgian Belgium Berlin Bolivia Bosnia Boston Brazil Brazilian Britain British
Brussels Bulgaria Byzantine California Californian Cambodia Cambridge Cameroon Canada Canadian Caribbean Catalonia Chicago Chile Chilean
China Colombia Colombian Congo Copenhagen Croatia Cuba Cuban Cyprus Denmark Ecuador Egypt Elizabethan England Eritrea Estonia Ethiopia
Ethiopian Eurasian Europe European Europeans Finland Florida France Gaza Geneva Germans Germany Ghana Ghanaian Greece Greenland Guatemala
Haiti Haitian Hawaii Helsinki Himalayan Hiroshima Hungary Iberian Iceland India Indian Indians Indonesia Iran Iranian Iraq Iraqi Ireland
Israel Israeli Istanbul Italy Jamaica Japan Jerusalem Jordanian Kenya Kenyan Korea Kosovo Kyoto Lancashire Latvia Lebanese Lebanon Lisbon
Lithuania London Luxembourg Macedonia Madagascar Madrid Malaysia Malaysian Manhattan Mediterranean Melbourne Mesopotamian Mexican Mexico
Milan Mongolia Montreal Moroccan Morocco Moscow Mozambique Mumbai Munich Myanmar Namibia Nepal Netherlands Nigeria Nigerian Norway Oslo
Ottawa Ottoman Pacific Pakistan Pakistani Palestine Palestinian Paris Peru Peruvian Philippine Philippines Poland Portugal Prague Quebec
Roman Romania Rome Russia Russians Rwanda Sahara Saharan Samoan Scandinavia Scandinavian Scotland Senegal Seoul Serbia Shanghai Siberia
Siberian Singapore Singaporean Slovakia Slovenia Somalia Soviet Spain Stockholm Sudan Sudanese Sweden Switzerland Sydney Syria Syrian
Taiwan Taiwanese Tanzania Tanzanian Tehran Texas Thailand Tibet Tokyo Toronto Tunisia Tunisian Uganda Ugandan Ukraine Uruguay Uruguayan
Venezuela Venezuelan Victorian Vienna Vietnam Wales Washington Yemen Zambia Zimbabwe Zurich Zürich
"""
_EPONYMS = """
Abel Abelian Alzheimer Alzheimer's Aristotelian Aristotle Banach Bayes Bayesian Bell Bernoulli Besov Bessel Bible Biblical Boltzmann
Boolean Borel Bose Brownian Buddhism Buddhist Carleson Carlo Cartesian Catholic Cauchy Chebyshev Chomsky Chomskyan Christian Christians
Clifford Confucian Confucius Coulomb Coxeter Darwin Darwinian Dirac Dirichlet Earley Einstein Erdős Euclid Euclidean Euler Eulerian Fano
Fermi Feynman Fibonacci Fisher Fourier Frobenius Galois Gauss Gaussian Gaussians Gibbs Ginzburg Goldbach Grassmann Grassmannian Greenberg
Gricean Grothendieck Gödel Haar Hamilton Hamiltonian Hamiltonians Hansard Hausdorff Hawking Heisenberg Hermitian Hilbert Hilbertian Hindu
Hippocratic Hodge Hopf Hopfield Huffman Hölder Ising Islam Islamic Jacobi Jacobian Jensen Jewish Judaism Kalman Kantian Kelvin Kepler
Keynesian Kolmogorov Kripke Kullback Kähler Lagrange Lagrangian Laplace Laplacian Laurent Lebesgue Legendre Leibler Leibniz Levenshtein
Levi-Civita Lie Likert Liouville Lipschitz Loewner Lorentz Lorentzian Lyapunov Lévy Mach Machiavellian Markov Markovian Marxist Maxwell
Mersenne Minkowski Monge Montague Muckenhoupt Muslim Muslims Möbius Nash Navier Neumann Newton Newtonian Noether Pareto Parkinson
Parkinson's Parseval Pauli Peano Penrose Petri Planck Plato Platonic Poincaré Poisson Procrustes Protestant Pythagorean Pólya Qur'an Quran
Quranic Qur’an Rademacher Ramanujan Ramsey Rayleigh Reynolds Ricci Riemann Riemannian Rolewicz Rényi Schatten Schrödinger Schur Schwarz
Shakespeare Shakespearean Shannon Shapley Siamese Sobolev Stokes Talmud Talmudic Taylor Toda Toeplitz Torah Tsetlin Turing Tychonoff
Vapnik Viterbi Voronoi Wasserstein Weibull Weierstrass Wiener Wigner Winograd Wittgenstein Yukawa Zariski Zeeman Zernike Zipf Zipf's
Zipfian Zipf’s
"""
_BRANDS = """
Airbnb Alexa Amazon Android April August Bing Bloomberg Brexit Christmas Coursera December Deepmind Duolingo Easter Europarl Facebook
February Flickr Fortran Framenet Friday Github Gmail Google Gutenberg Harvard Haskell Instagram Intel January July June Kaggle Kubernetes
Linkedin Linux Microsoft Monday Mozilla Netflix Nobel November Obama October Olympic Olympics Openai Oxford Pinterest Prolog Propbank
Pytorch Quora Raspberry Reddit Saturday September Siri Skype Spotify Stanford Sunday Swadesh Telegram Tensorflow Thursday Tiktok
Treebank-3 Trump Tuesday Tumblr Twitter Uber Unicode Verbnet Wednesday Weibo Whatsapp Wiki Wikidata Wikimedia Wikipedia Wikipedias
Wiktionary Wordnet Yahoo Yelp Youtube
"""
# Of several words: places, institutions, corpora, theories and grammars that are written with capitals by those who use them.
_PHRASES = """
New York|New York City|New York Times|New Zealand|New Delhi|New England|New Jersey|New Mexico|New Orleans|New Testament|Old Testament|
United States|United Kingdom|United Nations|Hong Kong|Los Angeles|San Francisco|San Diego|Monte Carlo|South Africa|South African|
South Korea|South America|South Asia|South Asian|Southeast Asia|Southeast Asian|South Sudan|South Tyrol|North America|North American|
North Korea|North Africa|North Atlantic|East Africa|West Africa|East Asian|Latin America|Latin American|Sri Lanka|Saudi Arabia|Middle East|
Middle Eastern|Middle English|Old English|Costa Rica|Puerto Rico|Rio Grande|El Niño|La Niña|Milky Way|Wall Street|Wall Street Journal|
Big Bang|Silicon Valley|Stack Overflow|Stack Exchange|European Union|European Parliament|European Commission|Soviet Union|Supreme Court|
Mechanical Turk|Burkina Faso|Sierra Leone|World War|World Wide Web|World Health Organization|World Bank|Semantic Web|Black Sea|Red Sea|
Standard Model|Large Hadron Collider|Hubble Space Telescope|Nobel Prize|Turing Award|Turing Test|Optimality Theory|Construction Grammar|
Rhetorical Structure Theory|Abstract Meaning Representation|Abstract Meaning Representations|Tree Adjoining Grammar|
Tree Adjoining Grammars|Tree-Adjoining Grammar|Tree-Adjoining Grammars|Lexical Functional Grammar|Lexical-Functional Grammar|
Head-Driven Phrase Structure Grammar|Head-driven Phrase Structure Grammar|Combinatory Categorial Grammar|Minimalist Grammar|
Minimalist Grammars|Universal Dependencies|Universal Grammar|Penn Treebank|Penn Discourse Treebank|Prague Dependency Treebank|
British National Corpus|Common Crawl|Project Gutenberg|Johns Hopkins|Johns Hopkins University|Carnegie Mellon|Carnegie Mellon University|
Apache Spark|Raspberry Pi|Black Lives Matter|Game of Thrones|Harry Potter|Ivory Coast|Czech Republic|Sign Language
"""


# Words of titles that are no names though abstracts write them with capitals too, within terms and headings.
_ORDINARY = """
about abstract acquisition across action active adaptation adapting adaptive advances adversarial against agents aligned alignment
analysis analyzing annotated annotating annotation answering application applications applied applying approach approaches architecture
article assessing assessment attention augmentation augmented author automated automatic automatically aware based beam behavior behaviors
benchmark benchmarking benchmarks better between beyond bias biases bidirectional bilingual book bounds bridging building capturing case
causal challenge challenges character characterizing chat class classification classifier classifiers classifying clinical cluster
clustering code coding cognitive collection combining common comparative comparing comparison competition complex complexity computational
computer computing concept conditional conference constrained constraints construction content context contextual contextualized continual
contrastive control controllable convergence conversation conversational convolutional coreference corpora corpus correction cross data
database dataset datasets decision decoding deep dense dependency design designing detecting detection development dialog dialogue
dictionary difference different differential diffusion digital discourse discovering discovery discrete disease distributed distribution
document documents domain domains dynamic dynamics early editing editorial effect effective effects efficient electronic embedding
embeddings emotion emotions empirical encoder encoders encoding end energy enhanced enhancing ensemble entailment entity environment error
estimating estimation evaluating evaluation event events evidence evolution examples experiments explainable exploiting exploration
exploring extended extending extracting extraction factors fake fast feature features feedback few field finding findings fine finite
first flow formal framework from functional functions fusion future game gender general generalization generalized generating generation
generative generic global good grammar grammars graph graphs grounded grounding group groups guided hard hate health hidden hierarchical
high human hybrid identification identifying image images impact improved improving induction inference information informed integrated
integrating integration intelligence intelligent interaction interactions interactive international introducing introduction investigating
invited issues joint jointly kernel key knowledge label labeling language languages large latent lattice learned learner learners learning
legal level lexical lexicon lexicons light limited linear linguistic linguistics linking local logic long machine machines making
management many mapping matching mathematical matter means measuring mechanism media medical memory meta metaphor method methodology
methods metric metrics minimal mining mixed mixture model modeling modelling models modern modes module morphological morphology motion
multi multilingual multimodal multiple narrative natural near negative network networks neural news noise noisy non normalization novel
object objects observation occasion online ontology open opinion optical optimal optimization order oriented output outputs overview
parallel parameter paraphrase parser parsers parsing part part-of-speech pattern patterns performance personal perspective perspectives
phase phrase phrases physical physics planning platform point policy political pragmatic pre-trained pre-training predicting prediction
predictive preference preserving pretrained pretraining principles prior probabilistic probability probing problem problems proceedings
process processes processing production programming programs progress project prompt prompting properties proposal public qualitative
quality quantum query question questions random rank ranking rapid rare reading real reasoning recent recognition recognizing
recommendation recurrent reducing reference reinforcement relation relational relations relevance report representation representations
representing research resolution resource resources response results retrieval review reviews rich robust robustness role rule rules
sampling scalable scale scaling science scientific search second segmentation selection selective self self-attention self-supervised
semantic semantics semi-supervised sentence sentences sentiment sequence sequences series session shallow shared short signal similarity
simple simulation single small smart social software solving some space spaces sparse speaker special speech spoken stability standard
state statistical stochastic strategies strategy stream strong structural structure structured structures studies study style
summarization summarizing supervised supervision support survey synchronous syntactic syntax synthesis synthetic system systems tagger
tagging task task-oriented tasks teaching technical techniques technologies technology temporal term terminology terms test text texts
theoretic theoretical theory third this three through time toolkit tools topic topics toward towards track training transfer
transformation transformer transformers transition translating translation translations translator tree treebank treebanks trees tuning
tutorial tweets type types uncertainty understanding unified unifying unit universal unlabeled unsupervised usage user users using
validation variable variation variational vector vectors verb verbs versus video views virtual vision visual visualization vocabulary wave
weak weakly web weighted what when where which wide with within without word words work workshop world writing years zero zero-shot
"""


@cache
def names() -> frozenset[str]:
    """Give the words that are proper names by themselves.

    >>> "Bayesian" in names(), "Learning" in names()
    (True, False)
    """
    return frozenset(f"{_LANGUAGES} {_PLACES} {_EPONYMS} {_BRANDS}".split())


@cache
def ordinary() -> frozenset[str]:
    """Give words that are no proper names by themselves, in small letters.

    >>> "learning" in ordinary(), "bayesian" in ordinary()
    (True, False)
    """
    return frozenset(_ORDINARY.split())


@cache
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the proper names of several words by their first one, the longest first.

    >>> phrases()["Monte"]
    (('Monte', 'Carlo'),)
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in " ".join(_PHRASES.split("\n")).split("|"):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()}
