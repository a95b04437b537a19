"""Pure functions from text to text: decoding, repair, cleaning, folding. Nothing here knows what a paper is."""
