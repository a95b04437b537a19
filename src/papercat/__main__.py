"""Run the command as `python -m papercat`."""

import sys

from papercat.cli import main

sys.exit(main())
