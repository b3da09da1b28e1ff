"""Pages fetched politely from feeds, sitemaps and single addresses, kept as WARC records and as raw files with sidecars."""
