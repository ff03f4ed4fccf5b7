import { randomBytes } from 'node:crypto';
import { deriveSlotKey, KEY_BYTES } from '../../../main/vault/keys.ts';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import { startProgram } from '../ledgers/program.ts';
import { PASSWORD } from '../ledgers/site.ts';
import { median, timed } from '../measure.ts';
import type { Suite } from '../suite.ts';

const NAME = 'accounts/sign-in';

/** From identifier and password to an open session, against the derivation of one key from the password; in turn. */
export const signIn: Suite = {
  rows: [NAME],
  async *measure({ runs }, site) {
    const folder = site.copy();
    const secret = randomBytes(KEY_BYTES);
    const work: number[] = [];
    const floor: number[] = [];
    // The first of each is thrown away.
    for (let call = -1; call < 3 * runs; call += 1) {
      let program: Awaited<ReturnType<typeof startProgram>> | undefined;
      const opened = await timed(async () => {
        program = await startProgram(folder);
      });
      await program?.close();
      const salt = randomBytes(KEY_BYTES);
      const derived = await timed(() => deriveSlotKey(PASSWORD, salt, STRETCHING.first, secret));
      if (call < 0) continue;
      work.push(opened);
      floor.push(derived);
    }
    yield {
      name: NAME,
      unit: 'ms',
      value: median(work),
      floor: median(floor),
      target: 1.3,
      better: 'lower',
      runs,
    };
  },
};
