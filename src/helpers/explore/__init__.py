"""The explorer and the review desk of JupyterLab, and the scheduler behind its page; models first, views thin."""
