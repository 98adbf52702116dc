// A Chromecast stand-in: the protocol by the npm package castv2 (written by others), playback by a real Chromium.
//
// node receiver.cjs MODULES KEY CERT [--refuse=N]   refuse the first N LOADs
//                                    [--no-detail]  … without naming the item, as some devices do
//                                    [--no-launch]  LAUNCH fails
//                                    [--deaf]       fetch nothing after LOAD
//                                    [--cut=N]      break the connection when the first N LOADs come, and do nothing
//                                    [--player=hls] playlists go to hls.js
// Prints one line of JSON with its ports when it is ready. http://127.0.0.1:CONTROL/probe tells what was shown,
// /drop cuts the senders' connections, /log the messages received, /new?FLAG&FLAG makes it another device.
"use strict";
const fs = require("fs"), http = require("http"), path = require("path");
const [modules, key, cert, ...first] = process.argv.slice(2);
const { Server } = require(path.join(modules, "castv2"));
let flags = first;
const option = (name) => { const found = flags.find((flag) => flag.split("=")[0] === name); return found && (found.split("=")[1] ?? "1"); };
const page = require("./screen.cjs")(modules, () => option("--player"));

const NAMESPACE = "urn:x-cast:com.google.cast.";
const RECEIVER = NAMESPACE + "receiver", MEDIA = NAMESPACE + "media", HEARTBEAT = NAMESPACE + "tp.heartbeat";
const server = new Server({ key: fs.readFileSync(key), cert: fs.readFileSync(cert) });
const VOLUME = { level: 0.5, muted: false, controlType: "attenuation", stepInterval: 0.05 }, volume = { ...VOLUME };
const clients = new Set(), log = [];
let app = null, media = null, sessions = 0, refusals = Number(option("--refuse") ?? 0), cuts = Number(option("--cut") ?? 0);
const drop = () => { for (const each of Object.values(server.clients)) each.socket.destroy(); };

const send = (client, from, to, namespace, message) => server.clients[client] && server.send(client, from, to, namespace, JSON.stringify(message));
const broadcast = (from, namespace, message) => { for (const client of clients) send(client, from, "*", namespace, { requestId: 0, ...message }); };
const receiverStatus = () => ({ type: "RECEIVER_STATUS", status: { applications: app ? [app] : [], isActiveInput: true, volume } });

async function mediaStatus() {
  if (!media) return { type: "MEDIA_STATUS", status: [] };
  if (!media.idle) {
    const shown = await page.state();
    if (!media) return { type: "MEDIA_STATUS", status: [] };  // stopped meanwhile
    media.state = shown.ended ? "IDLE" : shown.paused ? "PAUSED" : shown.ready < 3 ? "BUFFERING" : "PLAYING";
    media.time = shown.time;
    if (shown.ended) media.idle = "FINISHED";
  }
  return { type: "MEDIA_STATUS", status: [{
    mediaSessionId: media.id, playbackRate: 1, playerState: media.idle ? "IDLE" : media.state,
    ...(media.idle ? { idleReason: media.idle } : {}), currentTime: media.time ?? 0, supportedMediaCommands: 12303,
    volume: { level: 1, muted: false }, activeTrackIds: media.active,
    media: { ...media.info, duration: media.duration ?? undefined, tracks: media.info.tracks ?? media.found },
    currentItemId: 1, repeatMode: "REPEAT_OFF" }] };
}

async function onReceiver(reply, message) {
  switch (message.type) {
    case "GET_STATUS": return reply(receiverStatus());
    case "LAUNCH":
      if (option("--no-launch") || message.appId !== "CC1AD845") return reply({ type: "LAUNCH_ERROR", reason: "NOT_FOUND" });
      sessions += 1;
      app = { appId: "CC1AD845", displayName: "Default Media Receiver", namespaces: [{ name: MEDIA }], sessionId: `session-${sessions}`,
        transportId: `web-${sessions}`, statusText: "", isIdleScreen: false, launchedFromCloud: false, iconUrl: "" };
      await page.open();
      reply(receiverStatus());
      return broadcast("receiver-0", RECEIVER, receiverStatus());
    case "STOP": app = null; media = null; await page.clear(); return reply(receiverStatus());
    case "SET_VOLUME": Object.assign(volume, message.volume); reply(receiverStatus()); return broadcast("receiver-0", RECEIVER, receiverStatus());
  }
  return reply({ type: "INVALID_REQUEST", reason: "INVALID_COMMAND" });
}

