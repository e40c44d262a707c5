import pytest


@pytest.fixture(scope="session")
def read_document():
    """The reader under test; skipped only where the package has none yet."""
    reading = pytest.importorskip("qantar.reading", reason="qantar.reading is not there yet")
    if not hasattr(reading, "read_document"):
        pytest.skip("qantar.reading has no read_document yet")
    return reading.read_document
