"""In the preview: a template that never ends, and a fault of ours, are told and stop nothing."""

import json
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
