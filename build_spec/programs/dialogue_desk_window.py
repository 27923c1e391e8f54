"""The program with the window, as a build starts it."""

import sys

from dialogue_desk.app import main

if __name__ == "__main__":
    sys.exit(main())
