import type { entriesContract } from '../../shared/entries/contract.ts';
import type { EntriesDecision } from '../../shared/entries/rules.ts';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { SessionContext, SessionHandlers } from '../context.ts';
import type { ReadDb } from '../vault/db.ts';
import * as commands from './commands.ts';
import { draftOf, keepDraft } from './drafts.ts';
import * as queries from './queries.ts';

/** Runs a command in the writer's turn. */
function changing<I, T>(command: (db: ReadDb, input: I, now: Instant) => EntriesDecision<T>) {
  return (input: I, context: SessionContext): Promise<Reply<T>> =>
    context.change((db, now) => command(db, input, now));
}

type Channels = SessionHandlers<typeof entriesContract>;

/** What the channels of the door do: everything of the entry log but the import of files. */
export const doorHandlers: Omit<Channels, 'chooseImport' | 'previewImport' | 'runImport' | 'cancelImport'> = {
  board: (_, { read, now }) => ok(queries.board(read, now())),
  counts: (_, { read, now }) => ok(queries.counts(read, now())),
  expected: (_, { read }) => ok(queries.expected(read)),
  history: ({ filter, offset, limit }, { read }) => ok(queries.history(read, filter, offset, limit)),
  search: ({ text, filter, limit }, { read }) => ok(queries.search(read, text, filter, limit)),
  visit: ({ id }, { read }) => {
    const found = queries.visitWithStory(read, id);
    return found === undefined ? refuse('visit-missing', { field: 'id' }) : ok(found);
  },
  suggestVisitors: ({ text, kind }, { read, now }) => ok(queries.suggestVisitors(read, text, kind, now())),
  suggestWords: ({ field, text }, { read, now }) => ok(queries.suggestWords(read, field, text, now())),
  repeatable: (_, { read, now }) => ok(queries.repeatable(read, now())),
  areas: (_, { read }) => ok(queries.areas(read)),
  badges: (_, { read }) => ok(queries.badges(read)),

  enter: changing(commands.enter),
  expect: changing(commands.expect),
  cancel: changing(commands.cancel),
  leave: changing(commands.leave),
  exitUnknown: changing(commands.exitUnknown),
  explain: changing(commands.explain),
  correct: changing(commands.correct),
  returnBadge: changing(commands.returnBadge),
  loseBadge: changing(commands.loseBadge),
  findBadge: changing(commands.findBadge),
  retireBadge: changing(commands.retireBadge),
  registerBadges: changing(commands.registerBadges),
  defineArea: changing(commands.defineArea),
  changeArea: changing(commands.changeArea),
  retireArea: changing(commands.retireArea),

  draft: (_, { read, actor }) => ok(draftOf(read, actor.id)),
  saveDraft: ({ draft }, context) => context.store((db) => keepDraft(db, context.actor.id, draft)),
};
