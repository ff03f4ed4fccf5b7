import type { StoryLine } from '../../../shared/entries/model.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { registerEvents } from '../../../shared/media/register/events.ts';
import type { MediumDetails } from '../../../shared/media/register/model.ts';
import { requestEvents } from '../../../shared/media/requests/events.ts';
import { changedFields } from '../../../shared/media/register/rules.ts';
import { useTypeWords } from '../../trail/entries/type-words.ts';
import { Story, type StoryItem } from '../../ui/story.tsx';
import { useRegisterText } from './text.ts';
import { useValueWords } from './words.ts';

type EventType = keyof typeof registerEvents;
type DataOf<T extends EventType> = (typeof registerEvents)[T]['data']['_output'];

const isEventType = (type: string): type is EventType => Object.hasOwn(registerEvents, type);

function read<T extends EventType>(type: T, data: unknown): DataOf<T> | undefined {
  return registerEvents[type].data.safeParse(data).data;
}

/** What the register said of the medium before each line of its story; undefined before the first that says it. */
function before(lines: readonly StoryLine[]): readonly (MediumDetails | undefined)[] {
  let stands: MediumDetails | undefined;
  return lines.map(({ type, data }) => {
    const was = stands;
    if (type === 'medium.registered') stands = read(type, data);
    if (type === 'medium.changed') stands = read(type, data)?.details;
    return was;
  });
}

/** What an event says beyond its name: lines of text. */
function useDetails(): (type: EventType, data: unknown, was: MediumDetails | undefined) => readonly string[] {
  const t = useRegisterText();
  const value = useValueWords();
  const pair = (label: string, said: string): readonly string[] =>
    said === '' ? [] : [t('story.pair', { label, value: said })];
  const witnessed = (it: DataOf<'medium.erased'>): readonly string[] => [
    ...pair(t('witnessed.method'), t(`method.${it.method}`)),
    ...pair(t('witnessed.product'), it.product),
    ...pair(t('witnessed.by'), it.by),
    ...pair(t('witnessed.witness'), it.witness),
    ...pair(t('witnessed.proof'), it.proof),
  ];
  return (type, data, was) => {
    switch (type) {
      case 'medium.registered': {
        const it = read(type, data);
        return it === undefined ? [] : [`${it.number} ${it.name}`, ...pair(t('field.keeper'), it.keeper)];
      }
      case 'medium.changed': {
        const it = read(type, data);
        if (it === undefined) return [];
        const changes = (was === undefined ? [] : changedFields(was, it.details)).map((field) =>
          t('story.changed', {
            field: t(`field.${field}`),
            before: (was === undefined ? '' : value(was, field)) || t('story.empty'),
            after: value(it.details, field) || t('story.empty'),
          }),
        );
        return [...changes, t('story.reason', { reason: it.reason })];
      }
      case 'medium.stocktaken': {
        const it = read(type, data);
        if (it === undefined) return [];
        const seal =
          it.sealIntact === null ? [] : [t(it.sealIntact ? 'story.sealIntact' : 'story.sealBroken')];
        return [...seal, ...(it.note === '' ? [] : [it.note])];
      }
      case 'medium.lost': {
        const it = read(type, data);
        return it === undefined ? [] : [it.circumstances, ...pair(t('lose.reportedTo'), it.reportedTo)];
      }
      case 'medium.found': {
        const it = read(type, data);
        return it === undefined
          ? []
          : [...pair(t('find.where'), it.where), ...(it.note === '' ? [] : [it.note])];
      }
      case 'medium.erased': {
        const it = read(type, data);
        return it === undefined ? [] : witnessed(it);
      }
      case 'medium.destroyed': {
        const it = read(type, data);
        return it === undefined ? [] : [...witnessed(it), t('story.reason', { reason: it.reason })];
      }
      default:
        return assertNever(type);
    }
  };
}

/** What is told of a movement, whichever it is. */
const Moved = z.looseObject({
  holder: z.string().optional(),
  to: z.string().optional(),
  keeper: z.string().optional(),
  seal: z.string(),
});

const isMovement = (type: string): boolean =>
  Object.hasOwn(requestEvents, type) || type === 'media.quarantined';

/** What a movement under a request says: who has it, its seal. */
function useMoved(): (type: string, data: unknown) => readonly string[] {
  const t = useRegisterText();
  return (type, data) => {
    const it = isMovement(type) ? Moved.safeParse(data).data : undefined;
    if (it === undefined) return [];
    const pairs = [
      [t('story.holder'), it.holder ?? it.to ?? it.keeper ?? ''],
      [t('field.seal'), it.seal],
    ] as const;
    return pairs
      .filter(([, value]) => value !== '')
      .map(([label, value]) => t('story.pair', { label, value }));
  };
}

/** What a stocktake came to; undefined for other events. */
function stocktaken(type: string, data: unknown): DataOf<'medium.stocktaken'> | undefined {
  return type === 'medium.stocktaken' ? read(type, data) : undefined;
}

const grave: ReadonlySet<string> = new Set(['medium.lost', 'medium.destroyed', 'media.quarantined']);

/** The story of a medium from the chain: who, what, when, why; what stood before beside what was changed. */
export function MediumStory({ lines }: { readonly lines: readonly StoryLine[] }) {
  const t = useRegisterText();
  const words = useTypeWords();
  const details = useDetails();
  const moved = useMoved();
  const stood = before(lines);
  const items = lines.map(({ seq, at, actorName, type, data }, index): StoryItem => {
    const base = { id: seq, at, who: actorName, seq };
    if (data === undefined) return { ...base, what: words(type), detail: t('story.erased') };
    const taken = stocktaken(type, data);
    const amiss = taken !== undefined && (!taken.seen || taken.sealIntact === false);
    const said = isEventType(type) ? details(type, data, stood[index]) : moved(type, data);
    return {
      ...base,
      what: taken === undefined ? words(type) : t(taken.seen ? 'story.seen' : 'story.missed'),
      tone: grave.has(type) ? 'danger' : amiss ? 'warn' : 'plain',
      ...(said.length === 0
        ? {}
        : {
            detail: said.map((line) => (
              <span key={line} className="block whitespace-pre-line">
                {line}
              </span>
            )),
          }),
    };
  });
  return <Story items={items.toReversed()} />;
}
