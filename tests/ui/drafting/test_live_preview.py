from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import reviewed
from dialogue_desk.ui.drafting.live_preview import LivePreview
from tests.domain.guides.documents import document


def test_of_quick_changes_only_the_last_is_told(context, qtbot):
    first = reviewed(document("# A Night", "## Talk (10 min)", "Open the door.", "Light the candle."), "")
    live, made = LivePreview(context, context.toast), []
    live.made.connect(made.append)
    for meaning in (Meaning.SAY, Meaning.ASK, Meaning.PART):
        live.make(first.with_meaning([2], meaning))
    qtbot.waitUntil(lambda: not context.worker.busy())
    assert [len(preview.draft.sessions[0].parts) for preview in made] == [2]
    live.make(first)
    qtbot.waitUntil(lambda: len(made) == 2)
    assert len(made[1].draft.sessions[0].parts) == 1
