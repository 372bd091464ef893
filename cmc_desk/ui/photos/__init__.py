"""Photographs of people: from a file, the clipboard or a camera, cropped, kept with the person."""
