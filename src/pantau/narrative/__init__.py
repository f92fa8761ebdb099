"""The single narrative as documents that leave the desk."""
