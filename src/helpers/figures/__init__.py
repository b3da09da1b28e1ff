"""Charts, each in print (matplotlib) and screen (plotly) form from one prepared table."""
