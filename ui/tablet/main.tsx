// The scoring tablet.
import { startPage } from '../parts/start-page.tsx';
import { TabletPage } from './tablet-page.tsx';
import { createTabletSession } from './tablet-session.ts';

const session = createTabletSession();
session.start();
startPage(<TabletPage session={session} />);
