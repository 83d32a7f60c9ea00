"""What every page owes to people who cannot see it, and to browsers that take nothing on trust."""

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img"}
CODE = re.compile(r"(?<![\w/.@-])[a-z]+(?:_[a-z0-9]+)+(?![\w/.@-])")
LABELLED = {"input", "select", "textarea"}


class Page(HTMLParser):
    """Reads a page strictly: `faults` lists what is wrong, `text` what a reader sees beside mails and rule ids."""

    def __init__(self, html):
        super().__init__()
        self.faults, self.ids, self.pointed, self.labels, self.fields = [], [], [], [], []
        self.headings, self.links, self.stack, self.text = [], [], [], []
        self.lang = ""
        self.feed(html)
        self.close()
        self._check()

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if len(named) != len(attrs):
            self.faults.append(f"<{tag}> names an attribute twice")
        self.faults += [f"<{tag} {name}>" for name in named if name == "style" or name.startswith("on")]
        if tag == "html":
            self.lang = named.get("lang", "")
        if tag == "style" or (tag == "script" and "src" not in named):
            self.faults.append(f"inline <{tag}>")
        if "id" in named:
            self.ids.append(named["id"])
        self.pointed += named.get("aria-describedby", "").split()
        if tag == "label" and "for" in named:
            self.labels.append(named["for"])
        if tag in LABELLED and named.get("type") not in {"hidden", "radio"}:
            self.fields.append((named.get("id"), "aria-label" in named))
        if tag == "a":
            self.links.append(named)
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing, at line {self.getpos()[0]}")

    def handle_data(self, data):
        if not {"pre", "code", "textarea", "blockquote", "script"} & set(self.stack):
            self.text.append(data)

    def _check(self):
        self.faults += [f"<{tag}> is never closed" for tag in self.stack]
        self.faults += [f"id {one} twice" for one in {x for x in self.ids if self.ids.count(x) > 1}]
        self.faults += [f"nothing has the id {one}" for one in (*self.pointed, *self.labels) if one not in self.ids]
        self.faults += [
            f"field {one} without label" for one, named in self.fields if not named and one not in self.labels
        ]
        if self.headings.count(1) != 1:
            self.faults.append(f"{self.headings.count(1)} first headings")
        self.faults += [
            f"heading {after} under {before}"
            for before, after in zip(self.headings, self.headings[1:], strict=False)
            if after > before + 1
        ]
        self.faults += [
            f"{link['href']} gives away where it comes from"
            for link in self.links
            if link.get("href", "").startswith("http") and link.get("rel") != "noreferrer noopener"
        ]
        self.faults += [f"bare code {code}" for code in CODE.findall(" ".join(self.text))]
