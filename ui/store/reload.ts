// Loads the page again when the appliance is of another version, but not over and over.

const place = 'tenring.reloadedAt';
const pauseMs = 60_000;

/** False when it was done a moment ago: then a person has to be told. */
export function reloadOnce(): boolean {
  try {
    const sinceMs = Date.now() - Number(window.sessionStorage.getItem(place) ?? 0);
    // Less than nothing: the device's clock was set.
    if (sinceMs >= 0 && sinceMs < pauseMs) return false;
    window.sessionStorage.setItem(place, String(Date.now()));
  } catch {
    return false;
  }
  window.location.reload();
  return true;
}
