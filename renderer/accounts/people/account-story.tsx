import { BadgeCheck, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { accountsEvents } from '../../../shared/accounts/events.ts';
import type { AccountStoryItem } from '../../../shared/accounts/model.ts';
import { useTypeWords } from '../../trail/entries/type-words.ts';
import { Story, type StoryItem } from '../../ui/story.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useSuiteWords } from '../policy/words.ts';
import { usePeopleText } from './text.ts';
import { useHoursWords, useRoleWords } from './words.ts';

type EventType = keyof typeof accountsEvents;
type DataOf<T extends EventType> = (typeof accountsEvents)[T]['data']['_output'];

const isEventType = (type: string): type is EventType => Object.hasOwn(accountsEvents, type);

const grave: ReadonlySet<string> = new Set(['account.suspended', 'account.closed']);

/** What an event says beyond its name: lines of text, empty where its name says all. */
function useLines(): (type: EventType, data: unknown) => readonly string[] {
  const t = usePeopleText();
  const format = useFormat();
  const hours = useHoursWords();
  const roles = useRoleWords();
  const suite = useSuiteWords();
  const read = <T extends EventType>(
    type: T,
    data: unknown,
    lines: (data: DataOf<T>) => readonly string[],
  ) => {
    const parsed = accountsEvents[type].data.safeParse(data);
    return parsed.success ? lines(parsed.data) : [];
  };
  const named = (name: string, reading: string): string =>
    reading === '' ? t('story.name', { name }) : t('story.nameReading', { name, reading });
  return (type, data) => {
    switch (type) {
      case 'account.created':
        return read(type, data, (it) => [
          named(it.name, it.reading),
          t('story.roles', { roles: roles(it.roles) }),
          ...(it.mustChangePassword ? [t('story.handed')] : []),
        ]);
      case 'account.registered':
        return read(type, data, (it) => [
          named(it.name, it.reading),
          t('story.roles', { roles: roles(it.roles) }),
          t('story.hours', { hours: hours(it.hours) }),
          t('story.handed'),
        ]);
      case 'account.renamed':
        return read(type, data, (it) => [named(it.name, it.reading)]);
      case 'account.rolesChanged':
        return read(type, data, (it) => [t('story.roles', { roles: roles(it.roles) })]);
      case 'account.hoursChanged':
        return read(type, data, (it) => [t('story.hours', { hours: hours(it.hours) })]);
      case 'account.restored':
      case 'account.passwordReset':
        return read(type, data, (it) => [t('story.reason', { reason: it.reason }), t('story.handed')]);
      case 'account.suspended':
      case 'account.closed':
      case 'account.keyOrdered':
        return read(type, data, (it) => [t('story.reason', { reason: it.reason })]);
      case 'account.keyMade':
        return read(type, data, (it) => [t('story.suite', { suite: suite(it.algorithm) })]);
      case 'account.slotRenewed':
        return read(type, data, (it) => [t('story.iterations', { n: format.number(it.iterations) })]);
      default:
        return [];
    }
  };
}

/** The proposal that an event followed from. */
function proposalOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('proposal' in data)) return undefined;
  return typeof data.proposal === 'string' ? data.proposal : undefined;
}

function Signature({ holds }: { readonly holds: boolean }) {
  const t = usePeopleText();
  return holds ? (
    <span className="inline-flex items-center gap-1 text-xs font-bold text-good">
      <BadgeCheck aria-hidden size={14} />
      {t('story.signed')}
    </span>
  ) : (
    <span className="flex items-start gap-1 font-bold text-danger">
      <OctagonAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
      {t('story.signatureBad')}
    </span>
  );
}

/** The story of an account from the chain: who, what, when, why, whether their signature holds, and the proposal it followed from. */
export function AccountStory({ story }: { readonly story: readonly AccountStoryItem[] }) {
  const t = usePeopleText();
  const words = useTypeWords();
  const lines = useLines();
  const items = story.map(({ seq, at, actorName, type, data, signature }): StoryItem => {
    const said = isEventType(type) ? lines(type, data) : [];
    const proposal = proposalOf(data);
    const detail: ReactNode =
      said.length === 0 && signature === null && proposal === undefined ? undefined : (
        <>
          {said.map((line) => (
            <span key={line} className="block whitespace-pre-line">
              {line}
            </span>
          ))}
          {signature === null ? null : <Signature holds={signature} />}
          {proposal === undefined ? null : (
            <Link
              to={`/accounts/proposals/${proposal}`}
              className="focus-ring ml-3 text-accent underline first:ml-0"
            >
              {t('story.proposal')}
            </Link>
          )}
        </>
      );
    return {
      id: seq,
      at,
      who: actorName === 'system' || actorName === '' ? t('story.system') : actorName,
      what: words(type),
      seq,
      tone: signature === false ? 'danger' : grave.has(type) ? 'warn' : 'plain',
      ...(detail === undefined ? {} : { detail }),
    };
  });
  return <Story items={items} />;
}
