// The picture: hls.js where it works, else the browser itself; and where in the media it is.

const EPOCH = Date.UTC(2000, 0, 1); // media time 0 in our playlists' EXT-X-PROGRAM-DATE-TIME

export class Player {
  constructor(video) { this.video = video; this.hls = null; }

  async open(media) {
    const isPlaylist = /mpegurl/i.test(media.type);
    if (isPlaylist) await script("hls.min.js");
    if (isPlaylist && window.Hls && window.Hls.isSupported()) {
      // Captions are drawn by the page, in the languages and size chosen there.
      this.hls = new window.Hls({ renderTextTracksNatively: false, enableWebVTT: false, startPosition: media.live ? -1 : 0 });
      this.hls.on(window.Hls.Events.ERROR, (_, error) => this.recover(error));
      this.hls.loadSource(media.path);
      this.hls.attachMedia(this.video);
    } else {
      this.video.src = media.path;
    }
  }

  recover(error) {
    if (!error.fatal) return;
    if (error.type === window.Hls.ErrorTypes.MEDIA_ERROR) this.hls.recoverMediaError();
    else setTimeout(() => this.hls.loadSource(this.hls.url), 1000);
  }

  // Seconds of media time.
  get time() {
    const date = this.hls ? this.hls.playingDate : null;
    if (date) return (date.getTime() - EPOCH) / 1000;
    const start = this.video.getStartDate ? this.video.getStartDate() : null;
    const offset = start && !isNaN(start.getTime()) ? (start.getTime() - EPOCH) / 1000 : 0;
    return this.video.currentTime + offset;
  }
}

function script(name) {
  return new Promise((resolve) => {
    const element = document.createElement("script");
    element.src = name;
    element.onload = element.onerror = resolve;
    document.head.append(element);
  });
}
