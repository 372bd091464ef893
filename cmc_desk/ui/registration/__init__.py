"""The registration desk: find, check in, register, import, attendance."""
