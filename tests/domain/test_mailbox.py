"""How long a server is left alone after trouble."""

from datetime import timedelta

import pytest

from okawari.domain.mailbox import Trouble, wait_before_retry


def test_waits_double_up_to_an_hour():
    waits = [wait_before_retry(Trouble.CONNECTION_LOST, failures, 0) for failures in range(1, 9)]
    assert waits[:3] == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=120)]
    assert waits[-1] == timedelta(hours=1)
    assert wait_before_retry(Trouble.CONNECTION_LOST, 10**6, 0) == timedelta(hours=1)


def test_a_server_that_asks_for_less_is_left_alone_longer():
    assert wait_before_retry(Trouble.THROTTLED, 1, 0) == timedelta(minutes=15)
    assert wait_before_retry(Trouble.OVER_QUOTA, 99, 0) == timedelta(hours=6)


@pytest.mark.parametrize("dice", [0, 0.5, 1])
def test_dice_take_off_up_to_half(dice):
    wait = wait_before_retry(Trouble.TIMED_OUT, 3, dice)
    assert timedelta(minutes=1) <= wait <= timedelta(minutes=2)


def test_only_the_person_mends_a_password():
    assert {trouble for trouble in Trouble if trouble.waits_for_person} == {
        Trouble.WRONG_PASSWORD,
        Trouble.APP_PASSWORD_NEEDED,
        Trouble.PASSWORD_NOT_TAKEN,
        Trouble.TOKEN_REFUSED,
        Trouble.SECRET_LOST,
        Trouble.ADDRESS_REFUSED,
    }
