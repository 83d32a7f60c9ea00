"""Cycles are looked for seldom while much is read, and everywhere again afterwards."""

import gc

from okawari.services.processes import WORTH_PROCESSES, Processes


def test_what_was_there_before_is_passed_over_until_the_processes_end(monkeypatch):
    monkeypatch.setattr("okawari.services.processes._cores", lambda: 2)
    before = gc.get_freeze_count()
    with Processes() as processes:
        assert processes.expect(WORTH_PROCESSES)
        assert gc.get_freeze_count() > before
        assert processes.do(gc.get_threshold).result()[0] == 200_000
    assert gc.get_freeze_count() == 0
