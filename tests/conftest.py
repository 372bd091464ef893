"""What every test stands on: Qt without a screen, and property tests of a modest size."""

import os

from hypothesis import HealthCheck, settings

# Before anything makes an application: where the libraries of a screen are missing, Qt would abort the process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The command line speaks the language of whoever runs it; the tests read English.
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile(
    "cmc-desk",
    max_examples=50,
    # How fast the machine is, and how busy, is no property of the code.
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A red run in CI is about the change, not about the dice; at a developer's desk the dice may find something new.
    derandomize="CI" in os.environ,
)
settings.load_profile("cmc-desk")
