"""The title of a mail that lists no item: from its subject, or from the sentence that says what happened."""

from __future__ import annotations

import re

from okawari.sources.amazon_jp.kinds import Finding, has_status
from okawari.sources.amazon_jp.letter import Letter
from okawari.sources.amazon_jp.lines import order_numbers
from okawari.sources.amazon_jp.products import is_cut

_IN_SUBJECT = re.compile(r"[^:：]{2,8}[:：]\s*「(?P<title>.+)」\s*")
_IN_SENTENCE = re.compile(r"(?:商品)?「(?P<title>[^」]{4,})」(?:[（(][^）)]{1,12}[）)])?\s*(?:は|が|を|の|につ)")
_NO_TITLE = re.compile(r"注文履歴|アカウント|カスタマー|お問い合わせ|メッセージ|よくある|ヘルプ|出品者")


def named_title(letter: Letter, finding: Finding) -> str | None:
    """Return the title that the subject or the main sentence names whole; one that is cut short is not the title."""
    in_subject = _IN_SUBJECT.fullmatch(letter.subject) if has_status(letter.subject) else None
    in_sentence = _IN_SENTENCE.search(finding.wording)
    for found in (in_subject, in_sentence):
        title = found["title"].strip() if found else ""
        if title and not is_cut(title) and not order_numbers(title) and not _NO_TITLE.search(title):
            return title
    return None
