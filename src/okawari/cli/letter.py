"""A plan or a mail on the terminal, written like a letter: what happened, what to do now, then money and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from okawari.cli.wrap import wrap
from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case
from okawari.domain.happened import happened
from okawari.domain.message import MessageReading
from okawari.domain.money import total
from okawari.domain.phrase import Phrase
from okawari.domain.plan import Plan, RefundLeg, SearchLink, Step
from okawari.domain.refund.wording import look_phrase
from okawari.domain.shop_code import without_shop_code
from okawari.domain.told import is_stand_in, is_told
from okawari.i18n import formats, has, say, shown, text
from okawari.i18n.conflicts import settled_conflict
from okawari.i18n.money import candidate_text, seen_text
from okawari.i18n.problems import problem_text
from okawari.i18n.witnesses import parcel_text, use_text
from okawari.services.shops import known_merchants, shop_named

WIDTH = 84
_COLOUR = {Verdict.GENUINE: "green", Verdict.PHISHING: "bold red", Verdict.UNPROVEN: "yellow"}


def print_plan(plan: Plan, locale: str) -> None:
    """Print the letter about one case."""
    letter = _Letter(locale)
    case = plan.case
    letter.title(_name(case, locale))
    letter.line(say(happened(plan, shop_named(case.merchant)), locale), "bold")
    if case.other_orders:
        letter.line(letter.words("other_orders", orders=" ".join(case.other_orders)))
    letter.verdict(case.authenticity)
    letter.lines(_cause(plan, locale))
    letter.steps(plan)
    letter.money(plan.refunds)
    letter.section("deadlines", (f"{letter.day(d.on)}  {text(f'deadlines.{d.what}', locale)}" for d in plan.deadlines))
    letter.phrases("unknowns", plan.unknowns)
    letter.phrases("lost", plan.lost)
    letter.phrases("unaffected", plan.unaffected)
    letter.section("problems", (words for problem in case.problems if (words := problem_text(problem, locale))))
    letter.links("elsewhere", plan.elsewhere)
    letter.section("timeline", _timeline(case, letter))
    letter.section("conflicts", (settled_conflict(code, locale) for code in plan.conflicts))
    letter.drafts(plan.steps)


def print_line(plan: Plan, locale: str) -> None:
    """Print one case on one line: the order as `okawari case` takes it, the shop, the state, what, how much."""
    case = plan.case
    state = text(f"cases.state_{case.state}", locale)
    goods = (case.cancelled_items or case.items)[:1]
    due = formats.money(case.amount_due, locale) if case.amount_due else ""
    _Letter(locale).row(
        (case.order or "-", _shop_name(case, locale), state, without_shop_code(goods[0].title) if goods else "", due)
    )


def print_reading(reading: MessageReading, locale: str) -> None:
    """Print what one mail says, in a few lines."""
    letter = _Letter(locale)
    said = reading.understood
    letter.title(reading.subject or reading.file)
    kind = text(f"cases.kind_{said.kind}", locale)
    shop = known_merchants().get(said.merchant or "")
    letter.line(f"{kind}  {(shop.name_ja if locale == 'ja' else shop.name_en) if shop else reading.sender}", "bold")
    letter.verdict(reading.authenticity)
    orders = " ".join(part.number for part in said.orders if part.number)
    if orders:
        letter.line(letter.words("mail_order", orders=orders))
    letter.lines(f"{item.title}" for part in said.orders for item in part.items)
    cost = total([part.total for part in said.orders if part.total])
    if cost:
        letter.line(letter.words("mail_total", total=formats.money(cost, locale)))
    letter.lines(use_text(use, locale) for use in said.uses)
    letter.lines(parcel_text(parcel, locale) for parcel in said.parcels)
    if said.cancel and said.cancel.wording:
        letter.line(letter.words("wording", wording=said.cancel.wording))
    if said.refund and said.refund.amount:
        letter.line(letter.words("mail_refund", refund=formats.money(said.refund.amount, locale)))
    problems = dict.fromkeys((*reading.problems, *said.problems))
    letter.section("problems", (words for problem in problems if (words := problem_text(problem, locale))))


class _Letter:
    """Lines on the terminal in one language; text of mails is never taken for markup."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._console = Console(highlight=False, emoji=False)
        self._width = min(self._console.width, WIDTH)

    def _print(self, words: str, style: str) -> None:
        self._console.print(Text(words, style=style), no_wrap=True, overflow="ignore", crop=False)

    def words(self, entry: str, **values: object) -> str:
        return text(f"cases.{entry}", self.locale).format(**values)

    def day(self, on: object) -> str:
        return formats.day(on, self.locale)  # type: ignore[arg-type]

    def line(self, words: str, style: str = "", indent: int = 0, lead: str = "") -> None:
        """Print a paragraph; `lead` (a number) stands before it, and its further lines begin where it began."""
        start = " " * indent + lead
        for part in wrap(_printable(words), self._width - len(start)):
            self._print(start + part, style)
            start = " " * len(start)

    def row(self, cells: Iterable[str]) -> None:
        self._print("  ".join(_printable(cell).replace("\n", " ") for cell in cells if cell), "")

    def lines(self, listed: Iterable[str]) -> None:
        for words in listed:
            self.line(words, indent=2)

    def title(self, words: str) -> None:
        self.line("")
        self.line(words, "bold cyan")

    def links(self, heading: str, links: Iterable[SearchLink]) -> None:
        """Print addresses whole, however long, so that they can be opened from the terminal."""
        listed = list(links)
        if listed:
            self.line("")
            self.line(self.words(heading), "bold")
        for link in listed:
            self._print(f"  {text(f'web.mall_{link.mall}', self.locale)}  {link.url}", "")

    def section(self, heading: str, listed: Iterable[str]) -> None:
        lines = list(listed)
        if lines:
            self.line("")
            self.line(self.words(heading), "bold")
            self.lines(lines)

    def phrases(self, heading: str, phrases: Iterable[Phrase]) -> None:
        self.section(heading, (say(one, self.locale) for one in phrases))

    def verdict(self, judged: Authenticity) -> None:
        without_mail = "authenticity_told" if is_told(judged) else "authenticity_own_file" if judged.own_file else ""
        words = without_mail or f"authenticity_{judged.verdict}"
        self.line(self.words(words), _COLOUR[judged.verdict])
        keys = ((reason, f"authenticity.{reason.code}") for reason in judged.reasons)
        self.lines(text(key, self.locale).format(detail=reason.detail) for reason, key in keys if has(key))

    def steps(self, plan: Plan) -> None:
        self.line("")
        self.line(self.words("now"), "bold")
        for number, step in enumerate(plan.steps, 1):
            since = self.words("from_day", day=self.day(step.on)) if step.on and step.on > plan.on else ""
            below = self.words("draft_below", number=number) if step.draft else ""
            self.line(f"{since}{say(step.text, self.locale)}{below}", indent=2, lead=f"{number}. ")

    def drafts(self, steps: Iterable[Step]) -> None:
        for number, step in enumerate(steps, 1):
            if step.draft:
                self.line("")
                self.line(self.words("draft", number=number, to=self.words(f"to_{step.draft.to}")), "bold")
                self.line(say(step.draft.body, self.locale), indent=4)

    def money(self, legs: Iterable[RefundLeg]) -> None:
        listed = list(legs)
        if listed:
            self.line("")
            self.line(self.words("money"), "bold")
        for leg in listed:
            self._leg(leg, 2)

    def _leg(self, leg: RefundLeg, indent: int) -> None:
        amount = formats.money(leg.amount, self.locale) if leg.amount else self.words("amount_unknown")
        way = text(f"payments.{leg.method}", self.locale)
        self.line(f"{way}  {amount}  → {text(f'refunds.to_{leg.destination}', self.locale)}", indent=indent)
        for detail in (seen_text(leg.seen, self.locale),) if leg.seen else self._details(leg):
            self.line(detail, indent=indent + 2)
        if leg.seen:
            return
        for candidate in leg.candidates:
            self.line(candidate_text(candidate, self.locale), indent=indent + 2)
        for other in leg.or_else:
            condition = say(other.condition, self.locale) if other.condition else self.words("otherwise")
            self.line(f"{condition}:", "dim", indent=indent + 2)
            self._leg(other, indent + 4)

    def _details(self, leg: RefundLeg) -> Iterator[str]:
        waits = not leg.said_back  # what the shop says is there has no day to wait for
        if waits and leg.earliest and leg.typical and leg.latest:
            days = {"earliest": leg.earliest, "typical": leg.typical, "latest": leg.latest}
            yield self.words("days", **{name: self.day(on) for name, on in days.items()})
        elif waits and leg.rule:
            yield self.words("no_days")
        if leg.statement_hint:
            yield self.words("statement", hint=say(leg.statement_hint, self.locale))
        for more in (look_phrase(leg), leg.action, leg.ask, *leg.notes):
            if more:
                yield say(more, self.locale)
        if leg.rule:
            yield self.words("rule", rule=leg.rule, evidence=self.words(f"evidence_{leg.evidence}"))


