"""Interactive views for JupyterLab."""
