"""Why a file could not be read or written is said in whole sentences, never in the system's words."""

import errno
import os

import pytest

from dialogue_desk.exchange.file_trouble import unread_because, unwritten_because
from dialogue_desk.words import Words

NUMBERS = [
    *(errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG, errno.EIO),
    None,
]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("because", [unread_because, unwritten_because])
def test_each_reason_is_a_sentence_that_says_what_to_do(because, number):
    error = OSError("odd") if number is None else OSError(number, os.strerror(number), "a file")
    said = because(error, Words())
    assert said[0].isupper() and said.endswith(".") and "rrno" not in said
    assert number is None or os.strerror(number) not in said
