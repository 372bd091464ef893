"""The badges: who is to have one, the sheets as they will be printed, the printer, and the ledger of what came out of it."""
