import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { Visit, VisitRow } from '../../../shared/entries/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../text.ts';
import { VisitStateBadge } from '../words.tsx';
import { VisitActions } from './VisitActions.tsx';
import { VisitStory } from './VisitStory.tsx';

const VisitMedia = lazy(() => import('../../media/door/visit-media.tsx'));

function useFacts(visit: Visit): readonly Fact[] {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  const time = (at: number | null): string => (at === null ? '' : format.dateTime(at));
  const stay =
    visit.enteredAt === null || (visit.exitedAt === null && visit.state !== 'inside')
      ? ''
      : format.duration((visit.exitedAt ?? now) - visit.enteredAt);
  const badge =
    visit.badgeLabel === null
      ? t('badge.none')
      : t(visit.badgeOpen ? 'fact.badgeOut' : 'fact.badgeBack', { badge: visit.badgeLabel });
  const noExit = visit.state === 'unknown' || visit.state === 'explained' ? t('fact.exitUnknown') : '';
  return [
    { label: t('field.area'), value: t('fact.area', { area: visit.areaName, level: visit.areaLevel }) },
    { label: t('field.badge'), value: badge },
    ...(visit.expectedFrom === null
      ? []
      : [{ label: t('field.expectedFrom'), value: time(visit.expectedFrom) }]),
    ...(visit.expectedUntil === null
      ? []
      : [{ label: t('field.expectedUntil'), value: time(visit.expectedUntil) }]),
    { label: t('field.enteredAt'), value: time(visit.enteredAt) },
    {
      label: t('field.exitedAt'),
      value: visit.exitedAt === null ? noExit : t('fact.left', { at: time(visit.exitedAt), stay }),
    },
    ...(visit.state === 'inside' ? [{ label: t('fact.since'), value: stay }] : []),
    { label: t('field.purpose'), value: visit.purpose, wide: visit.purpose.length > 16 },
    { label: t('field.host'), value: visit.host },
    { label: t('field.escort'), value: visit.escort },
    { label: t('field.identity'), value: t(`identity.${visit.identity}`) },
    { label: t('field.belongings'), value: visit.belongings },
    { label: t('field.workReference'), value: visit.workReference },
    ...(visit.note === ''
      ? []
      : [
          {
            label: t('field.note'),
            value: <span className="whitespace-pre-line">{visit.note}</span>,
            wide: true,
          },
        ]),
  ];
}

function Group({ group, self }: { readonly group: readonly VisitRow[]; readonly self: string }) {
  const t = useText();
  const now = useNow();
  const others = group.filter((member) => member.id !== self);
  if (others.length === 0) return null;
  return (
    <Section title={t('detail.group', { n: others.length + 1 })}>
      <ul className="flex flex-col">
        {others.map((member) => (
          <li key={member.id}>
            <Link
              to={`/entries/visits/${member.id}`}
              className="focus-ring flex items-center justify-between gap-3 rounded-6 px-2 py-1 text-accent hover:bg-hover hover:underline"
            >
              <span className="min-w-0 truncate">{member.name}</span>
              <span className="flex shrink-0 items-center gap-2 text-sm">
                {member.badgeLabel === null ? '' : t('line.badge', { badge: member.badgeLabel })}
                <VisitStateBadge visit={member} now={now} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Head({ visit, onClose }: { readonly visit: Visit; readonly onClose: () => void }) {
  const t = useText();
  const now = useNow();
  const marks = [
    t('detail.no', { no: visit.no }),
    t(`kind.${visit.kind}`),
    ...(visit.imported ? [t('detail.imported')] : []),
    ...(visit.corrected ? [t('line.corrected')] : []),
  ];
  return (
    <header className="flex items-start justify-between gap-3 px-4 pt-3">
      <div className="min-w-0">
        <h2 className="text-xl font-bold break-words">
          {visit.name}
          {visit.reading === '' ? null : (
            <span className="ml-3 text-sm font-normal text-ink-soft">{visit.reading}</span>
          )}
        </h2>
        <p className="break-words">{visit.organisation}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          <VisitStateBadge visit={visit} now={now} />
          {marks.join(t('list.dot'))}
        </p>
      </div>
      <IconButton icon={X} label={t('detail.close')} onPress={onClose} />
    </header>
  );
}

function Loaded({
  visit,
  group,
  children,
  ...props
}: {
  readonly visit: Visit;
  readonly group: readonly VisitRow[];
  readonly children: React.ReactNode;
  readonly onArrive: (visitId: string) => void;
  readonly onClose: () => void;
}) {
  const facts = useFacts(visit);
  return (
    <>
      <Head visit={visit} onClose={props.onClose} />
      <VisitActions visit={visit} group={group} onArrive={() => props.onArrive(visit.id)} />
      <div className="px-4 py-2">
        <FactList facts={facts} />
      </div>
      <Suspense fallback={null}>
        <VisitMedia visit={visit} />
      </Suspense>
      <Group group={group} self={visit.id} />
      {children}
    </>
  );
}

/** A visit: facts, what may be done next, who came along, and its story from the chain. */
export function VisitDetail({
  id,
  onArrive,
  onClose,
}: {
  readonly id: string;
  readonly onArrive: (visitId: string) => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const query = useQueryOf('entries', 'visit', { id }, { keepPrevious: true });
  return (
    <QueryStates query={query}>
      {({ visit, group, story }) => (
        <Loaded visit={visit} group={group} onArrive={onArrive} onClose={onClose}>
          <Section title={t('detail.story')}>
            <VisitStory lines={story} />
          </Section>
        </Loaded>
      )}
    </QueryStates>
  );
}
