"""The papers of the meeting: the list, what one looks like, what can be asked of it, making and printing."""
