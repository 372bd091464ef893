"""The report of the outcomes in its windows."""
