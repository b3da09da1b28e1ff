"""Errors arrive from other processes as what they are: one that cannot be read there looks like the death of a worker."""

import pickle

import pytest

from helpers.foundation.engine import Engine
from helpers.foundation.errors import ConfigError, InputError, QuarantineError, RunError, SchemaError


@pytest.mark.parametrize(
    "error",
    [
        ConfigError("config/x.yml", "unknown key", line=3),
        ConfigError("config/x.yml", "is empty"),
        QuarantineError("empty", "0 bytes"),
        InputError("no such folder"),
        RunError("failed"),
        SchemaError("no column"),
    ],
)
def test_an_error_survives_the_way_from_a_worker(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error) and vars(again) == vars(error)


def refuse(_n):
    raise ConfigError("config/x.yml", "unknown key", line=3)


def test_wrong_configuration_met_by_a_worker_is_said():
    from helpers.foundation.local_pool import LocalPool
    from helpers.foundation.tasks import stream_tasks

    with LocalPool(1) as pool, pytest.raises(ConfigError, match=r"x\.yml:3: unknown key"):
        list(stream_tasks(pool, refuse, [1, 2]))
    with pytest.raises(ConfigError):
        list(Engine(workers=1).map(refuse, [1]))
