"""Imports what the notebooks import, so that forked kernels find it in memory; does nothing else."""

import helpers.foundation.engine
import helpers.foundation.project
import helpers.foundation.storage  # noqa: F401
