import { ok } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { quarantineChannels } from '../../../shared/media/quarantine/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import * as commands from './commands.ts';
import { quarantines } from './queries.ts';

/** What the channels of quarantines do. */
export const quarantineHandlers: Pick<
  SessionHandlers<typeof mediaContract>,
  keyof typeof quarantineChannels
> = {
  quarantines: ({ ended }, { read }) => ok(quarantines(read, ended)),
  quarantine: (input, context) => context.change((db) => commands.quarantine(db, input)),
  endQuarantine: ({ password, ...input }, context) =>
    context.attest(undefined, password, (signatory) =>
      context.change((db) => {
        if (!signatory.roles.includes('officer')) return { refusal: { code: 'not-allowed' } };
        const decision = commands.endQuarantine(db, input, signatory.id);
        return 'refusal' in decision ? decision : { ...decision, signatory };
      }),
    ),
};
