"""The command line, as a build starts it."""

import sys

from dialogue_desk.__main__ import run_command

if __name__ == "__main__":
    sys.exit(run_command())
