"""The Documents page: the drafts with their brackets, what is proposed for them, and what the room makes of it."""
