// The organiser's desk.
import { startPage } from '../parts/start-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { takeCode } from './one-time-code.ts';

const code = takeCode(window.location.hash);
if (code !== undefined) window.history.replaceState(null, '', window.location.pathname + window.location.search);
startPage(<DeskPage code={code} />, { withDesk: true });
