"""The Overview page: what the organisers look at, and the checks before the doors open."""
