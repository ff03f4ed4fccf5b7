import { X } from 'lucide-react';
import { Link } from 'react-router';
import type { Medium, MediumDetails } from '../../../shared/media/register/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MediumActions } from './medium-actions.tsx';
import { MediumStateBadge, MissedBadge } from './medium-state.tsx';
import { MediumStory } from './medium-story.tsx';
import { useRegisterText } from './text.ts';
import { useValueWords } from './words.ts';

const FIELDS = [
  'kind',
  'upTo',
  'encryption',
  'capacity',
  'maker',
  'model',
  'serial',
  'seal',
  'keeper',
  'place',
] as const satisfies readonly (keyof MediumDetails)[];

function useFacts(medium: Medium): readonly Fact[] {
  const t = useRegisterText();
  const value = useValueWords();
  const format = useFormat();
  const { registeredAt, stocktakenAt, missedAt, erasedAt, note } = medium;
  const when = (at: number | null): string => (at === null ? t('fact.never') : format.dateTime(at));
  return [
    ...FIELDS.map((field) => ({ label: t(`field.${field}`), value: value(medium, field) })),
    { label: t('fact.registered'), value: format.dateTime(registeredAt) },
    { label: t('fact.stocktaken'), value: when(stocktakenAt) },
    ...(missedAt === null
      ? []
      : [
          {
            label: t('fact.missed'),
            value: <strong className="text-warn">{format.dateTime(missedAt)}</strong>,
          },
        ]),
    { label: t('fact.erased'), value: when(erasedAt) },
    ...(note === ''
      ? []
      : [
          {
            label: t('field.note'),
            value: <span className="whitespace-pre-line">{note}</span>,
            wide: true,
          },
        ]),
  ];
}

/** The address of the list of all requests about a medium. */
function requestsOf({ id, number }: Medium): string {
  return `/media?${new URLSearchParams({ tab: 'all', mediumId: id, called: number }).toString()}`;
}

function Head({ medium, onClose }: { readonly medium: Medium; readonly onClose: () => void }) {
  const t = useRegisterText();
  return (
    <header className="flex items-start justify-between gap-3 px-4 pt-3">
      <div className="min-w-0">
        <h2 className="text-xl font-bold break-words">
          <span className="tabular-nums">{medium.number}</span>
          <span className="ml-3">{medium.name}</span>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <MediumStateBadge state={medium.state} />
          <MissedBadge {...medium} />
          <Link to={requestsOf(medium)} className="focus-ring text-sm text-accent underline">
            {t('detail.requests')}
          </Link>
          {medium.requestId === null ? null : (
            <Link
              to={`/media/requests/${medium.requestId}`}
              className="focus-ring text-sm text-accent underline"
            >
              {t('fact.request')}
            </Link>
          )}
        </p>
      </div>
      <IconButton icon={X} label={t('detail.close')} onPress={onClose} />
    </header>
  );
}

/** A medium: facts, what may be done next, and its story from the chain, newest first. */
export function MediumDetail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useRegisterText();
  const query = useQueryOf('media', 'medium', { id });
  return (
    <QueryStates query={query}>
      {({ medium, story }) => (
        <>
          <Head medium={medium} onClose={onClose} />
          <MediumActions medium={medium} />
          <div className="px-4 py-2">
            <Facts medium={medium} />
          </div>
          <Section title={t('detail.story')}>
            <MediumStory lines={story} />
          </Section>
        </>
      )}
    </QueryStates>
  );
}

function Facts({ medium }: { readonly medium: Medium }) {
  return <FactList facts={useFacts(medium)} />;
}
