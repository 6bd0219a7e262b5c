"""A finished PDF -> a writer that appends to it, and leaves its description as it was built."""

from __future__ import annotations

from pyhanko.pdf_utils.extensions import DeveloperExtension
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


class Appended(IncrementalPdfFileWriter):
    """An incremental update that is no new version of the document.

    The library would write the description anew, with the time and itself as producer, and lose the schema by which
    PDF/A explains what PDF/UA says of itself; a file that is signed says the same as the one that was built. For an
    elliptic curve it would make the file PDF 2.0, which PDF/A-3 is not; the extension of PAdES allows such a key in 1.7.
    """

    def _update_meta(self) -> None:
        pass

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        pass

    def register_extension(self, ext: DeveloperExtension) -> None:
        if ext.prefix_name == "/ESIC":
            super().register_extension(ext)
