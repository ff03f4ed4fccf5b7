import type { ParsedInputOf } from '../../../shared/kernel/contract.ts';
import type { reminderChannels } from '../../../shared/media/reminders/contract.ts';
import { decidePutOff, decideRemind } from '../../../shared/media/reminders/rules.ts';
import type { Deciding } from '../deciding.ts';
import { mediaPolicy } from '../queries.ts';
import { requestFacts } from '../requests/queries.ts';

type Channels = typeof reminderChannels;

/** Records that somebody was reminded. */
export const remind: Deciding<ParsedInputOf<Channels['remind']>> = (db, input, now) =>
  decideRemind(input, { request: requestFacts(db, input.requestId), policy: mediaPolicy(db) }, now);

/** An officer puts off a due time. */
export const putOff: Deciding<Omit<ParsedInputOf<Channels['putOff']>, 'password'>> = (
  db,
  { requestId, before, due, reason },
  now,
  { id: officer },
) => decidePutOff({ requestId, before, due, reason }, { request: requestFacts(db, requestId), officer }, now);
