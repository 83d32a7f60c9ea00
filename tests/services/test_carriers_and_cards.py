"""Mails of carriers and issuers of cards among what is kept: in whatever order they come, and read again."""

from datetime import date
from email.message import EmailMessage
from itertools import permutations

import pytest
from sqlalchemy import select

from okawari.domain.case import CaseState
from okawari.domain.judge import Trust
from okawari.domain.refund import Asked
from okawari.services.cases import get_case, list_cases
from okawari.services.evidence import forget_evidence, mails_without_order
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.reading_again import read_again
from okawari.services.taking_in import take_in_files
from okawari.store.schema import facts, parcels

ASKED = Asked(on=date(2026, 11, 23))
ORDER, NUMBER = "7224945594", "444413758703"


def mail(sender, subject, text, day):
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "hanako@mail.example.jp", subject
    made["Date"] = f"{day} Nov 2026 10:00:00 +0900"
    made["Message-ID"] = f"<{day}-{len(subject)}@mx.example.jp>"
    made.set_content(text)
    return made.as_bytes()


PLACED = mail(
    "ヨドバシ・ドット・コム <thanks_gochuumon@yodobashi.com>",
    "ヨドバシ・ドット・コム：ご注文ありがとうございます",
    f"【ご注文番号】 {ORDER}\n",
    16,
)
SENT = mail(
    "ヨドバシ・ドット・コム <otodoke@yodobashi.com>",
    "ヨドバシ・ドット・コム：ご注文商品出荷のお知らせ",
    f"【ご注文番号】 {ORDER}\n\n【配達について】\n今回の配達：ヤマト運輸 宅急便\n配達受付番号（伝票番号）：{NUMBER}\n",
    17,
)
DELIVERED = mail(
    "ヤマト運輸 <mail@kuronekoyamato.co.jp>",
    "お荷物お届け完了のお知らせ",
    f"お荷物のお届けが完了しました。\n\n■伝票番号：{NUMBER}\n",
    18,
)
USED = mail(
    "三井住友カード <statement@vpass.ne.jp>",
    "ご利用のお知らせ【三井住友カード】",
    "◇利用日：2026/11/16 09:21\n◇利用先：ヨドバシカメラ\n◇利用金額：1,010円\n",
    16,
)
ALL = [("placed.eml", PLACED), ("sent.eml", SENT), ("delivered.eml", DELIVERED), ("used.eml", USED)]


@pytest.mark.parametrize("files", list(permutations(ALL)), ids=lambda files: "-".join(name[:-4] for name, _ in files))
def test_the_carriers_mail_finds_its_order_before_and_after_the_shops(store, files):
    for one in files:
        import_bytes([one], store, Trust())
    (plan,) = list_cases(store, ASKED)
    assert (plan.case.order, plan.case.state) == (ORDER, CaseState.DELIVERED)
    assert [one.case.state for one in get_case(store, ORDER, ASKED)] == [CaseState.DELIVERED]


def test_a_carriers_mail_waits_without_an_order(store):
    import_bytes([("delivered.eml", DELIVERED), ("used.eml", USED)], store, Trust())
    assert list_cases(store, ASKED) == ()
    kept = mails_without_order(Household(store, Trust()), 10)
    assert {one.kind for one in kept} == {"delivered", "card_used"}
    import_bytes([("sent.eml", SENT)], store, Trust())
    kept = mails_without_order(Household(store, Trust()), 10)
    assert [one.kind for one in kept] == ["card_used"]


def test_whoever_drops_a_carriers_mail_is_led_to_the_order(store):
    import_bytes([("sent.eml", SENT)], store, Trust())
    taken = take_in_files(Household(store, Trust()), [("delivered.eml", DELIVERED)])
    assert [key.order for key in taken.orders] == [ORDER]
    assert taken.silent == ()


def test_reading_again_and_forgetting_keep_the_numbers_right(store):
    import_bytes(ALL, store, Trust())

    def kept():
        with store.reading() as transaction:
            listed = transaction.connection.execute(select(facts).order_by(facts.c.evidence, facts.c.position))
            numbers = transaction.connection.execute(select(parcels).order_by(*parcels.primary_key))
            return listed.all(), numbers.all()

    before = kept()
    assert len(before[1]) == 2
    read_again(store, Trust())
    assert kept() == before
    with store.reading() as transaction:
        (digest,) = transaction.connection.execute(
            select(facts.c.evidence).where(facts.c.kind == "parcel_scanned")
        ).scalars()
    forget_evidence(Household(store, Trust()), digest)
    assert len(kept()[1]) == 1
    assert list_cases(store, ASKED)[0].case.state is CaseState.SHIPPED


def test_a_second_import_adds_nothing(store):
    import_bytes(ALL, store, Trust())
    report = import_bytes(ALL, store, Trust())
    assert (report.added, report.facts) == (0, 0)


def test_a_forged_notice_of_card_use_is_phishing_and_no_witness(store):
    forged = mail(
        "三井住友カード <info@vpass-card.example>",
        "ご利用のお知らせ【三井住友カード】",
        "◇利用日：2026/11/16 09:21\n◇利用先：ヨドバシカメラ\n◇利用金額：98,000円\n"
        "お心当たりのない場合はこちらでログインしてください。\nhttps://vpass-card.example/login\n",
        16,
    )
    import_bytes([("forged.eml", forged)], store, Trust())
    with store.reading() as transaction:
        kinds = transaction.connection.execute(select(facts.c.kind)).scalars().all()
    assert kinds == ["phishing_received"]
