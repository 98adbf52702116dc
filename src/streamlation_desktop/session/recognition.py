"""The recognizer of a job: chosen, loaded, and told to the user."""

from __future__ import annotations

from functools import partial

from streamlation_desktop.core.events import Degraded, EngineChosen, Warned
from streamlation_desktop.engines.base import DeviceChoice, RecognitionOptions, Recognizer
from streamlation_desktop.session.engine_pool import SharedRecognizer
from streamlation_desktop.session.fallback import CardOrProcessor, FallbackRecognizer
from streamlation_desktop.session.job import JobContext
from streamlation_desktop.session.planner import RECOMMENDED, Pace, RecognizerCandidate, RecognizerPlan, plan_recognizer
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.services import Services


def open_recognizer(context: JobContext) -> Recognizer:
    """Choose and load the recognizer.

    Raises:
        ModelError: the model is missing or damaged.
        EngineError: no model serves the language, or it cannot be loaded.
    """
    request, services = context.request, context.services
    pace = known_pace(services, request)
    plan = plan_recognizer(services.catalogue().recognizers, request.recognizer, request.sources, pace)
    if not plan.candidate.quality and not request.compute_type:
        services.loaders.tune()
    device = services.loaders.device(request.device, request.compute_type)
    _tell(context, plan, device)
    recognizer: Recognizer
    if device.device == "cpu":
        recognizer = _load(context, plan.candidate, device)
    else:
        processor = services.loaders.device("cpu", "")
        choice = CardOrProcessor(partial(_load, context, plan.candidate), device, processor, context.events)
        recognizer, device = FallbackRecognizer(choice, choice.engine.origin), choice.device
    chosen = EngineChosen("recognize", recognizer.origin, device.device, device.compute_type, plan.reason)
    context.events.publish(chosen)
    return recognizer


def known_pace(services: Services, request: JobRequest) -> Pace:
    """How fast models run where this job would run them; nothing is known of a GPU."""
    device = services.loaders.device(request.device, request.compute_type)
    return services.loaders.pace if device.device == "cpu" else lambda _: None


def recognition_options(context: JobContext) -> RecognitionOptions:
    """How to transcribe, from the request."""
    request = context.request
    return RecognitionOptions(request.beam_size, request.vocabulary, request.sources)


def _tell(context: JobContext, plan: RecognizerPlan, device: DeviceChoice) -> None:
    request, candidate = context.request, plan.candidate
    if plan.passed_over:
        hint = f"For the best captions all the same: --model {plan.passed_over}"
        context.events.publish(Warned(f"{candidate.model} is used: {plan.reason}", hint))
    if request.device == "cuda" and device.device == "cpu":
        context.events.publish(Degraded(device.reason, "the processor"))
    elif request.compute_type and request.compute_type != device.compute_type:
        context.events.publish(Degraded(device.reason, device.compute_type))
    if candidate.quality:
        hint = f"For better captions: streamlation models install {RECOMMENDED}"
        context.events.publish(Warned(f"{candidate.engine} recognizes speech at {candidate.quality} quality", hint))


def _load(context: JobContext, candidate: RecognizerCandidate, device: DeviceChoice) -> Recognizer:
    services = context.services
    return services.recognizers.get(
        (candidate, device), lambda: SharedRecognizer(services.loaders.recognizer(candidate, device))
    )
