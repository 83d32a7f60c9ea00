"""Mails for the tests of what is kept."""

import zlib
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

START = datetime(2026, 11, 1, tzinfo=UTC)


def order_mail(number: int, *, cancelled: bool = False) -> bytes:
    """Return an order mail, or the mail that says the order is cancelled."""
    mail = EmailMessage()
    mail["From"] = '"Amazon.co.jp" <auto-confirm@amazon.co.jp>'
    mail["To"] = "hanako@example.jp"
    mail["Date"] = format_datetime(START + timedelta(hours=number, days=cancelled))
    mail["Message-ID"] = f"<{'cancel' if cancelled else 'order'}-{number}@email.amazonses.com>"
    mail["Subject"] = "注文がキャンセルされました" if cancelled else f"注文済み: 品物{number}"
    said = "在庫切れのため、ご注文はキャンセルされました。" if cancelled else "ご注文ありがとうございます。"
    mail.set_content(
        f"注文番号\n{order_number(number)}\n\n{said}\n\n* 品物{number}\n  数量: 1\n  {1000 + number} JPY\n\n"
        f"合計\n{1000 + number} JPY\n"
    )
    return mail.as_bytes()


def order_number(number: int) -> str:
    """Return the order number that `order_mail` gives."""
    return f"250-{number:07}-{number:07}"


def private_mail(number: int) -> bytes:
    """Return a mail that has nothing to do with any order."""
    mail = EmailMessage()
    mail["From"] = "Taro <taro@example.jp>"
    mail["Message-ID"] = f"<private-{number}@example.jp>"
    mail["Subject"] = "明日の待ち合わせ"
    mail.set_content(f"駅前で{number}時に。\n")
    return mail.as_bytes()


def shop_mail(sender: str, subject: str, body: str, hours: int, *, proven: bool = True) -> bytes:
    """Return a shop's mail as a trusted receiver keeps it; one that is not `proven` carries no result of a check."""
    mail = EmailMessage()
    domain = sender.partition("@")[2]
    if proven:
        mail["Authentication-Results"] = f"mx.google.com; dkim=pass header.i=@{domain}; spf=pass; dmarc=pass"
    mail["From"] = sender
    mail["To"] = "hanako@example.jp"
    mail["Date"] = format_datetime(START + timedelta(hours=hours))
    mail["Message-ID"] = f"<{zlib.crc32(body.encode())}-{hours}@{domain}>"
    mail["Subject"] = subject
    mail.set_content(body)
    return mail.as_bytes()
