// Why a device could not join, in a sentence that says what to do next.
import type { ApiFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import type { Translator } from '../text/translator.ts';
import type { JoinBy } from './join.ts';

export function sentenceOfJoinFailure(text: Translator, failure: ApiFailure, tried: JoinBy | undefined): string {
  const { t } = text;
  const butt = tried && 'key' in tried ? tried.key.butt : failure.details.butt;
  switch (failure.code) {
    case 'network':
      return t('join.offline');
    case 'wrongCode':
      if (tried && 'key' in tried) return t('join.wrongKey', { butt: tried.key.butt });
      return tried && 'code' in tried ? t('join.wrongCode', { code: tried.code }) : sentenceOfError(text, failure);
    case 'unknownButt':
      return butt === undefined ? sentenceOfError(text, failure) : t('join.nobody', { butt });
    case 'unknownCompetition':
      return t('join.gone');
    default:
      return sentenceOfError(text, failure);
  }
}
