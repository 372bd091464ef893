"""The papers and workbooks: one module each, a frozen dataclass in, bytes out."""
