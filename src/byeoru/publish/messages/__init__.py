"""Messages of `publish`, one module per feature; `base/catalogue` collects them by name."""
