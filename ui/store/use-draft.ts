// What is typed into a form survives a reload, a log-out in between, or a wrong click: kept in this tab's sessionStorage.
import { useCallback, useState } from 'react';

const prefix = 'tenring.draft.';

function readDraft(key: string): string | null {
  try {
    return window.sessionStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

function writeDraft(key: string, value: string | undefined): boolean {
  try {
    if (value === undefined) window.sessionStorage.removeItem(prefix + key);
    else window.sessionStorage.setItem(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}

/** A plain object of texts. `forget` empties the draft once it has been used. */
export function useDraft<T extends Readonly<Record<string, string>>>(key: string, empty: T) {
  const [draft, setDraft] = useState<T>(() => {
    const kept = readDraft(key);
    if (kept === null) return empty;
    try {
      return { ...empty, ...(JSON.parse(kept) as Partial<T>) };
    } catch {
      return empty;
    }
  });
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft((before) => {
        const next = { ...before, ...part };
        writeDraft(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => {
    writeDraft(key, undefined);
    setDraft(empty);
  }, [key, empty]);
  return { draft, change, forget };
}
