import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { registerChannels } from '../../../shared/media/register/contract.ts';
import type { MediaDecision } from '../../../shared/media/rules.ts';
import type { SessionContext, SessionHandlers } from '../../context.ts';
import type { ReadDb } from '../../vault/db.ts';
import * as commands from './commands.ts';
import { keepStocktakeDraft, stocktakeDraft } from './draft.ts';
import * as queries from './queries.ts';
import { mediumWithStory } from './story.ts';

/** Runs a command in the writer's turn. */
function changing<I, T>(command: (db: ReadDb, input: I) => MediaDecision<T>) {
  return (input: I, context: SessionContext): Promise<Reply<T>> => context.change((db) => command(db, input));
}

/** What the channels of the register do. */
export const registerHandlers: Pick<SessionHandlers<typeof mediaContract>, keyof typeof registerChannels> = {
  registerSummary: (_, { read }) => ok(queries.registerSummary(read)),
  media: ({ filter, offset, limit }, { read }) => ok(queries.media(read, filter, offset, limit)),
  medium: ({ id }, { read }) => {
    const found = mediumWithStory(read, id);
    return found === undefined ? refuse('medium-missing', { field: 'id' }) : ok(found);
  },
  stocktakeList: ({ place }, { read }) => ok(queries.stocktakeList(read, place)),
  registerMedium: changing(commands.registerMedium),
  changeMedium: changing(commands.changeMedium),
  stocktake: (input, context) =>
    context.change((db) => {
      const decision = commands.stocktake(db, input);
      // What was recorded is no draft any more, in the same step.
      if (!('refusal' in decision)) keepStocktakeDraft(db, context.actor.id, null);
      return decision;
    }),
  stocktakeDraft: (_, { read, actor }) => ok(stocktakeDraft(read, actor.id)),
  saveStocktakeDraft: ({ draft }, context) =>
    context.store((db) => keepStocktakeDraft(db, context.actor.id, draft)),
  loseMedium: changing(commands.loseMedium),
  findMedium: changing(commands.findMedium),
  eraseMedium: changing(commands.eraseMedium),
  destroyMedium: changing(commands.destroyMedium),
};
