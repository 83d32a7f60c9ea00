"""The log of contacts: kept, shown, counted from, and referred to."""

from datetime import UTC, date, datetime

import jpholiday
import pytest

from okawari.domain.alarms import alarms_of
from okawari.domain.contact import Contact, Party
from okawari.domain.doors import doors_of
from okawari.domain.judge import Trust
from okawari.domain.message import Item
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.domain.told import Happened, Told, answer_about, facts_told, moment_of
from okawari.i18n import say
from okawari.rules.loader import rules
from okawari.services.cases import get_case, remember_answers
from okawari.services.contacts import forget_contact, log_contact
from okawari.services.importing import import_bytes
from okawari.sources import registry
from tests.mails import order_mail, order_number

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
ORDER = "250-1234567-7654321"


@pytest.fixture
def kept(store):
    told = Told(
        merchant="amazon_jp",
        happened=Happened.NOT_ARRIVED,
        on=date(2026, 11, 20),
        seller="某商店",
        order=ORDER,
        item="本",
    )
    remember_answers(store, facts_told(told), NOW)

    def plan():
        (found,) = get_case(store, ORDER, Asked(on=date(2026, 11, 24)))
        return found

    return store, plan


def contact(kept, party=Party.SELLER, on=date(2026, 11, 23), said="届いていません"):
    store, plan = kept
    log_contact(store, plan().case, Contact(party=party, at=moment_of(on, NOW), said=said), NOW)
    return plan()


def drafts(plan, locale="ja"):
    return [say(step.draft.body, locale) for step in plan.steps if step.draft]


def test_the_guarantee_counts_from_the_first_contact_with_the_seller(kept):
    contact(kept, on=date(2026, 11, 22))
    plan = contact(kept, on=date(2026, 11, 23))
    assert [(one.what, one.on, one.rule) for one in plan.deadlines if one.what == "atoz_claim_from"] == [
        ("atoz_claim_from", date(2026, 11, 24), "MKT-ATOZ-02")
    ]


def test_a_contact_with_another_party_starts_no_clock(kept):
    assert "atoz_claim_from" not in {one.what for one in contact(kept, Party.PLATFORM).deadlines}


def test_the_same_words_on_two_days_are_two_contacts(kept):
    contact(kept, on=date(2026, 11, 22))
    assert len(contact(kept, on=date(2026, 11, 23)).case.contacts) == 2


def test_the_next_draft_refers_to_the_contact(kept):
    _, plan = kept
    assert not any("ご連絡しました" in draft for draft in drafts(plan()))
    after = contact(kept)
    assert all("11月23日(月)にご連絡しました" in draft for draft in drafts(after))
    assert all("I wrote to you on Mon 23 Nov" in draft for draft in drafts(after, "en"))


def test_the_timeline_tells_it_in_the_persons_words(kept):
    assert "出品者に連絡しました：「{値段} <b>」" in [
        say(entry.what) for entry in contact(kept, said="{値段} <b>").case.timeline
    ]


def test_a_contact_changes_nothing_else_of_the_case(kept):
    _, plan = kept
    before = plan().case
    after = contact(kept).case
    assert (after.state, after.authenticity, after.items) == (before.state, before.authenticity, before.items)
    assert after.items == (Item(title="本", quantity=1),)


def test_a_chargeback_ends_the_days_of_the_guarantee_and_of_deciding(kept):
    store, _ = kept
    order = order_number(1)
    mails = [(f"{name}.eml", order_mail(1, cancelled=name == "cancelled")) for name in ("order", "cancelled")]
    import_bytes(mails, store, Trust())

    def plan():
        (found,) = get_case(store, order, Asked(on=date(2026, 11, 24)))
        return found

    paid = answer_about(plan().case, NOW, paid_by=(parse_paid_by("credit_card"),), captured=True)
    remember_answers(store, [paid], NOW)
    before = plan()
    log_contact(store, before.case, Contact(party=Party.CHARGEBACK, at=NOW, said="不着のため"), NOW)
    after = plan()

    def told(plan):
        return {alarm.what for alarm in alarms_of(plan, jpholiday.is_holiday)}

    assert told(before) - told(after) == {"decide_chargeback", "ask_issuer"}
    assert "await_chargeback" in {step.code for step in after.steps}
    assert after.refunds == before.refunds


def test_a_chargeback_closes_the_guarantee_of_a_seller(kept):
    store, plan = kept
    contact(kept)
    assert any(one.what.startswith("atoz_") for one in plan().deadlines)
    log_contact(store, plan().case, Contact(party=Party.CHARGEBACK, at=NOW, said="不着のため"), NOW)
    assert not any(one.what.startswith("atoz_") for one in plan().deadlines)


def test_a_chargeback_made_by_mistake_is_deleted_and_doors_and_alarms_come_back(kept):
    store, plan = kept
    contact(kept)
    before = plan()
    merchants, marketplace = registry.merchants(), rules("marketplace")

    def state(of):
        alarms = alarms_of(of, jpholiday.is_holiday)
        return of.deadlines, of.steps, alarms, doors_of(of, marketplace, merchants["amazon_jp"])

    filed = contact(kept, Party.CHARGEBACK, said="まちがい")
    assert state(filed) != state(before)
    wrong = next(one for one in filed.case.contacts if one.party is Party.CHARGEBACK)
    assert forget_contact(store, filed.case, wrong.name) == wrong
    assert plan().case == before.case
    assert state(plan()) == state(before)


def test_only_the_named_contact_goes_and_however_often_it_was_kept(kept):
    store, plan = kept
    for _ in range(2):
        contact(kept, on=date(2026, 11, 22))
    after = contact(kept, on=date(2026, 11, 23))
    first, second = after.case.contacts
    forget_contact(store, after.case, first.name)
    assert plan().case.contacts == (second,)
    assert forget_contact(store, plan().case, first.name) is None
    assert forget_contact(store, plan().case, "") is None


def test_a_contact_of_another_shops_order_of_the_same_number_stays(kept):
    store, _ = kept
    other = Told(merchant="rakuten", happened=Happened.NOT_ARRIVED, on=date(2026, 11, 20), order=ORDER, item="本")
    remember_answers(store, facts_told(other), NOW)
    plans = {one.case.merchant: one for one in get_case(store, ORDER, Asked(on=date(2026, 11, 24)))}
    for one in plans.values():
        log_contact(store, one.case, Contact(party=Party.SHOP, at=NOW, said="同じ"), NOW)
    amazon = next(
        one for one in get_case(store, ORDER, Asked(on=date(2026, 11, 24))) if one.case.merchant == "amazon_jp"
    )
    forget_contact(store, amazon.case, amazon.case.contacts[0].name)
    left = {one.case.merchant: one.case.contacts for one in get_case(store, ORDER, Asked(on=date(2026, 11, 24)))}
    assert [len(left["amazon_jp"]), len(left["rakuten"])] == [0, 1]
