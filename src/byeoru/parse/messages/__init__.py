"""Messages of `parse`, one module per feature; `base/catalogue` collects them by name."""
