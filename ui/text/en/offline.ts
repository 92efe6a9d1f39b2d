// What works without network, the storage of the device, a new version.

export const offline = {
  'offline.otherTab': 'Another tab of this tablet sends the scores. Tap to use this one.',
} as const;
