// What a TV would show for a look at the desk: the same page, which is nobody's screen and tells nobody that it is there.
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useShow } from '../store/use-show.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { Playing } from './playing.tsx';
import type { Preview } from './preview-address.ts';

const nobody = () => undefined;

export function PreviewPage({ competition, shows }: Preview) {
  const { t } = useText();
  const show = useShow(competition);
  const found = useApi<CompetitionView>(pathOf('competitions', competition)).data;
  const bootstrap = useApi<Bootstrap>('/api/bootstrap').data;
  useTitle(t('tv.title'));
  if (!found || !show) return <main id="content" aria-label={t('app.loading')} />;
  return (
    <Playing
      competition={found}
      show={show}
      screen={{ id: '', name: '', shows, isBlank: false, setAt: 0 }}
      origin={bootstrap?.addresses[0] ?? window.location.origin}
      demo={bootstrap?.demo ?? false}
      onView={nobody}
    />
  );
}
