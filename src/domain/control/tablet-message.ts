// What the desk may tell one tablet.

/** It has to be read from a step away. */
export const longestMessage = 200;
