import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import { refusal } from '../../../shared/media/refusals.ts';
import type { requestChannels } from '../../../shared/media/requests/contract.ts';
import { ruleFor } from '../../../shared/media/requests/rules.ts';
import { areaById } from '../../entries/queries.ts';
import type { SessionHandlers } from '../../context.ts';
import { changing, signed } from '../deciding.ts';
import { mediaPolicy } from '../queries.ts';
import * as commands from './commands.ts';
import { draftsOf, dropDraft, hasRoom, keepDraft } from './drafts.ts';
import * as queries from './queries.ts';

type Channels = Pick<SessionHandlers<typeof mediaContract>, keyof typeof requestChannels>;

/** What the channels of requests, decisions and movements do. */
export const requestHandlers: Channels = {
  counts: (_, { read, actor, now }) => ok(queries.counts(read, actor, mediaPolicy(read), now())),
  inbox: (_, { read, actor }) => ok(queries.inbox(read, actor.id)),
  carried: (_, { read }) => ok(queries.carried(read)),
  requests: ({ filter, offset, limit }, { read }) => ok(queries.requests(read, filter, offset, limit)),
  request: ({ id }, { read }) => {
    const found = queries.requestWithStory(read, id);
    return found === undefined ? refuse('request-missing', { field: 'id' }) : ok(found);
  },
  ofVisit: ({ visitId }, { read }) => ok(queries.ofVisit(read, visitId)),
  ready: (_, { read, now }) => ok(queries.ready(read, now())),
  ruleOf: ({ details }, { read }) => ok(ruleFor(details, areaById(read, details.areaId))),
  suggest: ({ field, text }, { read }) => ok(queries.suggest(read, field, text)),

  submit: changing(commands.submit),
  resubmit: changing(commands.resubmit),
  retract: changing(commands.retract),
  decide: signed(commands.decide),
  withdraw: signed(commands.withdraw),
  emergency: changing(commands.emergency),
  carryIn: changing(commands.carryIn),
  takeOut: changing(commands.takeOut),
  handOver: changing(commands.handOver),
  carryOut: changing(commands.carryOut),
  giveBack: changing(commands.giveBack),
  deliver: changing(commands.deliver),

  drafts: (_, { read, actor }) => ok(draftsOf(read, actor.id)),
  saveDraft: (draft, context) =>
    hasRoom(context.read, context.actor.id, draft.id)
      ? context.store((db) => keepDraft(db, context.actor.id, draft, context.now()))
      : { ok: false, ...refusal('draft-too-many', { field: 'id' }) },
  dropDraft: ({ id }, context) => context.store((db) => dropDraft(db, context.actor.id, id)),
};
