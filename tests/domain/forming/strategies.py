"""Made-up slips and wishes for the laws of forming circles."""

from hypothesis import strategies as st

from dialogue_desk.domain.forming.slips import OFFICERS, YOUNG, Need, Slip
from dialogue_desk.domain.forming.wish import Place, Share, Wish

TIMES = ("Monday", "Tuesday", "Saturday morning")
LANGUAGES = ("en", "es", "vi")
GROUPS = ("north", "south")


def slips(most: int = 40) -> st.SearchStrategy[list[Slip]]:
    return st.lists(
        st.builds(
            Slip,
            st.integers(1, 999),
            st.frozensets(st.sampled_from((*GROUPS, OFFICERS, YOUNG)), max_size=2),
            st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True).map(tuple),
            st.frozensets(st.sampled_from(TIMES), max_size=3),
            st.frozensets(st.sampled_from(Need), max_size=2),
            st.integers(0, 9).map(lambda chance: chance == 0),
        ),
        max_size=most,
        unique_by=lambda slip: slip.number,
    )


places = st.builds(
    Place,
    st.sampled_from(("Library", "Church", "School")),
    st.lists(st.sampled_from(TIMES), min_size=1, max_size=3, unique=True).map(tuple),
    st.integers(1, 3),
    st.sampled_from((frozenset(), frozenset({Need.STEP_FREE}))),
    st.sampled_from(("", "", "en", "es")),
)


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    smallest = draw(st.integers(1, 6))
    shares = tuple(
        Share(group, draw(st.integers(0, 2)), draw(st.one_of(st.none(), st.integers(2, 4))))
        for group in draw(st.sets(st.sampled_from((*GROUPS, OFFICERS))))
    )
    return Wish(
        tuple(draw(st.lists(places, max_size=3))),
        draw(st.one_of(st.none(), st.integers(1, 5))),
        smallest,
        smallest + draw(st.integers(0, 5)),
        shares=shares,
        facilitators=draw(st.integers(0, 2)),
    )
