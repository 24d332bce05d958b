"""送政策、送温暖、送服务: the three services brought at a visit, kept as words (plan item 1).

What an office wrote there by itself stays; a service counts as brought where its word stands in the text.
"""

from models.rules.kinds import Service

_WORDS = {Service.POLICY: "政策", Service.WARMTH: "温暖", Service.HELP: "服务"}


def services_in(text: str) -> tuple[Service, ...]:
    """The services the text names, in their order."""
    return tuple(service for service, word in _WORDS.items() if word in text)


def with_service(text: str, service: Service, *, on: bool) -> str:
    """The text with a service named in it, or without; what else it says stays."""
    parts = [part for part in text.split("、") if part]
    if on == (service in services_in(text)):
        return text
    if on:
        return "、".join([*parts, f"送{_WORDS[service]}"])
    return "、".join(part for part in parts if _WORDS[service] not in part)
