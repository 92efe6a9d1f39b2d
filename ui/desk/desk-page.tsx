// Who may see the desk: log in first, then set a password where there is none, then work. A session that ends in the middle of work asks
// for the password over the page, so that nothing typed is lost.
import { useCallback, useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Bootstrap, Session } from '../../src/wire/api-access.ts';
import type { StatusView } from '../../src/wire/api-status.ts';
import { Button } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { callApi } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { BackupCard, CareNotices } from './appliance-care.tsx';
import { CompetitionDesk } from './competition-desk.tsx';
import { CompetitionList } from './competition-list.tsx';
import styles from './desk.module.css';
import { Login } from './login.tsx';
import { AddressNotice, NetworkCard } from './network-card.tsx';
import { NewCompetition } from './new-competition.tsx';
import { OutletsCard } from './outlets-card.tsx';
import { SetPassword } from './set-password.tsx';
import { StandbyCard } from './standby-card.tsx';

const lookAgainMs = 15_000;

export function DeskPage({ code }: { readonly code: string | undefined }) {
  const { t } = useText();
  // Again and again: the appliance's address may change in the middle of a competition.
  const bootstrap = useApi<Bootstrap>('/api/bootstrap', lookAgainMs);
  const session = useApi<Session>('/api/session');
  const [changed, setChanged] = useState<Session | undefined>();
  const current = changed ?? session.data;
  const isAtWork = current?.role === 'organiser' && current.passwordSet;
  const status = useApi<StatusView>(isAtWork ? '/api/status' : undefined, lookAgainMs).data;
  const failure = bootstrap.failure ?? session.failure;
  useTitle(t('desk.title'));
  const retry = useCallback(() => {
    bootstrap.reload();
    session.reload();
  }, [bootstrap.reload, session.reload]);
  const expired = useCallback(() => setChanged({ role: 'viewer', passwordSet: true }), []);

  if (!bootstrap.data || !current) {
    return (
      <Frame>
        {failure ? <Failure failure={failure} onRetry={retry} /> : <Skeleton rows={4} label={t('app.loading')} />}
      </Frame>
    );
  }
  if (current.role !== 'organiser') {
    return (
      <Frame>
        <Login code={code} passwordSet={changed?.passwordSet ?? bootstrap.data.passwordSet} onDone={setChanged} />
      </Frame>
    );
  }
  if (!current.passwordSet) {
    return (
      <Frame>
        <SetPassword onDone={() => setChanged({ role: 'organiser', passwordSet: true })} />
      </Frame>
    );
  }
  const logOut = async () => {
    await callApi('/api/session', { method: 'DELETE' });
    setChanged({ role: 'viewer', passwordSet: true });
  };
  const network = bootstrap.data;
  const origin = network.addresses[0] ?? window.location.origin;
  const open = (id: string, section?: string, item?: string, part?: string) => (
    <Frame onLogOut={logOut}>
      <AddressNotice network={network} />
      {status ? <CareNotices status={status} /> : null}
      <CompetitionDesk key={id} id={id} section={section} item={item} part={part} origin={origin} onExpired={expired} />
    </Frame>
  );
  return (
    <Router hook={useHashLocation}>
      <Switch>
        <Route path="/">
          <Frame onLogOut={logOut}>
            <AddressNotice network={network} />
            {status ? <CareNotices status={status} /> : null}
            <CompetitionList onExpired={expired} />
            <NetworkCard network={network} certificate={status?.certificate ?? null} />
            {status ? <OutletsCard status={status} /> : null}
            {status ? <BackupCard status={status} /> : null}
            {status ? <StandbyCard status={status} /> : null}
          </Frame>
        </Route>
        <Route path="/new">
          <Frame onLogOut={logOut}>
            <NewCompetition onExpired={expired} />
          </Frame>
        </Route>
        <Route path="/:id/:section/:item/:part">{({ id, section, item, part }) => open(id, section, item, part)}</Route>
        <Route path="/:id/:section/:item">{({ id, section, item }) => open(id, section, item)}</Route>
        <Route path="/:id/:section?">{({ id, section }) => open(id, section)}</Route>
        <Route>
          <Frame onLogOut={logOut}>
            <Empty title={t('app.notFound')} />
          </Frame>
        </Route>
      </Switch>
    </Router>
  );
}

function Frame({
  children,
  onLogOut,
}: {
  readonly children: React.ReactNode;
  readonly onLogOut?: () => Promise<void>;
}) {
  const { t } = useText();
  return (
    <>
      <PageHeader title={t('desk.title')}>
        <ThemePicker />
        <LanguagePicker />
        {onLogOut ? (
          <Button look="quiet" onClick={() => onLogOut().catch(() => window.location.reload())}>
            {t('desk.logout')}
          </Button>
        ) : null}
      </PageHeader>
      <main id="content" className={styles.main}>
        {children}
      </main>
    </>
  );
}
