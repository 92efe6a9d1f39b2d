// What has to wait for the picture: once the browser has painted what was drawn last.

/** A page that nobody sees is not painted. */
const atLatestMs = 1_000;

export function whenPainted(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) run();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, atLatestMs);
}
