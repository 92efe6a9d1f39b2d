// How every page begins: theme, language, a net for mistakes, React.
import './older-browsers.ts';
import '../styles/base.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTheme } from '../store/theme.ts';
import { loadFirstLanguage } from '../text/first-language.ts';
import { TextProvider } from '../text/text-context.tsx';
import { Boundary } from './boundary.tsx';
import { addFonts } from './fonts.ts';

const tryAgainAfterMs = 3000;

interface StartOptions {
  /** Also the messages that only the desk has. */
  readonly withDesk?: boolean;
  /** Calls once the page has what a person waits for; a second after its beginning where a page does not say. */
  readonly whenQuiet?: (run: () => void) => void;
}

export async function startPage(page: ReactNode, { withDesk = false, whenQuiet }: StartOptions = {}) {
  startTheme();
  addFonts(whenQuiet);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  try {
    const first = await loadFirstLanguage({ withDesk });
    createRoot(root).render(
      <TextProvider first={first} withDesk={withDesk}>
        <Boundary>{page}</Boundary>
      </TextProvider>,
    );
  } catch {
    // The file with the messages did not come. Browsers remember a failed import for as long as the page lives.
    root.textContent = '…';
    setTimeout(() => window.location.reload(), tryAgainAfterMs);
  }
}
