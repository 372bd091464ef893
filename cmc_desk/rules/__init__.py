"""Pure rules: no Qt, no SQL, no clock, no files; frozen dataclasses in, frozen dataclasses out."""
