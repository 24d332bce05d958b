"""The three services in the words of a visit."""

import pytest

from models.rules.kinds import Service
from models.rules.services import services_in, with_service


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("送政策、送服务", (Service.POLICY, Service.HELP)),
        ("温暖", (Service.WARMTH,)),
        ("宣讲惠农政策；慰问金500元", (Service.POLICY,)),
    ],
)
def test_services_are_read_from_words(text: str, found: tuple[Service, ...]) -> None:
    assert services_in(text) == found


def test_a_service_is_added_and_taken_out_and_other_words_stay() -> None:
    text = with_service("慰问金500元", Service.WARMTH, on=True)
    assert text == "慰问金500元、送温暖"
    assert with_service(text, Service.WARMTH, on=True) == text
    assert with_service(text, Service.WARMTH, on=False) == "慰问金500元"
    assert with_service("送政策", Service.POLICY, on=False) == ""
