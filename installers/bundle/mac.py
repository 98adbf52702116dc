"""What macOS is told about the application."""

from __future__ import annotations

import re
from pathlib import Path

_INIT = Path(__file__).parents[2] / "src" / "streamlation_desktop" / "__init__.py"
VERSION = re.findall(r'__version__ = "(.+)"', _INIT.read_text())[0]

INFO = {
    "CFBundleDisplayName": "Streamlation Desktop",
    "CFBundleShortVersionString": VERSION,
    "LSMinimumSystemVersion": "14.0",
    "LSApplicationCategoryType": "public.app-category.video",
    "NSHighResolutionCapable": True,
    "NSMicrophoneUsageDescription": "To translate what is said into the microphone. Nothing leaves this computer.",
    "NSLocalNetworkUsageDescription": "To find televisions and speakers, when you cast.",
    "NSBonjourServices": ["_googlecast._tcp", "_airplay._tcp", "_raop._tcp"],
    "CFBundleURLTypes": [{"CFBundleURLName": "org.streamlation.Desktop", "CFBundleURLSchemes": ["streamlation"]}],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Media",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["public.movie", "public.audio", "public.m3u-playlist"],
        }
    ],
}
