"""Read broken mails, and note what crashes, takes too long, or says what no catalogue can say."""

import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from okawari.contract.read import message
from okawari.domain.judge import Trust
from okawari.i18n import text
from okawari.reading.mail.parse import parse_mail
from okawari.services.read import understand
from tests.reading.fuzz.mutators import mutate

TOO_LONG_S = 1.0


@dataclass
class Outcome:
    """How many mails were read, the slowest (CPU seconds, number), and the numbers of those that went wrong."""

    read: int = 0
    slowest: list[tuple[float, int]] = field(default_factory=list)
    crashed: dict[int, str] = field(default_factory=dict)

    def too_long(self) -> list[tuple[float, int]]:
        return [(took, number) for took, number in self.slowest if took > TOO_LONG_S]


def mutated(samples: Sequence[bytes], number: int) -> bytes:
    """Return the mail with this number: the same for the same samples, on every machine."""
    random = Random(number)
    return mutate(samples[number % len(samples)], random)


def read_mutated(samples: Sequence[bytes], start: int, count: int) -> Outcome:
    """Read the mails `start` to `start + count`, the whole way to the document that `okawari read` prints."""
    outcome = Outcome()
    for number in range(start, start + count):
        raw = mutated(samples, number)
        begun = time.process_time()
        try:
            _read(raw)
        except Exception:  # noqa: BLE001 - whatever is raised is a finding
            outcome.crashed[number] = traceback.format_exc(limit=-4)
        took = time.process_time() - begun
        outcome.read += 1
        outcome.slowest = sorted([*outcome.slowest, (took, number)], reverse=True)[:10]
    return outcome


def _read(raw: bytes) -> None:
    mail = parse_mail(raw, "fuzz.eml")
    assert mail.date is None or mail.date.tzinfo is not None
    for read in (mail.text, mail.html_text, mail.subject, mail.from_.display, mail.from_.address):
        read.encode("utf-8")
        assert "\0" not in read
    assert not {"\n", "\r"} & set(mail.subject + mail.from_.display + mail.from_.address)
    for problem in mail.problems:
        text(f"problems.{problem.code}", "ja").format(where=problem.where, detail=problem.detail)
    message(understand(mail, Trust()), "ja")
