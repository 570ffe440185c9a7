"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# Shared machines pause at any time: how long an example took says nothing.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


@pytest.fixture
def said() -> list[str]:
    """Where a test's Progress writes its messages: `Progress(say=said.append)`."""
    return []
