"""After a forged mail: touch nothing, look at the real place, report."""

from __future__ import annotations

from collections.abc import Iterator

from okawari.domain.advice.scene import Scene
from okawari.domain.phrase import phrase
from okawari.domain.plan import Step


def after_phishing(scene: Scene) -> Iterator[Step]:
    """Yield the steps after a mail that was taken for phishing; none of them is about money coming back."""
    yield Step(code="do_not_open", text=phrase("steps.do_not_open"), rule="PHI-AMZ-04")
    yield Step(
        code="check_history", text=phrase("steps.check_history_after_phishing", place=scene.place), rule="PHI-AMZ-03"
    )
    if scene.merchant and scene.merchant.report_to:
        report = phrase("steps.report_phishing_to_shop", shop=scene.shop, address=scene.merchant.report_to)
        yield Step(code="report_to_shop", text=report, rule="PHI-AMZ-05" if scene.merchant.id == "amazon_jp" else None)
    yield Step(code="report_phishing", text=phrase("steps.report_phishing"), rule="PHI-REP-01")
    yield Step(code="if_entered", text=phrase("steps.if_entered"), rule="PHI-AFTER-01")
