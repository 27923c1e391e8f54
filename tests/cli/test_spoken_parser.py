"""What is wrong with arguments is said in whole sentences of the person's language."""

import pytest

from dialogue_desk.cli import CANNOT_BE
from dialogue_desk.cli.arguments import parser_in
from dialogue_desk.cli.spoken_parser import complaint
from dialogue_desk.words import Words
from tests.command import main

MESSAGES = {
    "the following arguments are required: --desk": "This is missing: --desk",
    "one of the arguments -a -b is required": "This is missing: -a -b",
    "unrecognized arguments: --dance now": "This is not known here: --dance now",
    "argument --paper: invalid choice: 'a5' (choose from 'letter', 'a4')": (
        "“a5” cannot be used for --paper. Choose from: letter, a4"
    ),
    "argument --paper: invalid choice: 'a5' (choose from letter, a4)": (
        "“a5” cannot be used for --paper. Choose from: letter, a4"
    ),
    "argument --desk: expected one argument": "--desk needs something after it.",
    "argument FILE: expected at least one argument": "FILE needs something after it.",
    "argument --a: not allowed with argument --b": "--a and --b cannot be used together.",
    "argument --json: ignored explicit argument 'x'": "--json takes nothing after it, so leave out “x”.",
    "ambiguous option: --se could match --session, --seal-to": (
        "“--se” can mean several options: --session, --seal-to"
    ),
    "argument --report: .pdf, .docx": "--report takes one of these: .pdf, .docx",
    "a sentence of a later Python": "These arguments cannot be understood.",
}


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.in_process
def test_each_complaint_becomes_a_sentence(message):
    assert complaint(message, Words()) == MESSAGES[message]


class Shouted(Words):
    """A language in which every sentence is in capitals, so that none that was forgotten is."""

    def tr(self, sentence, /, **places):
        return super().tr(sentence, **places).upper()


@pytest.mark.parametrize(
    "arguments", [["--help"], ["merge", "--help"], ["merge"], ["dance"], ["merge", "x", "--desk"]]
)
@pytest.mark.in_process
def test_nothing_is_left_in_the_words_of_argparse(arguments, capsys):
    with pytest.raises(SystemExit) as asked:
        parser_in(Shouted()).parse_args(arguments)
    said = "".join(capsys.readouterr())
    assert asked.value.code == (0 if "--help" in arguments else CANNOT_BE)
    for english in ("usage", "show this", "positional", "options:", "required", "choose from", "expected"):
        assert english not in said, said


def test_a_file_that_may_not_be_written_is_named_in_a_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert main(["demo", "--out", str(tmp_path / "file" / "below")]) == CANNOT_BE
    said = capsys.readouterr().err
    assert "could not be written. What was there before is still there." in said
    assert "There is a file where a folder is needed" in said and "Errno" not in said
