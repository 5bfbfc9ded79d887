from pathlib import Path

import pytest

from sitroom.config import Config
from sitroom.errors import SitroomError


def test_nothing_set_gives_the_defaults() -> None:
    assert Config.load({}) == Config()


def test_the_environment_outranks_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sitroom.toml"
    path.write_text('pipeline = "en_other"\nmax_characters = 5000\n', encoding="utf-8")
    config = Config.load({"SITROOM_CONFIG": str(path), "SITROOM_MAX_CHARACTERS": "7000"})
    assert (config.pipeline, config.max_characters) == ("en_other", 7000)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("speed = 9", "no setting is called 'speed'"),
        ("max_bytes = -1", "positive"),
        ("max_bytes = [", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "sitroom.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SitroomError, match=said):
        Config.load({"SITROOM_CONFIG": str(path)})
