"""Mails forwarded inside mails."""

import pytest

from okawari.reading.mail.forwards import forwards_in

BODY = "注文番号\n250-1234567-1234567"


def forward(head, body=BODY):
    return forwards_in(f"ご確認ください。\n\n{head}\n\n{body}\n")


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: 店 <a@shop.example>\nDate: 2024年7月3日(水) 11:23\nSubject: 件\nTo: <me@x.example>",
        "---------- Forwarded message ----------\nFrom: *店* <a@shop.example>\nDate: 2024年7月3日(水) 11:23\nSubject: 件\nTo: me@x.example",
        "---------- 転送メッセージ ----------\n差出人: 店 <a@shop.example>\n日時: 2024年7月3日(水) 11:23\n件名: 件\n宛先: me@x.example",
        "-----Original Message-----\nFrom: 店 <a@shop.example>\nSent: 2024年7月3日(水) 11:23\nTo: me@x.example\nSubject: 件",
        "________________________________\n差出人: 店 <a@shop.example>\n送信日時: 2024年7月3日(水) 11:23\n宛先: me@x.example\n件名: 件",
        "差出人： 店 <a@shop.example>\n送信日時： 2024年7月3日(水) 11:23\n宛先： me@x.example\n件名： 件",
        "Begin forwarded message:\n\nFrom: 店 <a@shop.example>\nSubject: 件\nDate: 2024年7月3日(水) 11:23\nTo: me@x.example",
        "転送されたメッセージ:\n\n差出人: 店 <a@shop.example>\n件名: 件\n日付: 2024年7月3日(水) 11:23\n宛先: me@x.example",
        "-------- 転送されたメッセージ --------\n件名: \t件\n日付: \t2024年7月3日(水) 11:23\n差出人: \t店 <a@shop.example>\n宛先: \tme@x.example",
        "-------- Forwarded Message --------\nSubject:\n件\nDate:\n2024年7月3日(水) 11:23\nFrom:\n店 <a@shop.example>\nTo:\nme@x.example",
        "*差出人:* 店 <a@shop.example>\n*送信日時:* 2024年7月3日(水) 11:23\n*宛先:* me@x.example\n*件名:* 件",
    ],
)
def test_each_programs_forward_is_found(head):
    [found] = forward(head)
    assert found.sender.replace("*", "") == "店 <a@shop.example>"
    assert (found.subject, found.date, found.text) == ("件", "2024年7月3日(水) 11:23", BODY)


def test_a_quoted_forward_loses_its_quoting():
    head = "> Begin forwarded message:\n>\n> From: a@shop.example\n> Subject: 件\n> Date: x\n> To: me@x.example\n>"
    [found] = forwards_in(f"{head}\n> 注文番号\n>\n> 250-1\n")
    assert found.sender == "a@shop.example"
    assert found.text == "注文番号\n\n250-1"


def test_forwards_inside_forwards_come_outermost_first():
    mark = "---------- Forwarded message ---------\nFrom: {0}@x.example\nDate: x\nSubject: {0}\nTo: y@x.example\n\n"
    found = forwards_in(mark.format("outer") + "外側\n\n" + mark.format("inner") + "内側")
    assert [(f.subject, f.text) for f in found] == [("outer", "外側"), ("inner", "内側")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "From: の件ですが、件名: とは別です。",
        "差出人: 山田\n商品を送りました。",
        "件名: x\n日付: y",
        "-----Original Message-----\nなし",
        "From here on.\nSubject: none",
    ],
)
def test_letters_that_only_speak_of_senders_hold_no_forward(text):
    assert forwards_in(text) == ()


def test_as_many_as_anyone_may_send_are_read():
    mark = "---------- Forwarded message ---------\nFrom: a@x.example\nSubject: s\n\nx\n"
    assert 0 < len(forwards_in(mark * 1000)) <= 20
