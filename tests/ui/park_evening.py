"""An evening whose minutes depend on the people, with supper, tracks, and a part without a clock."""

import shutil
from pathlib import Path

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.words import Words

FILE = Path(__file__).resolve().parents[1] / "guides" / "our-park.guide.md"


def park_shelf(folder):
    """Return a shelf with this one guide, copied into a new folder in ``folder``."""
    guides = folder / "guides"
    guides.mkdir()
    shutil.copy(FILE, guides)
    return GuideShelf(guides, Words())


def begun_in_the_park(desk, shelf, *, track="youth", people=12):
    """Begin its first session at the hour of the clock, and return the session's id."""
    texts = tuple(shelf.translations("our-park").values())
    plan = shelf.guide(texts[0]).session("s1")
    now = desk.clock.now()
    draft = SessionDraft(
        texts=texts,
        plan=plan.id,
        number=1,
        start=now,
        hard_end=now + plan.minutes * MINUTE,
        people=people,
        place="Park house",
        circle=Circle("C07", "Park house"),
        title=plan.title,
        track=track,
    )
    return create_session(desk, draft)
