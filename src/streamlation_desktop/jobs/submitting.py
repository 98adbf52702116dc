"""Puts jobs into the queue."""

from __future__ import annotations

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.jobs.existing import require_free
from streamlation_desktop.jobs.keys import key_of
from streamlation_desktop.jobs.naming import DubNames
from streamlation_desktop.jobs.offered_voices import require_voice
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.media.names import is_url
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.codec import encode
from streamlation_desktop.storage.job_records import JobRecord
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap


def submit(services: Services, request: DubRequest) -> JobRecord:
    """Put a job in the queue; the same one that was interrupted is taken up again.

    Raises:
        SourceNotFound: there is no such file.
        UsageError: the source cannot be read several times, or no language was named.
        ModelNotInstalled, LanguageNotSupported: a voice that was asked for is not there, or speaks another language.
        OutputExists: a file is there that it would write.
    """
    if request.location == "-" or is_url(request.location):
        raise UsageError("a dub needs a file", hint="Save the stream first, then dub the file.")
    if not request.targets:
        raise UsageError("which languages?", hint="Name them: --to es,fr")
    key = key_of(request)
    for each in request.voices:  # before they are remembered: every later dub would ask for them
        require_voice(services, each.language, MappedVoice(each.synthesizer, each.voice))
    store = JobStore(services.database)
    if not request.output.overwrite:  # before there is a job, which could only fail
        for language in request.targets:
            for path in DubNames(request).planned(language, video_suffix=""):
                require_free(path, services.database, store.unfinished(key.digest))
    known = VoiceMap(services.database)
    for each in request.voices:
        known.choose(request.project_name, each.speaker, each.language, MappedVoice(each.synthesizer, each.voice))
    return store.add(key.location, key.digest, encode(request), request.targets)
