import { command, defineContract, push, query } from '../kernel/contract.ts';
import { requiredParagraph } from '../kernel/text.ts';
import { z } from '../kernel/zod.ts';
import { inspectionChannels, inspectionPushes } from './inspection/contract.ts';
import { paperChannels } from './paper/contract.ts';
import { listChannels, listPushes } from './lists/contract.ts';
import { MediaPolicy } from './policy.ts';
import { quarantineChannels } from './quarantine/contract.ts';
import { registerChannels } from './register/contract.ts';
import { reminderChannels } from './reminders/contract.ts';
import { reportChannels } from './report/contract.ts';
import { requestChannels } from './requests/contract.ts';
import { templateChannels } from './templates/contract.ts';

const policyChannels = {
  policy: query<MediaPolicy>()(z.strictObject({})),
  /** Settles the policy, signed by an officer. */
  setPolicy: command<null>()(
    z.strictObject({
      policy: MediaPolicy,
      reason: requiredParagraph(500),
      password: z.string().min(1, { error: 'required' }).max(256),
    }),
  ),
};

/** What crosses the bridge for media: each part of the room declares its channels beside its model. */
export const mediaContract = defineContract(
  'media',
  {
    ...policyChannels,
    ...registerChannels,
    ...templateChannels,
    ...requestChannels,
    ...inspectionChannels,
    ...paperChannels,
    ...reportChannels,
    ...listChannels,
    ...quarantineChannels,
    ...reminderChannels,
  },
  {
    /** The media ledger changed: what is shown has to be read again. */
    changed: push<{ readonly head: number }>(),
    ...inspectionPushes,
    ...listPushes,
  },
);
