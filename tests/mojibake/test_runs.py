"""Runs in which no sequence can begin are weighed without being cut: pinned to the cutting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.mojibake.runs import weigh
from papercat.mojibake.sequences import CODECS, codec_table, leads, sequences


@pytest.mark.parametrize("codec", CODECS)
@given(st.text(st.characters(min_codepoint=0x80), max_size=20), st.booleans())
def test_without_a_lead_byte_no_run_is_cut(codec: str, run: str, controls: bool) -> None:  # noqa: FBT001  as hypothesis gives it
    cut = list(sequences(run, codec_table(codec), codec, controls=controls))
    assert cut == [(char, 1) for char in run] or not leads(codec).isdisjoint(run)


@pytest.mark.parametrize("codec", CODECS)
def test_what_begins_a_letter_is_a_lead(codec: str) -> None:
    table = codec_table(codec)
    signs = {byte: char for char, byte in reversed(table.items())}
    for letter in "öłшก’":
        data = [signs.get(byte, "") for byte in letter.encode("utf-8")]
        if all(data):
            assert data[0] in leads(codec)
            assert not leads(codec).intersection(data[1:])


def test_a_sentence_of_another_script_speaks_against_every_codec() -> None:
    assert all(bits == -15 for codec, bits in weigh("基于深度的") if leads(codec).isdisjoint("基于深度的"))
