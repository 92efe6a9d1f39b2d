// Second card, differences, confirming, signing, the whole card.

export const cards = {} as const;
