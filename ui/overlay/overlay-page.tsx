// Addresses of the overlays, and the page that builds them. On air there is never an error to be seen: what fails is not there until it works.
import { Component, type ReactNode, useEffect, useState } from 'react';
import { Route, Switch, useSearch } from 'wouter';
import { parseEntry } from '../store/followed-athletes.ts';
import { OverlayBuilder } from './overlay-builder.tsx';
import { OverlayFrame } from './overlay-frame.tsx';
import type { OverlayKind } from './overlay-kind.ts';
import { readOptions } from './overlay-options.ts';
import { Overlay } from './overlays.tsx';

export function OverlayPage() {
  return (
    <Switch>
      <Route path="/overlay/:competition/leaderboard/:category">
        {({ competition, category }) => <OnAir of={{ kind: 'leaderboard', competition, category }} />}
      </Route>
      <Route path="/overlay/:competition/athlete/:entry">
        {({ competition, entry }) => {
          const number = parseEntry(entry);
          return <OnAir of={number === undefined ? undefined : { kind: 'athlete', competition, entry: number }} />;
        }}
      </Route>
      <Route path="/overlay/:competition/match/:event/:match">
        {({ competition, event, match }) => (
          <OnAir of={{ kind: 'match', competition, event, match: match.replace('-', '/') }} />
        )}
      </Route>
      <Route path="/overlay/:competition/clock">{({ competition }) => <ClockOnAir competition={competition} />}</Route>
      <Route path="/overlay/:competition?">{({ competition }) => <OverlayBuilder chosen={competition} />}</Route>
      <Route>
        <OnAir of={undefined} />
      </Route>
    </Switch>
  );
}

function ClockOnAir({ competition }: { readonly competition: string }) {
  const clock = new URLSearchParams(useSearch()).get('clock') || undefined;
  return <OnAir of={{ kind: 'clock', competition, clock }} />;
}

function OnAir({ of }: { readonly of: OverlayKind | undefined }) {
  const { options } = readOptions(useSearch());
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    document.documentElement.dataset.overlay = 'air';
    const onResize = () => setWidth(window.innerWidth);
    window.addEventListener('resize', onResize);
    return () => {
      delete document.documentElement.dataset.overlay;
      window.removeEventListener('resize', onResize);
    };
  }, []);
  if (!of) return null;
  return (
    <Unseen>
      <OverlayFrame options={options} width={width}>
        <Overlay of={of} options={options} />
      </OverlayFrame>
    </Unseen>
  );
}

const tryAgainAfterMs = 5_000;

/** A mistake of ours is not for the viewers: the overlay goes and comes again. */
class Unseen extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    setTimeout(() => this.setState({ failed: false }), tryAgainAfterMs);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
