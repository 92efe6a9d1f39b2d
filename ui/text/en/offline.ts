// What works without network, the storage of the device, a new version.

export const offline = {} as const;
