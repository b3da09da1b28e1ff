"""Pages in, articles out: furniture removed by spans, metadata with evidence, duplicates grouped."""
