// The public boards.
import { startPage } from '../parts/start-page.tsx';
import { BoardPage } from './board-page.tsx';

startPage(<BoardPage />);
