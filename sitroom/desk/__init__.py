"""The desk: the whole program as a Python API, and its only orchestration.

One rule: everything here delegates; what the desk adds is the order of things and what is kept when.

    with Desk.open("story.db") as desk:
        desk.add(["coverage/"])
        desk.build()
        print(desk.record().events)
"""

from sitroom.desk.building import BuildReport, Progress
from sitroom.desk.desk import Desk
from sitroom.desk.intake import AddReport
from sitroom.desk.judging import Clock

__all__ = ["AddReport", "BuildReport", "Clock", "Desk", "Progress"]
