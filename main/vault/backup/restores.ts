import { existsSync, readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { ExaminedBackup, FoundBackup } from '../../../shared/vault/model.ts';
import { compareHeads, type KnownHead } from '../../../shared/vault/rules.ts';
import type { PushTo } from '../../context.ts';
import { accountById, ownSite } from '../../accounts/queries.ts';
import { ownHead } from '../../trail/append.ts';
import { Writer } from '../../trail/change.ts';
import { hashAt } from '../../trail/queries.ts';
import { lastEntryAt } from '../../trail/read.ts';
import { readWitness } from '../../trail/witness.ts';
import { writeFileAtomic } from '../atomic-file.ts';
import { VaultFault } from '../fault.ts';
import { parseKeysFile } from '../keys-file.ts';
import type { VaultPaths } from '../paths.ts';
import { readSite } from '../probe.ts';
import { beginRestore, decideRestore, dropRestore } from '../restore-files.ts';
import { userTag } from '../slots.ts';
import { BackupProblem, refusalOf } from './fault.ts';
import { type Manifest, nameOf, readManifest, stampOf } from './folder.ts';
import { guarded } from './guarded.ts';
import { type Staged, stageBackup } from './stage.ts';
import { telling } from './telling.ts';

export interface RestoreOptions {
  readonly paths: VaultPaths;
  readonly clock: Clock;
  readonly push: PushTo;
  /** Asks for a folder. */
  readonly choose: () => Promise<string | undefined>;
}

export interface Examine {
  readonly source: string;
  readonly identifier: string;
  readonly password: string;
  readonly checkpoint: KnownHead | null;
}

interface Found {
  readonly id: string;
  readonly path: string;
  readonly manifest: Manifest;
}

interface Examined extends ExaminedBackup {
  readonly id: string;
  readonly path: string;
  readonly staged: Staged;
}

/**
 * Puts a backup in the ledger's place, while nobody is signed in: chosen, then opened by somebody's password, verified and
 * compared with what is known of the chain, then put there. Each step is asked for by the window; one backup at a time.
 */
export class Restores {
  readonly #options: RestoreOptions;
  #found: Found | undefined;
  #examined: Examined | undefined;
  #running: { cancelled: boolean } | undefined;

  constructor(options: RestoreOptions) {
    this.#options = options;
  }

  /** Asks for a backup's folder, and reads what it says of itself. */
  async choose(): Promise<Reply<FoundBackup | null>> {
    const path = await this.#options.choose();
    if (path === undefined) return ok(null);
    return refusing(async () => {
      const manifest = readManifest(path);
      this.#assertSite(manifest.site);
      this.drop();
      const { site, madeAt, ledger, size } = manifest;
      this.#found = { id: v7(), path, manifest };
      return ok({ id: this.#found.id, path, site, madeAt, bytes: ledger.bytes, size });
    });
  }

  /** See the contract's `examineBackup`. */
  async examine({
    source,
    identifier,
    password,
    checkpoint,
  }: Examine): Promise<Reply<ExaminedBackup | null>> {
    const { paths, clock, push } = this.#options;
    const found = this.#found;
    if (found?.id !== source) return refuse('restore-forgotten');
    if (this.#running !== undefined) return refuse('busy');
    this.#forgetExamined();
    const mine = { cancelled: false };
    this.#running = mine;
    try {
      const reply = await refusing(() =>
        guarded<ExaminedBackup>(paths, clock, identifier, async (folded, secret) => {
          if (this.#isGone(folded, secret)) return refuse('restore-no-account', { field: 'identifier' });
          const staged = await stageBackup({
            source: found.path,
            into: beginRestore(paths),
            identifier: folded,
            password,
            secret,
            progress: telling(push, 'restore'),
            cancelled: () => mine.cancelled,
          });
          if (!staged.ok) return staged;
          if (!mine.cancelled) return this.#judge(found, staged.value, checkpoint);
          staged.value.close();
          return refuse('cancelled');
        }),
      );
      if (this.#examined === undefined) dropRestore(paths);
      return !reply.ok && reply.refusal.code === 'cancelled' ? ok(null) : reply;
    } finally {
      this.#running = undefined;
    }
  }

  /** Puts the examined backup in place, with the entry that says so. */
  async restore(source: string, acknowledged: boolean): Promise<Reply<null>> {
    const { paths, clock } = this.#options;
    const examined = this.#examined;
    if (examined?.id !== source) return refuse('restore-forgotten');
    if (examined.missing > 0 && !acknowledged) {
      return refuse('restore-acknowledge', { field: 'acknowledged', detail: { missing: examined.missing } });
    }
    return refusing(async () => {
      const recorded = await this.#record(examined);
      if (!recorded.ok) return recorded;
      const site = ownSite(examined.staged.ledger.read);
      examined.staged.close();
      this.#examined = undefined;
      decideRestore(paths, stampOf(clock()));
      if (site !== undefined && readSite(paths) === undefined) {
        const { code, name, room } = site;
        writeFileAtomic(paths.site, `${canonicalJson({ code, name, room })}\n`);
      }
      return ok(null);
    });
  }

  /** Stops an examination under way. */
  cancel(): void {
    if (this.#running !== undefined) this.#running.cancelled = true;
    else this.drop();
  }

  /** Forgets what was chosen and examined, and removes its copy. */
  drop(): void {
    if (this.#running !== undefined) this.#running.cancelled = true;
    this.#found = undefined;
    this.#forgetExamined();
  }

  #forgetExamined(): void {
    if (this.#examined === undefined) return;
    this.#examined.staged.close();
    this.#examined = undefined;
    dropRestore(this.#options.paths);
  }

  #judge(found: Found, staged: Staged, checkpoint: KnownHead | null): Reply<ExaminedBackup> {
    try {
      const { read } = staged.ledger;
      const head = ownHead(read);
      const roles = accountById(read, staged.accountId)?.roles ?? [];
      if (head === undefined || !roles.some((role) => role === 'officer' || role === 'administrator')) {
        staged.close();
        return refuse('restore-role');
      }
      this.#assertSite(head.site);
      const witness = readWitness(this.#options.paths.witness);
      const known: KnownHead[] = [
        ...(witness !== undefined && witness.size > 0 ? [witness] : []),
        ...(checkpoint === null ? [] : [checkpoint]),
      ];
      const compared = compareHeads({ size: head.seq, hashAt: (seq) => hashAt(read, head, seq) }, known);
      if (compared === 'other-history') throw new BackupProblem('other-history');
      const examined: ExaminedBackup = {
        size: head.seq,
        head: head.hash.toString('hex'),
        lastEntryAt: lastEntryAt(read, head) ?? null,
        missing: compared.missing,
        comparedWith: [
          ...(witness !== undefined && witness.size > 0 ? (['witness'] as const) : []),
          ...(checkpoint === null ? [] : (['checkpoint'] as const)),
        ],
        replaces: existsSync(this.#options.paths.ledger),
      };
      this.#examined = { ...examined, id: found.id, path: found.path, staged };
      return ok(examined);
    } catch (error) {
      staged.close();
      throw error;
    }
  }

  async #record({ staged, size, head, missing, path }: Examined): Promise<Reply<null>> {
    const { ledger, accountId, sign } = staged;
    const account = accountById(ledger.read, accountId);
    if (account === undefined || sign === undefined) return refuse('restore-role');
    const name = nameOf(path);
    const site = ownHead(ledger.read)?.site ?? '';
    const writer = new Writer(ledger.write, this.#options.clock, { committed() {}, readOnly() {} });
    return writer.change(accountId, () => ({
      events: [
        {
          type: 'ledger.restored',
          version: 1,
          subject: `site:${site}`,
          data: { name, foundSize: size, foundHead: head, expectedSize: size + missing, missing },
        },
      ],
      value: null,
      signatory: { id: account.id, name: account.name, roles: account.roles, sign },
    }));
  }

  /** Throws if this machine knows itself as another site. */
  #assertSite(site: string): void {
    const { paths } = this.#options;
    const own = readSite(paths)?.code ?? readWitness(paths.witness)?.site;
    if (own !== undefined && own !== site) throw new BackupProblem('other-site', { own, site });
  }

  /** Whether the keyslot file that stands here now, if it can be read, has no slot for this person any more. */
  #isGone(identifier: string, secret: Buffer): boolean {
    const { keys } = this.#options.paths;
    try {
      const user = userTag(identifier, secret);
      return !parseKeysFile(readFileSync(keys), keys).slots.some((slot) => slot.user === user);
    } catch {
      return false;
    }
  }
}

async function refusing<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VaultFault && error.fault === 'secret-missing')
      return refuse('secret-missing', { detail: { file: error.file } });
    return refusalOf(error);
  }
}
