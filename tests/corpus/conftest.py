"""Where the sample mails are: `OKAWARI_CORPUS`, else `shared/corpus` beside the checkout."""

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus():
    """The folder with the sample mails; a test that needs it is skipped where there is none."""
    folder = Path(os.environ.get("OKAWARI_CORPUS", BESIDE))
    if not folder.is_dir():
        pytest.skip(f"no sample mails at {folder}; name their folder in OKAWARI_CORPUS")
    return folder
