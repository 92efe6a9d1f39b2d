// What a TV or a stick PC opens: /tv, or /tv/NAME for one that forgets everything. From then on the desk runs it.
import { startPage } from '../parts/start-page.tsx';
import { TvPage } from './tv-page.tsx';

startPage(<TvPage />);
