import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Contracts } from '../../../../shared/contracts.ts';
import type { InputOf, OutputOf } from '../../../../shared/kernel/contract.ts';
import type { Reply } from '../../../../shared/kernel/result.ts';
import type { SessionContext } from '../../../../main/context.ts';
import { dispatcher } from '../../../../main/ipc/dispatch.ts';
import { type FoundedFolder, type people, temporaryFolder } from '../fixture.ts';
import { type TestDesk, testDesk } from '../../accounts/desk-fixture.ts';

type Channels = Contracts['vault']['channels'];

/** A desk whose dialog for folders answers what the test has chosen. */
export interface BackupSite {
  readonly test: TestDesk;
  /** A folder as of another drive. */
  readonly drive: string;
  /** What the next dialog answers; undefined: nothing was chosen. */
  chosen: string | undefined;
  call<C extends keyof Channels>(
    channel: C,
    input: InputOf<Channels[C]>,
  ): Promise<Reply<OutputOf<Channels[C]>>>;
  /** As `call`, and asserts that it was not refused. */
  did<C extends keyof Channels>(channel: C, input: InputOf<Channels[C]>): Promise<OutputOf<Channels[C]>>;
  signIn(who: keyof typeof people): Promise<SessionContext>;
  /** Chooses the drive and makes a backup in it; answers the backup's folder. */
  backUp(): Promise<string>;
}

/** See {@link BackupSite}. `on` is another desk's, to start on it anew. */
export async function backupSite(on?: FoundedFolder): Promise<BackupSite> {
  const drive = join(temporaryFolder(), 'drive');
  mkdirSync(drive);
  const test = await testDesk(on, { chooseFolder: async () => site.chosen });
  const dispatch = dispatcher(test.desk, (where, error) => {
    throw new Error(`${where}: ${String(error)}`);
  });
  const site: BackupSite = {
    test,
    drive,
    chosen: drive,
    // The channel's own handler answers, which the compiler holds to the contract.
    call: async (channel, input) => (await dispatch(`vault.${channel}`, [input])) as never,
    async did(channel, input) {
      const reply = await site.call(channel, input);
      expect(reply).toMatchObject({ ok: true });
      if (!reply.ok) throw new Error(reply.refusal.code);
      return reply.value;
    },
    async signIn(who) {
      expect(await test.signIn(who)).toMatchObject({ ok: true });
      const context = test.desk.context();
      if (context === undefined) throw new Error('no session');
      return context;
    },
    async backUp() {
      site.chosen = drive;
      const into = await site.did('chooseFolder', {});
      const made = await site.did('backup', { folder: into?.id ?? null });
      if (made === null) throw new Error('cancelled');
      return join(made.folder, made.name);
    },
  };
  return site;
}
