"""`python -m groundrules`, for where no script is installed."""

import sys

from groundrules.faces.cli import main

if __name__ == "__main__":
    sys.exit(main())
