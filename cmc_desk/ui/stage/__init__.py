"""What stands on the projector and on other screens of the room."""
