"""What makes the checkout ready and keeps its lists in order; the standard library only, except in `texts`."""
