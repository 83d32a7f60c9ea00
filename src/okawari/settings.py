"""What can be set, from the environment (`OKAWARI_…`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from okawari.errors import UnusableInputError


def _data_dir() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "okawari"


class Settings(BaseSettings):
    """Every setting with its default; `docs/install.md` lists them and a test compares the two."""

    model_config = SettingsConfigDict(env_prefix="OKAWARI_")

    data_dir: Path = Field(default_factory=_data_dir, description="Folder for the database and everything kept")
    database_url: str = Field(default="", description="SQLAlchemy URL; empty: SQLite in the data folder")
    language: Literal["ja", "en"] = Field(default="ja", description="Language of commands and pages")
    authserv_ids: tuple[str, ...] = Field(
        default=(), description="Receivers whose Authentication-Results are trusted (JSON list); empty: the topmost"
    )
    check_dkim: bool = Field(default=False, description="Check DKIM signatures ourselves; needs DNS")
    host: str = Field(default="127.0.0.1", description="Address to listen on; loopback only")
    port: int = Field(default=8765, description="Port to listen on")

    def url(self) -> str:
        """Return the database URL in force."""
        return self.database_url or f"sqlite:///{self.data_dir / 'okawari.db'}"


def read_settings() -> Settings:
    """Return the settings of the environment; UnusableInputError names the first that cannot be read."""
    mend = "docs/install.md says what it can be"
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise UnusableInputError(str(first["msg"]), f"OKAWARI_{str(first['loc'][0]).upper()}", mend) from None
    except SettingsError as error:
        name = next((name for name in Settings.model_fields if f'"{name}"' in str(error)), "")
        raise UnusableInputError("no JSON list", f"OKAWARI_{name.upper()}", mend) from None
