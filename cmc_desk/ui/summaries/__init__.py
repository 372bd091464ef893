"""The Summaries page: what was said is typed, kept and read out."""
