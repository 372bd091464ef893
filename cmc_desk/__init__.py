"""CMC Desk runs an intergovernmental meeting from one offline laptop."""

__version__ = "0.1.0"
