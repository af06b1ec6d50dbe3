"""What every stage may use, and what knows nothing about blogs."""
