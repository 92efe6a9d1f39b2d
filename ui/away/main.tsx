// The page that `tenring live-site` writes for any web space.
import './away.css';
import { startPage } from '../parts/start-page.tsx';
import { setAwaySite } from '../store/page-origin.ts';
import { AwayPage, homeOf, NoSite } from './away-page.tsx';
import { catchLinks } from './hash-location.ts';
import { readSite } from './read-site.ts';

const site = readSite(window.tenringSite);
if (site) {
  setAwaySite(site);
  catchLinks(homeOf(site));
  document.title = site.name || document.title;
}
startPage(site ? <AwayPage site={site} /> : <NoSite />);
