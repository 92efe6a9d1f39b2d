// The shooting clock: on the tablet, on boards, at the desk.

export const clock = {} as const;
