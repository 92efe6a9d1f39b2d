// One athlete on a phone.
import { startPage } from '../parts/start-page.tsx';
import { FollowPage } from './follow-page.tsx';

startPage(<FollowPage />);
