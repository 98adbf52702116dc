// The receiver's screen: a page of its own origin in a headless Chromium, so that CORS is enforced as on a device.
// MP4 goes to the browser with <track>, playlists to shaka-player, or to hls.js where that is asked for.
"use strict";
const fs = require("fs"), http = require("http"), path = require("path");
const HTML = '<!doctype html><meta charset=utf-8><video id=v muted width=640></video><script src=/shaka.js></script><script src=/hls.js></script>';
const HLS = path.join(__dirname, "../../../resources/web/vendor/hls.min.js");
const FLAGS = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--disable-gpu", "--no-first-run", "--disable-sync",
  "--disable-background-networking", "--disable-component-update", "--disable-quic"];

module.exports = (modules, engine) => {
  let browser = null, tab = null;
  const site = http.createServer((request, response) => {
    if (request.url === "/shaka.js") return response.end(fs.readFileSync(path.join(modules, "shaka-player/dist/shaka-player.compiled.js")));
    if (request.url === "/hls.js") return response.end(fs.readFileSync(HLS));
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(HTML);
  });
  const address = () => `http://127.0.0.1:${site.address().port}/`;

  async function open() {
    if (tab) return;
    await new Promise((done) => site.listen(0, "127.0.0.1", done));
    const puppeteer = await import(path.join(modules, "puppeteer-core/lib/esm/puppeteer/puppeteer-core.js"));
    browser = await puppeteer.default.launch({ executablePath: "/usr/bin/chromium", headless: true, pipe: true, args: FLAGS });  // the pipe ends it when we are killed
    tab = await browser.newPage();
    await tab.goto(address());
  }

  const state = () => !tab ? { seen: {}, errors: [] } : tab.evaluate(() => {
    const v = document.getElementById("v");
    return { time: window.mediaTime ? window.mediaTime() : v.currentTime, paused: v.paused, ended: v.ended, ready: v.readyState, width: v.videoWidth, seen: window.seen ?? {}, shown: window.shown ?? [], errors: window.errors ?? [],
      tracks: [...v.textTracks].map((track) => [track.mode, track.cues?.length ?? 0]) };
  }).catch(() => ({ seen: {}, errors: ["page gone"] }));

  const load = (info, active, from, autoplay) => tab.evaluate(async (info, active, from, autoplay, engine) => {
    const v = document.getElementById("v");
    if (window.player) { await window.player.destroy(); window.player = null; }
    v.querySelectorAll("track").forEach((track) => track.remove());
    v.removeAttribute("src"); v.removeAttribute("crossorigin");
    const again = window.loaded === (info.contentUrl ?? info.contentId);  // what was on screen before counts, too
    Object.assign(window, again ? { mediaTime: null } : { seen: {}, shown: [], errors: [], mediaTime: null });
    window.loaded = info.contentUrl ?? info.contentId;
    clearInterval(window.watch);
    // A cue was first on screen between the look before and this one: a busy machine looks seldom.
    let before = 0, last = new Set();
    window.watch = setInterval(() => {
      const time = window.mediaTime ? window.mediaTime() : v.currentTime;
      const now = new Set(), since = before <= time ? before : time;
      for (const track of v.textTracks) if (track.mode !== "disabled") for (const cue of track.activeCues ?? []) {
        now.add(cue.text);
        if (!(cue.text in window.seen)) window.seen[cue.text] = [since, time];
        if (!last.has(cue.text)) window.shown.push([cue.text, since, time]);
      }
      before = time;
      last = now;
    }, 25);
    const url = info.contentUrl ?? info.contentId;
    let found;
    try {
      if (/mpegurl/i.test(info.contentType) && engine === "hls") {
        const hls = window.player = new Hls();
        hls.on(Hls.Events.ERROR, (_, error) => { if (error.details !== "bufferStalledError") window.errors.push(["hls", error.details]); });
        hls.loadSource(info.contentUrl ?? info.contentId);
        hls.attachMedia(v);
        await new Promise((done, fail) => { v.onloadeddata = done; setTimeout(() => fail(new Error("nothing arrived")), 20000); });
        found = hls.subtitleTracks.map((text, index) => ({ trackId: index + 1, type: "TEXT", language: text.lang, name: text.name, trackContentType: "text/vtt" }));
        window.show = (ids) => { hls.subtitleTrack = (ids[0] ?? 0) - 1; hls.subtitleDisplay = true; };
        if (found.length) window.show([1]);
        window.mediaTime = () => hls.playingDate ? (hls.playingDate.getTime() - Date.UTC(2000, 0, 1)) / 1000 : v.currentTime;
      } else if (/mpegurl/i.test(info.contentType)) {
        shaka.polyfill.installAll();
        const player = window.player = new shaka.Player();
        await player.attach(v);
        player.addEventListener("error", (event) => window.errors.push(["shaka", event.detail.code ?? String(event.detail), String(event.detail.data)]));
        await player.load(url, from ?? undefined);
        const texts = player.getTextTracks();
        found = texts.map((text, index) => ({ trackId: index + 1, type: "TEXT", language: text.language, name: text.label ?? undefined, trackContentType: "text/vtt" }));
        if (texts.length) { player.selectTextTrack(texts[0]); player.setTextTrackVisibility?.(true); }
        window.show = (ids) => { const track = player.getTextTracks()[ids[0] - 1]; player.setTextTrackVisibility?.(Boolean(track)); if (track) player.selectTextTrack(track); };
        if (player.isLive()) { const epoch = Date.UTC(2000, 0, 1); window.mediaTime = () => { const at = player.getPlayheadTimeAsDate(); return at ? (at.getTime() - epoch) / 1000 : v.currentTime; }; }
      } else {
        const tracks = info.tracks ?? [];
        if (tracks.length) v.crossOrigin = "anonymous";
        v.src = url;
        for (const track of tracks) {
          const element = document.createElement("track");
          Object.assign(element, { kind: "subtitles", srclang: track.language, label: track.name, id: `t${track.trackId}`, src: track.trackContentId });
          element.onerror = () => window.errors.push(["track", track.trackId]);
          v.append(element);
          element.track.mode = active.includes(track.trackId) ? "showing" : "disabled";
        }
        window.show = (ids) => v.querySelectorAll("track").forEach((each) => { each.track.mode = ids.includes(Number(each.id.slice(1))) ? "showing" : "disabled"; });
        await new Promise((done, fail) => {
          v.onloadedmetadata = done;
          v.onerror = () => fail(new Error(`media error ${v.error?.code}`));
          setTimeout(() => fail(new Error("nothing arrived")), 8000);
        });
        if (from) v.currentTime = from;
      }
      if (autoplay) await v.play();
      return { duration: isFinite(v.duration) ? v.duration : null, found };
    } catch (error) {
      return { error: `${error.message ?? error} ${error.code ?? ""}` };
    }
  }, info, active, from, autoplay, engine()).catch((error) => ({ error: String(error) }));  // it was stopped meanwhile

  return {
    open, state, load,
    play: () => tab.evaluate(() => document.getElementById("v").play()),
    pause: () => tab.evaluate(() => document.getElementById("v").pause()),
    seek: (time) => tab.evaluate((time) => new Promise((done) => { const v = document.getElementById("v"); v.onseeked = () => done(); v.currentTime += time - (window.mediaTime ? window.mediaTime() : v.currentTime); setTimeout(done, 3000); }), time),
    show: (ids) => tab.evaluate((ids) => window.show && window.show(ids), ids),
    clear: () => tab && tab.goto("about:blank").then(() => tab.goto(address())).catch(() => { /* it is being closed */ }),
    close: async () => { if (browser) await browser.close(); },
  };
};
