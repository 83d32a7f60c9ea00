"""Parting the mails of an mbox."""

import io
import mailbox
from email import message_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.mail import mbox
from okawari.reading.mail.mbox import split_mbox, starts_mbox

POSTMARK = b"From 1850000000@xxx Mon Nov 23 09:00:00 +0900 2026\n"


def mails(content, **limits):
    return [mail.raw for mail in split_mbox(io.BytesIO(content), **limits)]


def written(*bodies):
    return b"".join(POSTMARK + b"Subject: " + b"%d" % i + b"\n\n" + body + b"\n\n" for i, body in enumerate(bodies))


def test_mails_come_one_by_one_without_their_postmark():
    assert mails(written(b"one", b"two")) == [b"Subject: 0\n\none\n", b"Subject: 1\n\ntwo\n\n"]


@pytest.mark.parametrize(
    "postmark",
    [
        b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        b"From - Mon Nov 23 09:00:00 2026",
        b"From ???@??? Mon Nov 23 09:00:00 2026",
        b"From hanako@example.jp Mon Nov 23 09:00 JST 2026",
    ],
)
def test_postmarks_of_other_programs_are_known(postmark):
    content = written(b"one") + postmark + b"\nSubject: x\n\ntwo\n"
    assert starts_mbox(postmark + b"\nSubject: x\n\ntwo\n")
    assert mails(content)[1] == b"Subject: x\n\ntwo\n"


def test_a_sentence_that_starts_with_from_parts_nothing():
    body = b"Meet me.\n\nFrom here it is 5 minutes.\n\nFrom 9:30 on we are open.\nSee you!"
    assert len(mails(written(body, b"two"))) == 2
    assert not starts_mbox(b"From here it is 5 minutes.\nX: y\n")


def test_mails_without_a_blank_line_between_them_are_parted():
    assert mails(POSTMARK + b"Subject: 1\n\none\n" + POSTMARK + b"Subject: 2\n\ntwo\n") == [
        b"Subject: 1\n\none",
        b"Subject: 2\n\ntwo\n",
    ]


def test_quoted_from_lines_are_unquoted():
    assert b"\nFrom the shop\n>From afar\n" in mails(written(b"x\n>From the shop\n>>From afar\n"))[0]


def test_line_ends_of_windows_are_kept():
    content = written(b"one", b"two").replace(b"\n", b"\r\n")
    assert mails(content) == [b"Subject: 0\r\n\r\none\r\n", b"Subject: 1\r\n\r\ntwo\r\n\r\n"]


def test_a_file_without_postmarks_is_one_mail():
    assert mails(b"Subject: x\n\ntext\n") == [b"Subject: x\n\ntext\n"]


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n\r\n", POSTMARK])
def test_a_file_without_text_holds_no_mail(content):
    assert mails(content) == []


def test_a_mail_beyond_the_limit_is_cut_and_the_next_one_whole(monkeypatch):
    monkeypatch.setattr(mbox, "CHUNK_BYTES", 4096)
    found = list(split_mbox(io.BytesIO(written(b"a", b"x" * 100_000, b"b")), limit=10_000))
    assert [mail.cut for mail in found] == [False, True, False]
    assert len(found[1].raw) <= 10_000
    assert found[2].raw == b"Subject: 2\n\nb\n\n"


@given(
    st.lists(
        st.lists(
            st.sampled_from([b"text", b"", b"From me", b"From me at 9:30", b">From x", b"Name: value", b"x" * 50]),
            max_size=6,
        ).map(b"\n".join),
        min_size=1,
        max_size=5,
    ),
    st.integers(40, 400),
)
def test_wherever_the_chunks_end_the_mails_are_the_same(bodies, chunk):
    content = written(*bodies)
    whole = mails(content)
    default = mbox.CHUNK_BYTES, mbox.LOOKAHEAD_BYTES
    mbox.CHUNK_BYTES, mbox.LOOKAHEAD_BYTES = chunk, 150
    try:
        assert mails(content) == whole
    finally:
        mbox.CHUNK_BYTES, mbox.LOOKAHEAD_BYTES = default


def test_the_standard_library_finds_the_same_mails(tmp_path):
    path = tmp_path / "written.mbox"
    box = mailbox.mbox(path)
    for number in range(20):
        mail = mailbox.mboxMessage(message_from_bytes(b"Subject: %d\n\nText\nFrom me\n\nFrom you\n" % number))
        mail.set_from("hanako@example.jp", True)
        box.add(mail)
    box.close()
    with path.open("rb") as stream:
        assert [message_from_bytes(mail.raw)["Subject"] for mail in split_mbox(stream)] == [str(n) for n in range(20)]
