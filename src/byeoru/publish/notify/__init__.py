"""Notify other services of a deployment."""
