// Long lists are drawn a part at a time: twelve thousand rows would hold up a tablet for seconds.
import { useState } from 'react';

export function useCapped<T>(items: readonly T[], step: number, resetOn: unknown) {
  const [state, setState] = useState({ shown: step, on: resetOn });
  const shown = state.on === resetOn ? state.shown : step;
  const rest = Math.max(0, items.length - shown);
  return {
    visible: rest > 0 ? items.slice(0, shown) : items,
    rest,
    nextStep: Math.min(step, rest),
    showMore: () => setState({ shown: shown + step, on: resetOn }),
  };
}
