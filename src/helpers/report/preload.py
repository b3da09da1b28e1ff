"""Imports what the notebooks import, so that forked kernels find it in memory; does nothing else."""

import helpers.chronology.overview
import helpers.chronology.pipeline
import helpers.clean.overview
import helpers.coding.overview
import helpers.figures.timeline_print
import helpers.figures.timeline_screen
import helpers.report.pdf
import helpers.report.sections  # noqa: F401
