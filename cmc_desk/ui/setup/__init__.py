"""The Setup page: what the meeting is made of."""
