import { ok } from '../../shared/kernel/result.ts';
import type { mediaContract } from '../../shared/media/contract.ts';
import { decideSetPolicy } from '../../shared/media/rules.ts';
import { ownSite } from '../accounts/queries.ts';
import type { SessionHandlers } from '../context.ts';
import { inspectionHandlers } from './inspection/handlers.ts';
import { paperHandlers } from './paper/handlers.ts';
import { listHandlers } from './lists/handlers.ts';
import { quarantineHandlers } from './quarantine/handlers.ts';
import { mediaPolicy } from './queries.ts';
import { registerHandlers } from './register/handlers.ts';
import { reminderHandlers } from './reminders/handlers.ts';
import { reportHandlers } from './report/handlers.ts';
import { requestHandlers } from './requests/handlers.ts';
import { templateHandlers } from './templates/handlers.ts';

/** What the session channels of the media ledger do. */
export const mediaHandlers: SessionHandlers<typeof mediaContract> = {
  ...inspectionHandlers,
  ...quarantineHandlers,
  ...reminderHandlers,
  ...registerHandlers,
  ...templateHandlers,
  ...requestHandlers,
  ...paperHandlers,
  ...reportHandlers,
  ...listHandlers,
  policy: (_, { read }) => ok(mediaPolicy(read)),
  setPolicy: ({ policy, reason, password }, context) =>
    context.attest(undefined, password, (signatory) =>
      context.change((db) => {
        const facts = { site: ownSite(db)?.code ?? '', before: mediaPolicy(db) };
        const decision = decideSetPolicy({ policy, reason }, facts);
        return 'refusal' in decision ? decision : { ...decision, signatory };
      }),
    ),
};
