"""Another window, in a program of its own: holds a desk file, and writes a circle for each line it hears."""

import sys
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from tools.manual_clock import ManualClock

desk = Desk(DeskFile(Path(sys.argv[1])), ManualClock(1_773_356_400_000), RandomIds(5))
sys.stdout.write("held\n")
sys.stdout.flush()
for code in sys.stdin:
    desk.add(NO_OWNER, Circle(code.strip(), "Eastside Library"))
    sys.stdout.write("written\n")
    sys.stdout.flush()
desk.file.close()
