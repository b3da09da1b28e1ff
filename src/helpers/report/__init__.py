"""Notebooks run by papermill, reports rendered as HTML and PDF."""
