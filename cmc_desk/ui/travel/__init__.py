"""The Travel page: who sits on the financed seats, what blocks them, when they come, where they sleep, and what they are paid."""
