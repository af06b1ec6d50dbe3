"""The live preview: it rebuilds on every save, and never writes to the published folder."""
