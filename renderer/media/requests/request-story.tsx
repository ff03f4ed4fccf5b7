import type { ReactNode } from 'react';
import type { StoryLine } from '../../../shared/entries/model.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { requestEvents } from '../../../shared/media/requests/events.ts';
import { useTypeWords } from '../../trail/entries/type-words.ts';
import { Story, type StoryItem } from '../../ui/story.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useReminderText } from '../reminders/text.ts';
import { useRequestsText } from './text.ts';

type EventType = keyof typeof requestEvents;
type DataOf<T extends EventType> = (typeof requestEvents)[T]['data']['_output'];

const isEventType = (type: string): type is EventType => type in requestEvents;

function read<T extends EventType>(type: T, data: unknown): DataOf<T> | undefined {
  const parsed = requestEvents[type].data.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

function Parts({ parts }: { readonly parts: readonly string[] }) {
  return (
    <>
      {parts.map((part) => (
        <span key={part} className="block whitespace-pre-line">
          {part}
        </span>
      ))}
    </>
  );
}

const warnings: ReadonlySet<EventType> = new Set(['request.emergency', 'request.withdrawn']);

/** What an event says beyond its name; undefined where its content cannot be read. */
function useParts(): (type: EventType, data: unknown, at: Instant) => readonly string[] | undefined {
  const t = useRequestsText();
  const reminders = useReminderText();
  const format = useFormat();
  const some = (text: string, words: string): string[] => (text === '' ? [] : [words]);
  const reason = (text: string): string[] => some(text, t('story.reason', { reason: text }));
  const to = (text: string): string => t('story.to', { to: text });
  const moved = (it: DataOf<'request.takenOut'>, recorded: Instant): string[] => [
    ...(it.at === recorded ? [] : [t('story.at', { at: format.dateTime(it.at) })]),
    ...(it.lateReason === null ? [] : [t('story.late', { reason: it.lateReason })]),
    ...some(it.seal, t('story.seal', { seal: it.seal })),
  ];
  return (type, data, recorded) => {
    switch (type) {
      case 'request.submitted':
      case 'request.resubmitted':
        return [];
      case 'request.retracted':
      case 'request.withdrawn': {
        const it = read(type, data);
        return it === undefined ? undefined : reason(it.reason);
      }
      case 'request.decided': {
        const it = read(type, data);
        if (it === undefined) return undefined;
        return [...some(it.conditions, t('story.conditions', { text: it.conditions })), ...reason(it.reason)];
      }
      case 'request.emergency': {
        const it = read(type, data);
        if (it === undefined) return undefined;
        return [
          ...reason(it.reason),
          t('story.allowedBy', { name: it.allowedBy }),
          t('story.decideBy', { at: format.dateTime(it.decideBy) }),
          ...some(it.seal, t('story.seal', { seal: it.seal })),
        ];
      }
      case 'request.carriedIn':
      case 'request.takenOut':
      case 'request.givenBack': {
        const it = read(type, data);
        return it === undefined ? undefined : moved(it, recorded);
      }
      case 'request.handedOver': {
        const it = read(type, data);
        return it === undefined ? undefined : [to(it.to), ...reason(it.reason), ...moved(it, recorded)];
      }
      case 'request.carriedOut': {
        const it = read(type, data);
        return it === undefined
          ? undefined
          : [t('story.holder', { holder: it.holder }), ...moved(it, recorded)];
      }
      case 'request.delivered': {
        const it = read(type, data);
        return it === undefined ? undefined : [to(it.to), ...moved(it, recorded)];
      }
      case 'request.reminded': {
        const it = read(type, data);
        if (it === undefined) return undefined;
        return [
          t('story.reminded', { whom: it.whom, how: reminders(`how.${it.how}`) }),
          t('story.said', { text: it.said }),
          ...(it.next === null ? [] : [t('story.next', { date: format.shortDate(it.next) })]),
        ];
      }
      case 'request.putOff': {
        const it = read(type, data);
        if (it === undefined) return undefined;
        const times = { before: format.dateTime(it.before), due: format.dateTime(it.due) };
        return [t('story.putOff', times), ...reason(it.reason)];
      }
      default:
        return assertNever(type);
    }
  };
}

/** What a line of a request's story says: its name, and what it says beyond it; undefined where its content is gone or cannot be read. */
export interface StoryWords {
  readonly type: EventType;
  readonly what: string;
  readonly said: readonly string[] | undefined;
}

/** Puts a line of a request's story in words; undefined for an event of another kind. */
export function useStoryWords(): (line: StoryLine) => StoryWords | undefined {
  const t = useRequestsText();
  const parts = useParts();
  const named = (type: EventType, data: unknown): string => {
    if (type === 'request.decided') {
      const it = read(type, data);
      return t(`story.request.decided.${it?.decision ?? 'approve'}`);
    }
    if (type === 'request.resubmitted')
      return t('story.request.resubmitted', { n: read(type, data)?.revision ?? '?' });
    return t(`story.${type}`);
  };
  return ({ type, data, at }) =>
    isEventType(type)
      ? { type, what: named(type, data), said: data === undefined ? undefined : parts(type, data, at) }
      : undefined;
}

/** The story of a request from the chain: who asked, decided and carried, when and why. */
export function RequestStory({ lines }: { readonly lines: readonly StoryLine[] }) {
  const t = useRequestsText();
  const words = useStoryWords();
  const types = useTypeWords();
  const items = lines.map((line): StoryItem => {
    const { seq, at, actorName, type, data } = line;
    const base = { id: seq, at, who: actorName, seq };
    const told = words(line);
    if (told === undefined)
      return { ...base, what: types(type), ...(data === undefined ? { detail: t('story.erased') } : {}) };
    const { what, said } = told;
    const detail: ReactNode =
      data === undefined ? (
        t('story.erased')
      ) : said === undefined ? (
        t('story.unread')
      ) : said.length === 0 ? undefined : (
        <Parts parts={said} />
      );
    return { ...base, what, detail, tone: warnings.has(told.type) ? 'warn' : 'plain' };
  });
  return <Story items={items} />;
}
