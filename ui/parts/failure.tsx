// Something could not be fetched or done: why, in words, and a way on.
import type { ApiFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';

export function Failure({ failure, onRetry }: { readonly failure: ApiFailure; readonly onRetry?: () => void }) {
  const text = useText();
  return (
    <Banner tone="bad" urgent action={onRetry ? <Button onClick={onRetry}>{text.t('app.retry')}</Button> : undefined}>
      {sentenceOfError(text, failure)}
    </Banner>
  );
}
