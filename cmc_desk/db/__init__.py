"""The store: one encrypted file per meeting, its schema, its journal and its copies."""
