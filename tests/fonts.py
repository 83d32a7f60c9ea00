"""Whether this machine has a font with Japanese letters, without which no PDF is made."""

import shutil
import subprocess

import pytest


def has_japanese_font():
    lister = shutil.which("fc-list")
    return lister is not None and subprocess.run([lister, ":lang=ja"], capture_output=True, check=False).stdout != b""


needs_font = pytest.mark.skipif(
    not has_japanese_font(), reason="needs a font with Japanese letters (fonts-noto-cjk): without one no PDF is made"
)
