from tests.ui.conftest import pulse, room, run_page, said, session_id

__all__ = ["pulse", "room", "run_page", "said", "session_id"]
