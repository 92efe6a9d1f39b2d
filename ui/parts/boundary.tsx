// A mistake of ours in a page: say so and offer a reload, rather than leave a white screen.
import { Component, type ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';

function Crashed() {
  const { t } = useText();
  return (
    <main style={{ padding: '2rem' }}>
      <Banner tone="bad" urgent action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}>
        {t('app.crashed')}
      </Banner>
    </main>
  );
}

export class Boundary extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}