async function onLoad(reply, message) {
  cuts -= 1;
  if (cuts >= 0) return drop();
  media = { id: (media?.id ?? 0) + 1, info: message.media, active: message.activeTrackIds ?? [], state: "BUFFERING", time: 0 };
  reply(await mediaStatus());
  if (option("--deaf")) return;
  refusals -= 1;
  const mine = media;
  const result = refusals >= 0 ? { error: "refused" } : await page.load(message.media, media.active, message.currentTime, message.autoplay !== false);
  if (media !== mine) return reply({ type: "LOAD_CANCELLED" });  // something else was loaded meanwhile, or all was stopped
  if (result.error) {
    media.idle = "ERROR";
    reply({ type: "LOAD_FAILED", ...(option("--no-detail") ? {} : { itemId: 1, detailedErrorCode: 104 }) });
  } else {
    media.duration = result.duration;
    media.found = result.found;
    if (result.found?.length) media.active = [1];
  }
  broadcast(app.transportId, MEDIA, await mediaStatus());
}

async function onMedia(reply, message) {
  switch (message.type) {
    case "GET_STATUS": return reply(await mediaStatus());
    case "LOAD": return onLoad(reply, message);
    case "PAUSE": await page.pause(); break;
    case "PLAY": await page.play(); break;
    case "SEEK":
      await page.seek(message.currentTime);
      if (message.resumeState === "PLAYBACK_START") await page.play();
      break;
    case "STOP": media.idle = "CANCELLED"; await page.pause(); break;
    case "EDIT_TRACKS_INFO": media.active = message.activeTrackIds ?? media.active; await page.show(media.active); break;
    default: return reply({ type: "INVALID_REQUEST", reason: "INVALID_COMMAND" });
  }
  return reply(await mediaStatus());
}

server.on("message", async (client, source, destination, namespace, text) => {
  let message = {};
  try { message = JSON.parse(text); } catch { /* binary: not for us */ }
  clients.add(client);
  const reply = (answer) => send(client, destination, source, namespace, { requestId: message.requestId, ...answer });
  if (namespace === HEARTBEAT) { if (message.type === "PING") reply({ type: "PONG" }); return; }
  if (message.type) log.push(message);
  if (namespace === RECEIVER) await onReceiver(reply, message);
  else if (namespace === MEDIA && destination === app?.transportId) await onMedia(reply, message);
});

async function begin(wanted) {
  drop();
  flags = wanted;
  app = media = null;
  log.length = 0;
  Object.assign(volume, VOLUME);
  refusals = Number(option("--refuse") ?? 0);
  cuts = Number(option("--cut") ?? 0);
  await page.clear();
}

// A device tells of itself when something changes: so does this one, when playback does.
let told = "";
setInterval(async () => {
  for (const client of clients) if (!server.clients[client]) clients.delete(client);
  if (!media || media.idle || !app) return;
  const status = await mediaStatus();
  const now = status.status[0]?.playerState;
  if (now && app && now !== told) broadcast(app.transportId, MEDIA, status);
  told = now;
}, 200);

const control = http.createServer(async (request, response) => {
  if (request.url === "/probe") return response.end(JSON.stringify({ ...(await page.state()), volume, active: media?.active }));
  if (request.url === "/log") return response.end(JSON.stringify(log));
  if (request.url === "/drop") drop();
  if (request.url.startsWith("/new")) await begin(request.url.slice(5).split("&").filter(Boolean));
  response.end("{}");
});

control.listen(0, "127.0.0.1", () => server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ cast: server.server.address().port, control: control.address().port }));
}));
process.on("SIGTERM", async () => { await page.close(); process.exit(0); });
