// The start page: what this box is, and three ways in.
import { startPage } from '../parts/start-page.tsx';
import { HomePage } from './home-page.tsx';

startPage(<HomePage />);
