import { useQueryOf } from '../api/queries.ts';
import { useText } from './i18n.ts';
import { useSession } from './session.ts';
import { useCounts } from './use-counts.ts';

/** A number beside a place of the rail, and what it means. */
export interface RailCount {
  readonly n: number;
  readonly words: string;
}

/** What stands beside the places of the rail, by their address; only what this person may see. */
export function useRailCounts(): Readonly<Record<string, RailCount>> {
  const t = useText();
  const { may } = useSession();
  const entries = useCounts();
  const media = useQueryOf('media', 'counts', {}, { enabled: may('media.counts'), every: 60_000 }).data;
  const decides = may('media.decide');
  const accounts = useQueryOf(
    'accounts',
    'waiting',
    {},
    { enabled: may('accounts.waiting'), every: 60_000 },
  ).data;
  return {
    ...(entries === undefined
      ? {}
      : { '/entries': { n: entries.inside, words: t('nav.inside', { n: entries.inside }) } }),
    ...(media === undefined
      ? {}
      : {
          '/media': decides
            ? { n: media.toDecide, words: t('nav.toDecide', { n: media.toDecide }) }
            : { n: media.inside, words: t('nav.mediaInside', { n: media.inside }) },
        }),
    ...(accounts === undefined
      ? {}
      : { '/accounts': { n: accounts.toConfirm, words: t('nav.waiting', { n: accounts.toConfirm }) } }),
  };
}
