"""What can be done: commands and queries, one module per capability."""
