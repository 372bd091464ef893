"""The Agenda page: the rundown and the lists of speakers, run and planned."""
