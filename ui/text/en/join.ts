// Joining a target, and the devices of a target at the desk.

export const join = {} as const;
