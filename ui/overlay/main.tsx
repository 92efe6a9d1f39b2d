// Overlays for broadcasts, and the page that builds their addresses.
import { startPage } from '../parts/start-page.tsx';
import { OverlayPage } from './overlay-page.tsx';

// Before the first words: a picture of somebody else's is behind.
if (window.location.pathname.split('/').length > 3) document.documentElement.dataset.overlay = 'air';
startPage(<OverlayPage />, { withDesk: true });
