// Keeps a screen on where the browser has no wake lock for the page (plain http): it plays a silent video that shows nothing. The picture
// comes from a canvas, so that there is no file to fetch. Chromium counts a stream that is in the viewport, however small, as a video that
// somebody watches (blink's video_wake_lock.cc: streams are exempt from the minimal size); other browsers may not.

/** Chromium asks for three quarters of the element in the viewport. */
const style = 'position:fixed;bottom:0;right:0;width:2px;height:2px;opacity:0.01;pointer-events:none';
const repaintMs = 1_000;

export interface MutedVideo {
  /** Goes on after the page was hidden or the browser wanted a tap first; false when it does not play. */
  play(): Promise<boolean>;
  stop(): void;
}

/** Undefined where a canvas cannot be filmed. */
export function openMutedVideo(): MutedVideo | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = 2;
  canvas.height = 2;
  const brush = canvas.getContext('2d');
  if (!brush || typeof canvas.captureStream !== 'function') return undefined;
  const video = document.createElement('video');
  video.muted = true;
  video.setAttribute('playsinline', '');
  video.setAttribute('aria-hidden', 'true');
  video.setAttribute('style', style);
  video.srcObject = canvas.captureStream(1);
  document.body.append(video);
  let isLight = false;
  // A stream without a new picture stalls.
  const repaint = setInterval(() => {
    isLight = !isLight;
    brush.fillStyle = isLight ? '#fff' : '#eee';
    brush.fillRect(0, 0, 2, 2);
  }, repaintMs);
  return {
    play: () =>
      video.play().then(
        () => true,
        () => false,
      ),
    stop() {
      clearInterval(repaint);
      video.pause();
      video.srcObject = null;
      video.remove();
    },
  };
}
