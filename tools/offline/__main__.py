"""Starts the installer, or says what this Python lacks.

It is read by whichever Python a laptop has, so nothing newer than Python 2.7 stands here.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Dialogue Desk needs Python 3.11 or newer, and this is Python {0}.{1}.\n"
        "Install a newer one from python.org beside it (no administrator is needed), and start again.\n\n"
        "Dialogue Desk necesita Python 3.11 o posterior, y este es Python {0}.{1}.\n"
        "Instale uno reciente de python.org junto a este (sin administrador) y empiece de nuevo.".format(
            *sys.version_info[:2]
        )
    )

if __name__ == "__main__":
    from tools.offline.install import main

    sys.exit(main(sys.argv[1:]))
