"""What hears and translates: protocols, the registry, device choice, and one adapter per engine."""

import os

# CTranslate2's oneDNN keeps machine code for every length of sound that it has ever met, up to 1,024 of them: more than
# 200 MB in an hour of live windows, and nothing gained, for a length seldom comes back.
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "32")
