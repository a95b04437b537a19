"""Text whose bytes were read with the wrong codec: which one, what the bytes were, what lost ones can have been."""
