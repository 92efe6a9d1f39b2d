// How every page begins: theme, language, a net for mistakes, React.
import './older-browsers.ts';
import '../styles/base.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTheme } from '../store/theme.ts';
import { loadFirstLanguage, TextProvider } from '../text/text-context.tsx';
import { Boundary } from './boundary.tsx';

const tryAgainAfterMs = 3000;

export async function startPage(page: ReactNode) {
  startTheme();
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  try {
    const first = await loadFirstLanguage();
    createRoot(root).render(
      <TextProvider first={first}>
        <Boundary>{page}</Boundary>
      </TextProvider>,
    );
  } catch {
    // The file with the messages did not come. Browsers remember a failed import for as long as the page lives.
    root.textContent = '…';
    setTimeout(() => window.location.reload(), tryAgainAfterMs);
  }
}
