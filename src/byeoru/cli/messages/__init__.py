"""Messages of `cli`, one module per feature; `base/catalogue` collects them by name."""
