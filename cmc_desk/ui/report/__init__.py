"""The report of the final outcomes in the windows: what is to be seen to before it goes out, its blocks, its corrections."""
