"""Source-critical chronologies from multilingual news pages: the code behind the notebooks.

Stages, in the order of the data: `ingest`, `clean`, `coding`, `chronology`, `figures`, `report`; beside them
`explore` (JupyterLab) and `cli` (the `dossier` command). `foundation` holds what all of them speak. A module
imports only from its own stage and those before it.
"""

__version__ = "0.1.0"
