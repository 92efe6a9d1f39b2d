// What stands where an answer will be: that it is loading, or why it did not come. Nothing once it is there.
import type { ApiFailure } from '../store/api.ts';
import { useText } from '../text/text-context.tsx';
import { Skeleton } from './empty.tsx';
import { Failure } from './failure.tsx';

interface FetchingProps {
  /** As useApi has it. */
  readonly of: { readonly data: unknown; readonly failure: ApiFailure | undefined; reload(): void };
  readonly rows?: number;
}

export function Fetching({ of: { data, failure, reload }, rows = 6 }: FetchingProps) {
  const { t } = useText();
  if (failure) return <Failure failure={failure} onRetry={reload} />;
  return data === undefined ? <Skeleton rows={rows} label={t('app.loading')} /> : null;
}