def _name(case: Case, locale: str) -> str:
    known = case.order and not is_stand_in(case.order)
    number = text("cases.order" if known else "cases.no_order", locale).format(order=case.order)
    state = text(f"cases.state_{case.state}", locale)
    return "  ".join(part for part in (_shop_name(case, locale), number, state) if part)


def _shop_name(case: Case, locale: str) -> str:
    return shown(shop_named(case.merchant), locale) if case.merchant else ""


def _cause(plan: Plan, locale: str) -> Iterator[str]:
    if plan.case.cancel is not None:
        yield text("cases.cause", locale).format(cause=text(f"causes.is_{plan.cause.told}", locale))
    if plan.cause.wording:
        yield text("cases.wording", locale).format(wording=plan.cause.wording)
    if plan.cause.candidates:
        yield text("cases.candidates", locale)
    for candidate in plan.cause.candidates:
        yield text("cases.candidate", locale).format(why=say(candidate.why, locale))


def _timeline(case: Case, letter: _Letter) -> Iterator[str]:
    for entry in case.timeline:
        at = formats.told(entry.at, letter.locale) if entry.at else "-"
        aside = "" if entry.believed else letter.words("believed_not")
        yield f"{at}  {say(entry.what, letter.locale)}{aside}"


def _printable(words: str) -> str:
    """Mails can hold terminal controls and halves of characters; neither reaches the terminal."""
    shown = "".join(char if char.isprintable() or char == "\n" else " " for char in words)
    return shown.encode("utf-8", "replace").decode("utf-8")
