"""Text in HTML that nobody sees: switched off, shrunk to nothing, transparent, or in the colour of its ground."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborNode

_SUSPECT: Final = re.compile(
    r"none|hidden|mso-hide|opacity|indent|transparent|max-height|-\d{4}|font-size\s*:\s*[01](?!\d)"
    r"|(?:^|[;\s])color\s*:\s*(?:#f|white|rgb)",
    re.IGNORECASE,
)
_SWITCHED_OFF: Final = re.compile(
    r"(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0+)?(?=[;!]|$)|text-indent:-\d{3,}"
    r"|(?:left|top):-\d{4,}px|color:transparent)"
)
_COLLAPSED: Final = re.compile(r"(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?=[;!]|$)")
_TINY: Final = re.compile(r"(?:^|;)font-size:(?:0(?:\.\d+)?(?:px|pt|r?em|%)?|1(?:\.\d+)?p[xt])(?=[;!]|$)")
_FONT_SIZE: Final = re.compile(r"font-size|font:", re.IGNORECASE)
_COLOUR_OR_GROUND: Final = re.compile(r"color|background", re.IGNORECASE)
_COLOUR: Final = re.compile(r"(?:^|;)color:([^;!]{1,60})")
_GROUND: Final = re.compile(r"(?:^|;)background(?:-color|-image)?:([^;]{1,300})")
_HEX: Final = re.compile(r"#(?:([0-9a-f]{6})|([0-9a-f]{3}))(?:[0-9a-f]{0,2})?$")
_RGB: Final = re.compile(r"rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,([\d.]{1,8}))?\)")
_AT_RULE: Final = re.compile(r"@[^{};]{0,500}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_CLASS: Final = re.compile(r"[a-z]*\.([\w-]+)")
_STYLES_LENGTH: Final = 50_000
_STEPS: Final = 50_000
_SHORT_STYLE: Final = 500

Colour = tuple[int, int, int]
WHITE: Final[Colour] = (255, 255, 255)


def remove_hidden(body: LexborNode, styles: str) -> None:
    """Take the text that nobody sees out of the tree; `styles` is the text of its style sheets.

    Grounds and classes that cannot be told count as visible, as it is worse to lose a line than to keep one.
    """
    hiding, grounding = _classes(styles[:_STYLES_LENGTH])
    grounds = _Grounds(grounding)
    gone: list[LexborNode] = []
    thinned: list[tuple[LexborNode, re.Pattern[str]]] = []
    for node in body.css(",".join(("[style]", "[hidden]", "font[color]", *(f".{name}" for name in hiding)))):
        attributes = node.attributes
        written = attributes.get("style") or ""
        if "hidden" in attributes or not hiding.isdisjoint((attributes.get("class") or "").split()):
            gone.append(node)
        elif _is_suspect(written) or attributes.get("color"):
            style = _tight(written)
            if _is_off(style):
                gone.append(node)
            elif _TINY.search(style):
                thinned.append((node, _FONT_SIZE))
            elif grounds.is_colour_of_text(node, style):
                thinned.append((node, _COLOUR_OR_GROUND))
    steps = _STEPS
    for node, reset in thinned:
        steps -= _remove_own_text(node, reset, steps)
    # In document order a node comes before its children; backwards, none is touched after it went with its parent.
    for node in reversed(gone):
        node.decompose()


def _is_suspect(style: str) -> bool:
    # Mails give hundreds of elements the same few styles.
    return _is_short_suspect(style) if len(style) <= _SHORT_STYLE else _SUSPECT.search(style) is not None


@lru_cache(2048)
def _is_short_suspect(style: str) -> bool:
    return _SUSPECT.search(style) is not None


def _tight(style: str) -> str:
    return "".join(style[:4000].split()).lower()


def _is_off(style: str) -> bool:
    if _SWITCHED_OFF.search(style):
        return True
    return "overflow:hidden" in style and _COLLAPSED.search(style) is not None


def _remove_own_text(top: LexborNode, reset: re.Pattern[str], most: int) -> int:
    """Remove the text below `top` that no nearer element sets anew by what `reset` finds; return the steps it took."""
    steps = 0
    doomed = []
    for piece in top.traverse(include_text=True):
        steps += 1
        if steps >= most:
            break
        if not piece.is_text_node:
            continue
        holder = piece.parent
        while holder is not None and holder.mem_id != top.mem_id and not _sets(holder, reset):
            steps += 1
            holder = holder.parent
        if holder is not None and holder.mem_id == top.mem_id:
            doomed.append(piece)
    for piece in doomed:
        piece.remove()
    return steps


def _sets(node: LexborNode, what: re.Pattern[str]) -> bool:
    attributes = node.attributes
    if what is _COLOUR_OR_GROUND and ("bgcolor" in attributes or "color" in attributes or "class" in attributes):
        return True
    return what.search(attributes.get("style") or "") is not None


class _Grounds:
    """The colours behind the nodes of one tree; a ground once found serves all nodes on it."""

    def __init__(self, classes: frozenset[str]) -> None:
        self._classes = classes
        self._known: dict[int, Colour | None] = {}

    def is_colour_of_text(self, node: LexborNode, style: str) -> bool:
        """Tell whether the near-white colour of a node's text is the colour behind it."""
        found = _COLOUR.search(style)
        colour = _colour(found[1] if found else (node.attributes.get("color") or "").lower())
        if colour is None or min(colour) < 0xF0:
            return False
        ground = self._behind(node)
        return ground is not None and sum(abs(a - b) for a, b in zip(colour, ground, strict=True)) <= 12

    def _behind(self, node: LexborNode) -> Colour | None:
        """Return the colour behind a node, white where nothing sets one, None where it cannot be told."""
        passed: list[int] = []
        holder: LexborNode | None = node
        ground: Colour | None = WHITE
        while holder is not None and holder.is_element_node:
            if holder.mem_id in self._known:
                ground = self._known[holder.mem_id]
                break
            passed.append(holder.mem_id)
            is_set, own = self._own(holder)
            if is_set:
                ground = own
                break
            holder = holder.parent
        self._known.update(dict.fromkeys(passed, ground))
        return ground

    def _own(self, node: LexborNode) -> tuple[bool, Colour | None]:
        """Return whether the node sets a ground of its own, and its colour (None: cannot be told)."""
        attributes = node.attributes
        if "background" in attributes or not self._classes.isdisjoint((attributes.get("class") or "").split()):
            return True, None
        found = _GROUND.search(_tight(attributes.get("style") or ""))
        if found and not found[1].startswith(("none", "transparent", "inherit")):
            return True, _colour(found[1])
        if attributes.get("bgcolor"):
            return True, _colour((attributes["bgcolor"] or "").lower().strip())
        return False, None


def _colour(text: str) -> Colour | None:
    if text.startswith("white"):
        return WHITE
    digits = _HEX.match(text)
    if digits:
        six = digits[1] or "".join(2 * c for c in digits[2])
        return (int(six[:2], 16), int(six[2:4], 16), int(six[4:], 16))
    parts = _RGB.match(text)
    if parts and (parts[4] is None or float(parts[4].rstrip(".") or 0) > 0.05):
        return (int(parts[1]), int(parts[2]), int(parts[3]))
    return None


def _classes(styles: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes that hide what carries them, and those that set a ground, by rules for every screen."""
    hiding: set[str] = set()
    grounding: set[str] = set()
    for rule in _AT_RULE.sub(" ", styles).split("}"):
        selectors, _, rules = rule.partition("{")
        style = _tight(rules)
        names = [found[1] for selector in selectors.split(",") if (found := _CLASS.fullmatch(selector.strip()))]
        if _is_off(style):
            hiding.update(name for name in names if re.fullmatch(r"[A-Za-z_][\w-]*", name, re.ASCII))
        if "background" in style:
            grounding.update(names)
    return frozenset(hiding), frozenset(grounding)
