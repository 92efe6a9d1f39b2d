// How every page begins: theme, language, a net for mistakes, React.
import '../styles/base.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTheme } from '../store/theme.ts';
import { TextProvider } from '../text/text-context.tsx';
import { Boundary } from './boundary.tsx';

export function startPage(page: ReactNode) {
  startTheme();
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <TextProvider>
      <Boundary>{page}</Boundary>
    </TextProvider>,
  );
}
