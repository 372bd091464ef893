"""Faults: processes are killed and starved on purpose, and nothing that was acknowledged may be missing afterwards."""
