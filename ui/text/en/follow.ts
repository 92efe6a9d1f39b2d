// One archer on a phone.

export const follow = {} as const;
