"""Raw files in, pages out: one reader per format, every file accounted for."""
