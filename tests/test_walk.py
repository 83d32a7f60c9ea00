"""The whole way for one case: from the bytes of a mail to a plan."""

import json

from typer.testing import CliRunner

from okawari.cli.main import app

CANCELLED = """\
From: "Amazon.co.jp" <order-update@amazon.co.jp>
Subject: =?utf-8?B?5rOo5paH44GM44Kt44Oj44Oz44K744Or44GV44KM44G+44GX44Gf?=
Date: Mon, 23 Nov 2026 09:00:00 +0900
Message-ID: <one@email.amazonses.com>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

注文番号
250-1234567-1234567

在庫切れのため、ご注文はキャンセルされました。

* 解熱鎮痛薬 24錠
  数量: 1
  1,010 JPY

合計
1,010 JPY
"""


def test_a_cancelled_order_becomes_a_plan(tmp_path):
    mail = tmp_path / "cancel.eml"
    mail.write_text(CANCELLED, encoding="utf-8")
    done = CliRunner().invoke(
        app, ["rescue", str(mail), "--paid-by", "amazon_gift_balance", "--on", "2026-11-23", "--json"]
    )
    case = json.loads(done.stdout)["cases"][0]
    assert case["order"] == "250-1234567-1234567"
    assert case["cause"]["code"] == "stockout"
    assert case["refunds"][0]["rule"] == "REF-AMZ-GIFT-01"
    assert case["refunds"][0]["amount"] == {"amount": "1010", "currency": "JPY"}
