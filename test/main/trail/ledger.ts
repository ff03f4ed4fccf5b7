import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { contentOf } from '../../../shared/trail/content.ts';
import { append, ownHead } from '../../../main/trail/append.ts';
import type { SiteSigner } from '../../../main/trail/checkpoint.ts';
import { entries } from '../../../main/trail/queries.ts';
import { type ReadDb, run } from '../../../main/vault/db.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { newSignatureKey, signWith } from '../../../main/vault/signatures.ts';

export const SITE = 'test-site';

export interface TestLedger {
  readonly ledger: Ledger;
  readonly folder: string;
  readonly sign: SiteSigner;
  /** Appends within a transaction of its own. */
  write(events: readonly NewSuimonEvent[], at: Instant, actor?: string): void;
  remove(): void;
}

/** A real encrypted ledger in a folder of its own, with a founded site and a site key, and no accounts. */
export function testLedger(ledgerKey: Uint8Array = randomBytes(32)): TestLedger {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-trail-'));
  const ledger = openLedger(join(folder, 'ledger.suimon'), ledgerKey, 'create');
  const { public: key, privateKey } = newSignatureKey('ed25519');
  const sign: SiteSigner = (bytes) => ({
    algorithm: key.algorithm,
    value: signWith(key.algorithm, privateKey, bytes).toString('base64'),
  });
  const db = ledger.write;
  const write: TestLedger['write'] = (events, at, actor = 'system') => {
    db.exec('BEGIN IMMEDIATE');
    const head = ownHead(db);
    if (head === undefined) throw new Error('no site');
    append(db, head, events, actor, at);
    db.exec('COMMIT');
  };
  run(db, 'INSERT INTO chain_site (no, code, own) VALUES (1, ?, 1)', SITE);
  write(
    [
      {
        type: 'site.founded',
        version: 1,
        subject: `site:${SITE}`,
        data: {
          code: SITE,
          name: 'テスト浄水場',
          room: '中央監視室',
          signingKey: key.key,
          signatureAlgorithm: key.algorithm,
        },
      },
    ],
    1_000,
  );
  return {
    ledger,
    folder,
    sign,
    write,
    remove() {
      ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An event that concerns nobody, for filling a chain. */
export function filler(n: number): NewSuimonEvent {
  return {
    type: 'clock.anomaly',
    version: 1,
    subject: `site:${SITE}`,
    data: { previous: n, now: n },
  };
}

/** The newest entries of the chain, newest first, with what was recorded. */
export function written(db: ReadDb, count: number) {
  return entries(db, {}, undefined, count).map(({ raw, ...row }) => ({ ...row, data: contentOf(raw)?.data }));
}
