// The captions of the session: received with replay, kept by language and number, so that nothing is shown twice or lost.

const FIRST_WAIT = 250, LONGEST_WAIT = 4000;

export class Captions extends EventTarget {
  constructor() {
    super();
    this.tracks = new Map(); // language -> Map(index -> {index, start, end, text})
    this.lines = new Map(); // language -> the latest state of its open line
    this.closed = new Map(); // language -> the lines that are complete and not a cue yet: that takes until the next one
    this.after = -1;
    this.wait = FIRST_WAIT;
    this.over = false;
    this.failure = null;
    this.opened = false;
  }

  connect() {
    const address = new URL(`events.ws?after=${this.after}`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    socket.onopen = () => { this.opened = true; this.wait = FIRST_WAIT; this.tell("open"); };
    socket.onmessage = (message) => this.receive(JSON.parse(message.data));
    socket.onclose = (event) => {
      if (this.over && event.wasClean) { this.tell("over"); return; }
      this.tell("lost");
      setTimeout(() => (this.opened || this.wait < LONGEST_WAIT ? this.connect() : this.fallBack()), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    };
  }

  // Some networks let no WebSocket through.
  fallBack() {
    const source = new EventSource(`events.sse?after=${this.after}`);
    source.onopen = () => this.tell("open");
    source.onerror = () => { this.tell(this.over ? "over" : "lost"); if (this.over) source.close(); };
    source.onmessage = (message) => this.receive(JSON.parse(message.data));
  }

  receive(event) {
    if (event.seq > this.after) this.after = event.seq;
    if (event.type === "cue-committed") this.add(event.cue);
    else if (event.type === "caption-updated") this.revise(event.state);
    else if (event.type === "snapshot") {
      for (const cues of Object.values(event.cues)) cues.forEach((cue) => this.add(cue));
      this.note(event.state, null);
    } else if (event.type === "state-changed") this.note(event.state, event.error);
    else if (event.type === "source-opened") this.tell("title", event.source.title);
  }

  add(cue) {
    if (!this.tracks.has(cue.language)) {
      this.tracks.set(cue.language, new Map());
      this.tell("language", cue.language);
    }
    const track = this.tracks.get(cue.language);
    const isNew = !track.has(cue.index);
    track.set(cue.index, { index: cue.index, start: cue.span.start, end: cue.span.end, text: cue.lines.join("\n") });
    const after = (this.closed.get(cue.language) ?? []).filter((line) => line.start >= cue.span.end - 0.01);
    this.closed.set(cue.language, after);
    if (isNew) this.tell("cue", { language: cue.language, cue: track.get(cue.index) });
  }

  // The line being spoken: settled words, and a tail that may change. A line that is closed comes again as a cue.
  revise(state) {
    const known = this.lines.get(state.language);
    if (known && state.revision <= known.revision) return;
    this.lines.set(state.language, state);
    if (state.is_closed && state.committed.length) {
      const line = { start: state.committed[0].span.start, text: state.committed.map((word) => word.text).join("").trim() };
      this.closed.set(state.language, [...(this.closed.get(state.language) ?? []), line]);
    }
    if (!this.tracks.has(state.language)) {
      this.tracks.set(state.language, new Map());
      this.tell("language", state.language);
    }
    this.tell("line", state);
  }

  // What was said and is not a cue yet.
  waiting(language) {
    return (this.closed.get(language) ?? []).map((line) => line.text);
  }

  note(state, error) {
    this.over = ["finished", "cancelled", "failed"].includes(state);
    this.failure = state === "failed" ? error?.message ?? "The session has failed" : null;
    this.tell("state", { state, error });
  }

  list(language) {
    return [...(this.tracks.get(language) ?? new Map()).values()].sort((a, b) => a.index - b.index);
  }

  at(language, time) {
    for (const cue of (this.tracks.get(language) ?? new Map()).values()) if (cue.start <= time && time < cue.end) return cue;
    return null;
  }

  tell(kind, detail) { this.dispatchEvent(new CustomEvent(kind, { detail })); }
}
