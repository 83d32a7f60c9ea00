"""Mails for the tests of the commands."""

from email.message import EmailMessage


def mail(subject, body, sender='"Amazon.co.jp" <order-update@amazon.co.jp>', **headers):
    """The bytes of a plain mail."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "hanako@example.jp"
    message["Date"] = "Mon, 23 Nov 2026 09:00:00 +0900"
    message["Message-ID"] = "<one@email.amazonses.com>"
    message["Subject"] = subject
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message.as_bytes()


CANCELLED = mail(
    "注文がキャンセルされました",
    "注文番号\n250-1234567-1234567\n\n在庫切れのため、ご注文はキャンセルされました。\n\n"
    "* 解熱鎮痛薬 24錠\n  数量: 1\n  1,010 JPY\n\n合計\n1,010 JPY\n",
)
FORGED = mail(
    "【Amazon】ご注文のキャンセルと返金のお知らせ",
    "ご注文 250-1234567-1234567 はキャンセルされました。返金 9,999円 の手続きはこちら https://amazon.example.top/\n",
    sender='"Amazon.co.jp" <support@amaz0n-refund.example>',
)
PRIVATE = mail("明日の待ち合わせ", "駅前で10時に。\n", sender="Taro <taro@example.jp>")
