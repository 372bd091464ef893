"""`python -m cmc_desk` is `cmc-desk`."""

import sys

from cmc_desk.cli import main

if __name__ == "__main__":
    sys.exit(main())
