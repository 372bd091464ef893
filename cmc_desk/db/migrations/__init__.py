"""Named steps that bring an older meeting file to the present schema."""
