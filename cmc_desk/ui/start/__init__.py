"""The first window: which meeting, who, as what; it is painted before anything else is loaded."""
