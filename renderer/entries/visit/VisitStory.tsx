import type { ReactNode } from 'react';
import { entriesEvents } from '../../../shared/entries/events.ts';
import {
  FollowIn,
  type IdentityKind,
  type StoryLine,
  type VisitKind,
} from '../../../shared/entries/model.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Story, type StoryItem } from '../../ui/story.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useText } from '../text.ts';
import { useFieldLabel } from '../words.tsx';

type EventType = keyof typeof entriesEvents;
type DataOf<T extends EventType> = (typeof entriesEvents)[T]['data']['_output'];

const isEventType = (type: string): type is EventType => type in entriesEvents;

const warnings: ReadonlySet<EventType> = new Set(['visit.exitUnknown', 'badge.lost', 'visit.cancelled']);

function Parts({ parts }: { readonly parts: readonly (string | false | null | undefined)[] }) {
  const shown = parts.filter((part) => typeof part === 'string' && part !== '');
  return shown.length === 0 ? null : (
    <>
      {shown.map((part) => (
        <span key={String(part)} className="block whitespace-pre-line">
          {part}
        </span>
      ))}
    </>
  );
}

/** What was before, beside what it became. */
function Corrected({ data }: { readonly data: DataOf<'visit.corrected'> }) {
  const t = useText();
  const format = useFormat();
  const labelOf = useFieldLabel();
  const areas = useQueryOf('entries', 'areas', {});
  const show = (field: string, value: string | number | null | undefined): string => {
    if (value === null || value === undefined || value === '') return t('story.empty');
    if (typeof value === 'number') return format.dateTime(value);
    if (field === 'areaId') return areas.data?.find((area) => area.id === value)?.name ?? value;
    if (field === 'identity') return t(`identity.${value as IdentityKind}`);
    if (field === 'kind') return t(`kind.${value as VisitKind}`);
    return value;
  };
  const fields = Object.keys(data.after) as (keyof typeof data.after)[];
  return (
    <>
      <table className="my-1 w-full border-collapse text-left">
        <thead>
          <tr className="text-xs text-ink-soft">
            <th scope="col" className="w-1/5 py-0.5 font-normal">
              {t('story.field')}
            </th>
            <th scope="col" className="py-0.5 font-normal">
              {t('story.before')}
            </th>
            <th scope="col" className="py-0.5 font-normal">
              {t('story.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} className="border-t border-line align-top">
              <th scope="row" className="py-0.5 pr-2 font-normal text-ink-soft">
                {labelOf(field)}
              </th>
              <td className="py-0.5 pr-2 line-through decoration-1">{show(field, data.before[field])}</td>
              <td className="py-0.5 font-bold">{show(field, data.after[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Parts parts={[t('story.reason', { reason: data.reason })]} />
    </>
  );
}

/** What an event says, beyond its name. */
function useDetails(): (type: EventType, data: unknown) => ReactNode {
  const t = useText();
  const format = useFormat();
  const reason = (text: string): ReactNode => <Parts parts={[t('story.reason', { reason: text })]} />;
  const late = (text: string | null): string => (text === null ? '' : t('story.late', { reason: text }));
  const read = <T extends EventType>(
    type: T,
    data: unknown,
    show: (data: DataOf<T>) => ReactNode,
  ): ReactNode => {
    const parsed = entriesEvents[type].data.safeParse(data);
    return parsed.success ? show(parsed.data) : t('story.unread');
  };
  return (type, data) => {
    switch (type) {
      case 'area.defined':
      case 'badge.registered':
        return null;
      case 'area.changed':
      case 'area.retired':
      case 'badge.found':
      case 'badge.lost':
      case 'badge.retired':
      case 'visit.cancelled':
        return read(type, data, (it) => reason(it.reason));
      case 'badge.returned':
        return null;
      case 'visit.expected':
        return read(type, data, (it) => (
          <Parts parts={[t('story.expectedFor', { at: format.dateTime(it.expectedFrom) })]} />
        ));
      case 'visit.entered':
        return read(type, data, (it) => (
          <Parts
            parts={[
              t('story.enteredAt', { at: format.dateTime(it.enteredAt) }),
              FollowIn.safeParse(it.followIn).success &&
                t('story.followIn', { answer: t(`followIn.${it.followIn}`) }),
              late(it.lateReason),
            ]}
          />
        ));
      case 'visit.left':
        return read(type, data, (it) => (
          <Parts
            parts={[
              t('story.exitedAt', { at: format.dateTime(it.exitedAt) }),
              it.badgeReturned !== null && t('story.badgeReturned'),
              late(it.lateReason),
            ]}
          />
        ));
      case 'visit.exitUnknown':
        return read(type, data, (it) => reason(it.reason));
      case 'visit.explained':
        return read(type, data, (it) => (
          <Parts
            parts={[
              it.explanation,
              t('story.source', { source: it.source }),
              it.exitedAt === null
                ? t('story.exitStaysUnknown')
                : t('story.exitedAt', { at: format.dateTime(it.exitedAt) }),
            ]}
          />
        ));
      case 'visit.corrected':
        return read(type, data, (it) => <Corrected data={it} />);
      case 'visit.imported':
        return read(type, data, (it) => (
          <Parts
            parts={[
              t('story.file', { file: it.file, row: it.row }),
              it.exitRecorded ? '' : t('story.noExits'),
              t('story.digest', { digest: it.sha256.slice(0, 16) }),
            ]}
          />
        ));
      default:
        return assertNever(type);
    }
  };
}

/** The story of a visit from the chain: who, what, when and why; the original beside each correction. */
export function VisitStory({ lines }: { readonly lines: readonly StoryLine[] }) {
  const t = useText();
  const details = useDetails();
  const items = lines.map(({ seq, at, actorName, type, data }): StoryItem => {
    const base = { id: seq, at, who: actorName, seq };
    if (!isEventType(type)) return { ...base, what: type };
    const detail = data === undefined ? t('story.erased') : details(type, data);
    return { ...base, what: t(`story.${type}`), detail, tone: warnings.has(type) ? 'warn' : 'plain' };
  });
  return <Story items={items} />;
}
