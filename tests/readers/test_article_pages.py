"""First pages out of PDFs: converters' marks, sheets of archives, title pages, abstracts without a word for them."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import article
from papercat.readers.article.furniture import is_running, is_type
from papercat.readers.article.markup import bare
from papercat.readers.article.thesis import find_thesis
from papercat.text.document import Document
from papercat.text.lines import split_lines


class Page(NamedTuple):
    text: str
    title: str
    families: str
    ends: str
    fields: dict[str, object]


PAGES = {
    "JSTOR's sheet": Page(
        'The Market for "Lemons": Quality Uncertainty and the Market Mechanism\nAuthor(s): George A. Akerlof\nSource: The '
        "Quarterly Journal of Economics, Vol. 84, No. 3 (Aug., 1970), pp. 488-500\nPublished by: Oxford University "
        "Press\nStable URL: https://www.jstor.org/stable/1879431\nAccessed: 14-09-2018 20:08 UTC\n\nJSTOR is a not-for-profit "
        "service that helps scholars, researchers, and students discover, use, and build upon a wide\nrange of content in a "
        "trusted digital archive. We use information technology and tools to increase productivity and\nfacilitate new forms "
        "of scholarship. For more information about JSTOR, please contact support@jstor.org.\n\nYour use of the JSTOR archive "
        "indicates your acceptance of the Terms & Conditions of Use, available at\nhttps://about.jstor.org/terms\n\nOxford "
        "University Press is collaborating with JSTOR to digitize, preserve and extend access to\nThe Quarterly Journal of "
        "Economics\n\nThis content downloaded from 129.2.19.102 on Fri, 14 Sep 2018 20:08:11 UTC\nAll use subject to "
        'https://about.jstor.org/terms\n\nTHE MARKET FOR "LEMONS": QUALITY UNCERTAINTY AND THE MARKET MECHANISM *\nGEORGE A. '
        "AKERLOF\nI. Introduction, 488. -II. The model with automobiles as an example, 489. -III.\nExamples and applications, "
        "492. - IV. Counteracting institutions, 499. - V. Conclusion, 500.\nI. INTRODUCTION\nThis paper relates quality and "
        "uncertainty. The existence of goods of many grades poses interesting and important problems for the theory of "
        "markets.\n",
        'The Market for "Lemons": Quality Uncertainty and the Market Mechanism',
        "Akerlof",
        "",
        {"year": 1970, "volume": "84", "venue": "The Quarterly Journal of Economics"},
    ),
    "ResearchGate's sheet": Page(
        "See discussions, stats, and author profiles for this publication at: "
        "https://www.researchgate.net/publication/221023412\n\nSupport-vector networks\n\nArticle in Machine Learning · "
        "September 1995\nDOI: 10.1007/BF00994018\n\nCITATIONS READS\n27,325 5,231\n\n2 authors:\n\nCorinna Cortes\nGoogle "
        "Inc.\n167 PUBLICATIONS 45,313 CITATIONS\n\nSEE PROFILE\n\nVladimir Vapnik\nNEC Laboratories America\n185 PUBLICATIONS "
        "134,323 CITATIONS\n\nSEE PROFILE\n\nAll content following this page was uploaded by Corinna Cortes on 23 May "
        "2014.\n\nThe user has requested enhancement of the downloaded file.\nMachine Learning, 20, 273-297 (1995)\n© 1995 "
        "Kluwer Academic Publishers, Boston. Manufactured in The Netherlands.\n\nSupport-Vector Networks\nCORINNA CORTES "
        "corinna@neural.att.com\nVLADIMIR VAPNIK vlad@neural.att.com\nAT&T Bell Labs., Holmdel, NJ 07733, USA\n\nEditor: "
        "Lorenza Saitta\n\nAbstract. The support-vector network is a new learning machine for two-group classification "
        "problems. The\nmachine conceptually implements the following idea: input vectors are non-linearly mapped to a very "
        "high-\ndimension feature space. In this feature space a linear decision surface is constructed.\n\nKeywords: pattern "
        "recognition, efficient learning algorithms, neural networks\n\n1. Introduction\nMore than 60 years ago R.A. Fisher "
        "suggested the first algorithm for pattern recognition.\n",
        "Support-vector networks",
        "Cortes Vapnik",
        "surface is constructed.",
        {"doi": "10.1007/bf00994018", "volume": "20", "year": 1995},
    ),
    "a PDF of Nature, without a word for the abstract": Page(
        "Article\n\nHighly accurate protein structure prediction\nwith "
        "AlphaFold\n\nhttps://doi.org/10.1038/s41586-021-03819-2\nReceived: 11 May 2021\nAccepted: 12 July 2021\nPublished "
        "online: 15 July 2021\nOpen access\nCheck for updates\n\nJohn Jumper1,4 ✉, Richard Evans1,4, Alexander Pritzel1,4, Tim "
        "Green1,4, Michael Figurnov1,4,\nOlaf Ronneberger1,4, Kathryn Tunyasuvunakool1,4, Russ Bates1,4 & Demis Hassabis1,4 "
        "✉\n\nProteins are essential to life, and understanding their structure can facilitate a\nmechanistic understanding of "
        "their function. Through an enormous experimental\neffort1–4, the structures of around 100,000 unique proteins have "
        "been determined5, but\nthis represents a small fraction of the billions of known protein sequences6,7. "
        "Structural\ncoverage is bottlenecked by the months to years of painstaking effort required to\ndetermine a single "
        "protein structure.\n\nThe development of computational methods to predict three-dimensional (3D) protein "
        "structures\nfrom the protein sequence has proceeded along two complementary paths that focus on either the\nphysical "
        "interactions or the evolutionary history.\n\n1DeepMind, London, UK. 2School of Biological Sciences, Seoul National "
        "University, Seoul, South Korea.\nNature | Vol 596 | 26 August 2021 | 583\n",
        "Highly accurate protein structure prediction with AlphaFold",
        "Jumper Evans Pritzel Green Figurnov Ronneberger Tunyasuvunakool Bates Hassabis",
        "a single protein structure.",
        {"year": 2021, "doi": "10.1038/s41586-021-03819-2"},
    ),
    "a PDF of mathematics": Page(
        "THE PRIMES CONTAIN ARBITRARILY LONG ARITHMETIC\nPROGRESSIONS\n\nBEN GREEN AND TERENCE TAO\n\nAbstract. We prove that "
        "there are arbitrarily long arithmetic progressions of primes.\nThere are three major ingredients. The first is "
        "Szemerédi's theorem, which asserts that\nany subset of the integers of positive density contains progressions of "
        "arbitrary length.\n\n1. Introduction\nIt is a well-known conjecture that there are arbitrarily long arithmetic "
        "progressions of prime numbers.\n",
        "THE PRIMES CONTAIN ARBITRARILY LONG ARITHMETIC PROGRESSIONS",
        "GREEN TAO",
        "of arbitrary length.",
        {},
    ),
    "a working paper below its cover": Page(
        "NBER WORKING PAPER SERIES\n\nTHE COLONIAL ORIGINS OF COMPARATIVE DEVELOPMENT:\nAN EMPIRICAL INVESTIGATION\n\nDaron "
        "Acemoglu\nSimon Johnson\nJames A. Robinson\n\nWorking Paper 7771\nhttp://www.nber.org/papers/w7771\n\nNATIONAL BUREAU "
        "OF ECONOMIC RESEARCH\n1050 Massachusetts Avenue\nCambridge, MA 02138\nJune 2000\n\nThe views expressed herein are "
        "those of the authors and not necessarily those of the National Bureau of Economic Research.\n\n© 2000 by Daron "
        "Acemoglu, Simon Johnson, and James A. Robinson. All rights reserved.\nThe Colonial Origins of Comparative "
        "Development: An Empirical Investigation\nDaron Acemoglu, Simon Johnson and James A. Robinson\nNBER Working Paper No. "
        "7771\nJune 2000\nJEL No. O11, P16, P51\n\nABSTRACT\n\nWe exploit differences in the mortality rates faced by European "
        "colonialists to estimate the effect of\ninstitutions on economic performance. Our argument is that Europeans adopted "
        "very different colonization\npolicies in different colonies, with different associated institutions.\n\nDaron "
        "Acemoglu\nDepartment of Economics\nMIT\n",
        "THE COLONIAL ORIGINS OF COMPARATIVE DEVELOPMENT: AN EMPIRICAL INVESTIGATION",
        "Acemoglu Johnson Robinson",
        "associated institutions.",
        {"year": 2000},
    ),
    "the title page of a thesis": Page(
        "Architectural Styles and the Design of Network-based Software Architectures\n\nby\n\nRoy Thomas "
        "Fielding\n\nDISSERTATION\n\nsubmitted in partial satisfaction of the requirements for the degree of\n\nDOCTOR OF "
        "PHILOSOPHY\n\nin Information and Computer Science\n\nUNIVERSITY OF CALIFORNIA, IRVINE\n\nDissertation "
        "Committee:\nProfessor Richard N. Taylor, Chair\nProfessor Mark S. Ackerman\nProfessor David S. "
        "Rosenblum\n\n2000\n\nABSTRACT OF THE DISSERTATION\n\nArchitectural Styles and the Design of Network-based Software "
        "Architectures\n\nby\n\nRoy Thomas Fielding\n\nDoctor of Philosophy in Information and Computer Science\nUniversity of "
        "California, Irvine, 2000\nProfessor Richard N. Taylor, Chair\n\nThe World Wide Web has succeeded in large part "
        "because its software architecture has been designed to meet the needs of an Internet-scale distributed hypermedia "
        "system.\n",
        "Architectural Styles and the Design of Network-based Software Architectures",
        "Fielding",
        "",
        {"year": 2000},
    ),
    "a PDF of Springer": Page(
        "Mach Learn (2006) 63: 3–42\nDOI 10.1007/s10994-006-6226-1\n\nExtremely randomized trees\n\nPierre Geurts · Damien "
        "Ernst · Louis Wehenkel\n\nReceived: 14 June 2005 / Revised: 29 October 2005 / Accepted: 15 November 2005 / Published "
        "online: 2 March 2006\nSpringer Science + Business Media, Inc. 2006\n\nAbstract This paper proposes a new tree-based "
        "ensemble method for supervised classification\nand regression problems. It essentially consists of randomizing "
        "strongly both attribute and\ncut-point choice while splitting a tree node.\n\nKeywords Supervised learning · Decision "
        "and regression trees · Ensemble methods\n\n1. Introduction\nIn this paper we propose a new tree induction algorithm.\n",
        "Extremely randomized trees",
        "Geurts Ernst Wehenkel",
        "splitting a tree node.",
        {"year": 2006, "volume": "63", "pages": "3–42", "doi": "10.1007/s10994-006-6226-1"},
    ),
    "a PDF of physics": Page(
        "PRL 116, 061102 (2016)\n\nSelected for a Viewpoint in Physics\nPHYSICAL REVIEW LETTERS\n\nweek ending\n12 FEBRUARY "
        "2016\n\nObservation of Gravitational Waves from a Binary Black Hole Merger\nB. P. Abbott et al.*\n(LIGO Scientific "
        "Collaboration and Virgo Collaboration)\n(Received 21 January 2016; published 11 February 2016)\nOn September 14, 2015 "
        "at 09:50:45 UTC the two detectors of the Laser Interferometer Gravitational-Wave\nObservatory simultaneously observed "
        "a transient gravitational-wave signal. The signal sweeps upwards in\nfrequency from 35 to 250 Hz with a peak "
        "gravitational-wave strain of 1.0 × 10−21.\nDOI: 10.1103/PhysRevLett.116.061102\nI. INTRODUCTION\nIn 1916, the year "
        "after the final formulation of the field equations of general relativity, Albert Einstein\npredicted the existence of "
        "gravitational waves.\n",
        "Observation of Gravitational Waves from a Binary Black Hole Merger",
        "Abbott",
        "1.0 × 10−21.",
        {"year": 2016, "volume": "116", "doi": "10.1103/physrevlett.116.061102"},
    ),
    "Markdown of MinerU, with marks of footnotes in formulas": Page(
        "# Deep Residual Learning for Image Recognition\n\nKaiming He $^{1*}$ , Xiangyu Zhang $^{2}$ , Shaoqing Ren $^{1,2}$ "
        "and Jian Sun $^{\\dagger}$\n\n$^{1}$ Microsoft Research, Beijing, China\n\n{kahe, v-xiangz, v-shren, "
        "jiansun}@microsoft.com\n\n# Abstract\n\nDeeper neural networks are more difficult to train. We present a residual "
        "learning framework to ease the training of networks that are substantially deeper than those used previously.\n\n# 1. "
        "Introduction\n\nDeep convolutional neural networks have led to a series of breakthroughs.\n",
        "Deep Residual Learning for Image Recognition",
        "He Zhang Ren Sun",
        "used previously.",
        {},
    ),
    "Markdown with bold and raised marks": Page(
        "## **Adam: A Method for Stochastic Optimization**\n\n**Diederik P. Kingma**<sup>1,2</sup>, **Jimmy Lei "
        "Ba**<sup>3</sup>\n\n<!-- image -->\n\n<sup>1</sup>University of Amsterdam, <sup>2</sup>OpenAI, <sup>3</sup>University "
        "of Toronto\n\n**Abstract**\n\nWe introduce Adam, an algorithm for first-order gradient-based optimization of "
        "stochastic objective functions, based on adaptive estimates of lower-order moments.\n\n## **1 "
        "Introduction**\n\nStochastic gradient-based optimization is of core practical importance.\n",
        "Adam: A Method for Stochastic Optimization",
        "Kingma Ba",
        "lower-order moments.",
        {},
    ),
    "HAL's cover": Page(
        "HAL Id: hal-00766047\nhttps://hal.science/hal-00766047\nSubmitted on 17 Dec 2012\n\nHAL is a multi-disciplinary open "
        "access archive for the deposit and dissemination of scientific research documents.\n\nScikit-learn: Machine Learning "
        "in Python\nFabian Pedregosa, Gaël Varoquaux, Alexandre Gramfort\n\nTo cite this version:\nFabian Pedregosa, Gaël "
        "Varoquaux, Alexandre Gramfort. Scikit-learn: Machine Learning in Python. Journal of Machine Learning Research, 2011, "
        "12, pp.2825-2830. ⟨hal-00650905v2⟩\n\nJournal of Machine Learning Research 12 (2011) 2825-2830\n\nScikit-learn: "
        "Machine Learning in Python\nFabian Pedregosa\nGaël Varoquaux\nAlexandre Gramfort\nParietal, INRIA "
        "Saclay\n\nAbstract\nScikit-learn is a Python module integrating a wide range of state-of-the-art machine learning "
        "algorithms for medium-scale supervised and unsupervised problems.\nKeywords: Python, supervised learning\n\n1. "
        "Introduction\nThe Python programming language is establishing itself.\n",
        "Scikit-learn: Machine Learning in Python",
        "Pedregosa Varoquaux Gramfort",
        "unsupervised problems.",
        {"year": 2011},
    ),
    "arXiv's stamp upright beside the page": Page(
        "4\n1\n0\n2\n\nc\ne\nD\n2\n2\n\n]\n\nG\nL\n.\ns\nc\n[\n\n1\nv\n0\n8\n9\n6\n.\n2\n1\n4\n1\n:\nv\ni\nX\nr\na\n\nAdam: A "
        "Method for Stochastic Optimization\n\nDiederik P. Kingma\nUniversity of Amsterdam, "
        "OpenAI\ndpkingma@openai.com\n\nJimmy Lei Ba\nUniversity of Toronto\njimmy@psi.utoronto.ca\n\nAbstract\n\nWe introduce "
        "Adam, an algorithm for first-order gradient-based optimization of stochastic objective functions, based on adaptive "
        "estimates of lower-order moments.\n\n1 Introduction\n\nStochastic gradient-based optimization is of core practical "
        "importance.\n",
        "Adam: A Method for Stochastic Optimization",
        "Kingma Ba",
        "lower-order moments.",
        {"arxiv": "1412.6980"},
    ),
    "a manuscript with numbers of lines": Page(
        "## 1 **Attention Is All You Need**\n\n- 2 Ashish Vaswani[1] *, Noam Shazeer[1] , Niki Parmar[2] , Jakob\n\n"
        "- 3 Uszkoreit[2] , Llion Jones[2]\n\n"
        "- 4\n\n- 5 1 Google Brain, Mountain View, USA\n\n- 6 2 Google Research, Mountain View, USA\n\n- 7\n\n## **ABSTRACT**\n\n"
        "- 8 The dominant sequence transduction models are based on complex recurrent or\n\n- 9 convolutional neural networks that include "
        "an encoder and a decoder. The best\n\n- 10 performing models also connect the encoder and decoder through an attention\n\n"
        "- 11 mechanism. We propose a new simple network architecture, the Transformer,\n\n- 12 based solely on attention mechanisms, "
        "dispensing with recurrence entirely.\n\n## **Introduction**\n\n- 13 Recurrent neural networks have been firmly\n\n"
        "- 14 established as state of the art approaches in sequence modeling.\n",
        "Attention Is All You Need",
        "Vaswani Shazeer Parmar Uszkoreit Jones",
        "with recurrence entirely.",
        {},
    ),
    "letters glued to names": Page(
        "Adaptive Subgradient Methods\nJohn Duchia,*, Elad Hazanb, Yoram Singerc\naUniversity of California, Berkeley, USA\n"
        "bTechnion, Haifa, Israel\ncGoogle, Mountain View, USA\nAbstract\nWe present a new family of subgradient methods that dynamically "
        "incorporate knowledge of the geometry of the data observed in earlier iterations.\n1 Introduction\nIn many applications.",
        "Adaptive Subgradient Methods",
        "Duchi Hazan Singer",
        "iterations.",
        {},
    ),
    "who did what, as PLOS tells": Page(
        "Why Most Published Research Findings Are False\n\n  • John P. A. Ioannidis,\n\n    Roles Conceptualization, Writing – original "
        "draft\n\n    Affiliation Department of Hygiene and Epidemiology, University of Ioannina School of Medicine, Ioannina, Greece\n\n"
        "Abstract\n\nThere is increasing concern that most current published research findings are false. The probability that a research "
        "claim is true may depend on study power and bias.\n\nIntroduction\n\nPublished research findings are sometimes refuted.",
        "Why Most Published Research Findings Are False",
        "Ioannidis",
        "bias.",
        {},
    ),
    "items of a list, with places in parentheses": Page(
        "Long Short-Term Memory\n\n  • Sepp Hochreiter (Technical University of Munich) ;\n  • Jürgen Schmidhuber (IDSIA Institute, "
        "Lugano)\n"
        "  • Received : 1995.08.18\n  • Accepted : 1997.02.10\n  • Published : 1997.11.15\n\nAbstract\n\nLearning to store information "
        "over "
        "extended time intervals by recurrent backpropagation takes a very long time, mostly because of insufficient error backflow.\n\n"
        "1 Introduction\n\nRecurrent networks can in principle use their feedback connections.",
        "Long Short-Term Memory",
        "Hochreiter Schmidhuber",
        "backflow.",
        {"year": 1997},
    ),
    "a conference in the head of the page": Page(
        "Published as a conference paper at ICLR 2015\n\nADAM: A METHOD FOR STOCHASTIC OPTIMIZATION\n\nDiederik P. Kingma*\nUniversity of "
        "Amsterdam, OpenAI\nJimmy Lei Ba*\nUniversity of Toronto\n\nABSTRACT\n\nWe introduce Adam, an algorithm for first-order "
        "gradient-based "
        "optimization of stochastic objective functions, based on adaptive estimates of lower-order moments.\n\n1 "
        "INTRODUCTION\n\nStochastic.",
        "ADAM: A METHOD FOR STOCHASTIC OPTIMIZATION",
        "Kingma Ba",
        "moments.",
        {"year": 2015, "venue": "ICLR"},
    ),
    "the abstract above the title": Page(
        "Abstract\n\nWe exploit differences in the mortality rates faced by European colonialists to estimate the effect of "
        "institutions on "
        "economic performance. Our argument is that Europeans adopted very different colonization policies in different colonies, with "
        "different associated institutions.\n\nThe Colonial Origins of Comparative Development\n\nDaron Acemoglu\nMassachusetts Institute "
        "of Technology\n\nJames A. Robinson*\nHarvard University, United States\n\nJEL Classification: O11, P16\n\n"
        "1 Introduction\n\nWhat are the fundamental causes of the large differences in income per capita across countries?",
        "The Colonial Origins of Comparative Development",
        "Acemoglu Robinson",
        "institutions.",
        {},
    ),
    "places below single names": Page(
        "Using expm in packages\nChristophe Dutang\nENSIMAG, Grenoble INP\nVincent Goulet\nÉcole d’actuariat, Université Laval\nJan. "
        "2008\n\n"
        "1 Introduction\n\nThe expm package provides an R function to compute the matrix exponential of a real, square matrix.",
        "Using expm in packages",
        "Dutang Goulet",
        "",
        {},
    ),
    "a place by its letters, a title that goes on": Page(
        "Constant Partying: Growing and Handling Trees\nwith Constant Fits\nUIBK\nUniversity of Innsbruck\n\nTorsten Hothorn, Achim "
        "Zeileis\n"
        "Abstract\nThis vignette describes infrastructure for regression and classification trees with simple constant fits in each of the "
        "terminal nodes.\n1 Introduction\nThe package.",
        "Constant Partying: Growing and Handling Trees with Constant Fits",
        "Hothorn Zeileis",
        "nodes.",
        {},
    ),
    "name, place and mail in one line": Page(
        "SpotServe: Serving Generative Large Language Models on Preemptible Instances\n\nXupeng Miao[∗] Carnegie Mellon University "
        "Pittsburgh, "
        "PA, USA xupeng@cmu.edu\n\nZhihao Jia Carnegie Mellon University Pittsburgh, PA, USA zhihao@cmu.edu\n\nAbstract\n\nThe high "
        "computational and memory requirements of generative large language models make it challenging to serve them cheaply.\n\n"
        "1 Introduction\n\nLarge language models have demonstrated remarkable capabilities.",
        "SpotServe: Serving Generative Large Language Models on Preemptible Instances",
        "Miao Jia",
        "cheaply.",
        {},
    ),
    "a stamp on its side below an address's number": Page(
        "Contact Models in Robotics\nQuentin Le Lidec1,†, Wilson Jallet1,2, and Justin Carpentier1\n\n1\n\n"
        + "\n".join("4202luJ12]OR.sc[3v27360.4032:viXra")
        + "\n\nAbstract—Physics simulation is ubiquitous in robotics. Whether in model-based approaches or model-free algorithms, physics "
        "simulators are a central component.\n\nI. INTRODUCTION\n\nSimulation is a fundamental tool.",
        "Contact Models in Robotics",
        "Le_Lidec Jallet Carpentier",
        "component.",
        {"year": 2024, "arxiv": "2304.06372"},
    ),
    "names that an icon parts": Page(
        "Imaging the Sun’s near-surface flows using mode-coupling analysis\n\nPrasad Mani\n\n,1 Chris S. Hanson ,2 and Shravan Hanasoge\n\n"
        "1, 2\n\n1Department of Astronomy and Astrophysics, Tata Institute of Fundamental Research, Mumbai, India\n\nABSTRACT\n\nThe "
        "technique of normal-mode coupling is a powerful tool with which to seismically image phenomena in the Sun.\n\n1. INTRODUCTION\n\n"
        "Helioseismology is the study of the Sun’s internal structure.",
        "Imaging the Sun’s near-surface flows using mode-coupling analysis",
        "Mani Hanson Hanasoge",
        "Sun.",
        {},
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_first_page_is_read(name: str) -> None:
    page = PAGES[name]
    (paper,) = cat = pc.parse(page.text)
    assert cat.inputs[0].format == "article"
    assert paper.title == page.title
    assert [author.family for author in paper.authors] == [family.replace("_", " ") for family in page.families.split()]
    assert (paper.abstract or "").endswith(page.ends)
    assert bool(paper.abstract) == bool(page.ends)
    assert {field: getattr(paper, field) for field in page.fields} == page.fields


@pytest.mark.parametrize("name", PAGES)
def test_every_character_of_it_is_accounted_for(name: str) -> None:
    cat = pc.parse(PAGES[name].text)
    assert sum(span.end - span.start for span in cat.receipt()) == len(PAGES[name].text)
    assert not [issue for issue in cat.issues if issue.code == "text-unread"]


NO_PAPERS = {
    "a grant of KAKEN": "世界で最小の同期プロトコルの開発と多次元アレイへの応用\n研究課題\n研究課題/領域番号 21500023\n研究種目\n"
    "基盤研究(C)\n"
    "研究機関大阪電気通信大学\n研究代表者\n梅尾 博司  大阪電気通信大学, 情報通信工学部, 教授\n研究期間 (年度) 2009-2011\n"
    "キーワード\nオートマトン理論・形式言語理論 / アルゴリズム理論 / セルオートマトン\n",
    "metadata of a package": "Metadata-Version: 2.1\nName: papercat\nVersion: 1.0\nSummary: Read messy metadata\nAuthor: Meg Tong\n"
    "License: MIT\n\nAbstract\n" + "A library that reads messy metadata of papers in many formats. " * 5,
    "a notice of rights": "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: Linux-PAM\n"
    "Source: https://github.com/linux-pam/linux-pam/releases\n\nCopyright (C) 1999 Ben Collins <bcollins@debian.org>\n"
    " Copyright (C) 2005 Darren Tucker\n 1. Redistributions of source code must retain any existing copyright\n    notice, and this "
    "entire permission notice in its entirety,\n    including the disclaimer of warranties.\n 2. Redistributions in binary form must "
    "reproduce all prior and current copyright\n    notices, this list of conditions, and the following disclaimer in the documentation.\n",
    "a letter to a list": "Re: [webkit-dev] CMake as a build system?\nBradley Nelson\nMon, 19 Apr 2010 22:38:30 -0700\n\nHere's the "
    "innards of an email with a laundry list of stuff I came up with\na while back.\n\n1. Ability to incrementally transition on "
    "Windows. It took us about 6 months\n"
    + "to switch fully to gyp. Previous attempts to move to scons had taken a long time and failed.\n"
    * 5,
    "numbered references": "Publications\n1. Ashish Vaswani, Noam Shazeer. Attention Is All You Need. NeurIPS, 2017.\n2. Diederik P. "
    "Kingma and Jimmy Ba. Adam: A Method for Stochastic Optimization. ICLR, 2015.\n3. Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun. "
    "Deep Residual Learning for Image Recognition. CVPR, 2016.\n",
}


@pytest.mark.parametrize("name", NO_PAPERS)
def test_what_is_no_paper(name: str) -> None:
    assert article.sniff(Document("a.txt", NO_PAPERS[name])) == 0.0


@pytest.mark.parametrize("line", ["ORIGINAL ARTICLE", "Review", "Artículo original", "论著", "Научная статья", "Short Communication"])
def test_types_of_articles(line: str) -> None:
    assert is_type(line)


@pytest.mark.parametrize(
    "line",
    [
        "Preprint submitted to Elsevier 14 January 2021",
        "Contents lists available at ScienceDirect",
        "Under review as a conference paper at ICLR 2015",
        "bioRxiv preprint doi: https://doi.org/10.1101/678672",
        "Stable URL: https://www.jstor.org/stable/1879431",
        "SEE PROFILE",
    ],
)
def test_lines_that_publishers_add(line: str) -> None:
    assert is_running(line)


@pytest.mark.parametrize("line", ["Deep Residual Learning for Image Recognition", "Reviewing the Evidence on Citations", "Open Problems"])
def test_titles_are_no_such_lines(line: str) -> None:
    assert not is_type(line)
    assert not is_running(line)


def test_a_page_about_theses_is_none() -> None:
    text = "How to submit a thesis\n\nWrite to the graduate school before May.\n"
    assert find_thesis(text, split_lines(text)) is None


MARKS = [
    "# ",
    "**",
    "<sup>",
    "</sup>",
    "<!-- image -->",
    "<!--",
    "-->",
    "$^{1}$",
    "$^{",
    "}",
    "$",
    "![](a.png)",
    "![",
    "](",
    "<span id='a'>",
]


@given(st.lists(st.sampled_from([*MARKS, "Kaiming He", "Abstract", "\n"]) | st.text(max_size=20), max_size=20).map("".join))
def test_undressing_keeps_every_place(text: str) -> None:
    undressed = bare(Document("a.md", text)).text
    assert len(undressed) == len(text)
    assert [i for i, sign in enumerate(text) if sign == "\n"] == [i for i, sign in enumerate(undressed) if sign == "\n"]
    cat = pc.parse(text, format="article")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)


@pytest.mark.parametrize("mark", MARKS)
def test_marks_without_end_are_read(mark: str) -> None:
    text = f"# Deep Residual Learning\n\nKaiming He $^{{1}}$\n{mark * 30_000}\n# Abstract\n\nDeeper networks are more difficult to train.\n"
    document = Document("a.md", text)
    assert len(bare(document).text) == len(text)
    assert article.sniff(document) >= 0.0


@pytest.mark.parametrize("run", ["9", "9 ", "9,", "9, ", "∗", " a", "1 a, ", "¹"])
def test_signs_without_end_behind_a_name_are_read(run: str) -> None:
    assert article.sniff(Document("a.txt", f"Deep Residual Learning\nKaiming He{run * 5_000}\nAbstract\nDeeper networks.\n")) >= 0.0
