// What works without network, the storage of the device, a new version.

export const offline = {
  'offline.otherTab':
    'This tablet is open in another tab, and that one sends the scores. Tap here to go on in this one.',
} as const;
