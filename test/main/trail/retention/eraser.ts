import { appendInSteps, ownHead } from '../../../../main/trail/append.ts';
import { erasureEvents } from '../../../../main/trail/retention/erasing.ts';
import { newSignatureKey, signWith } from '../../../../main/vault/signatures.ts';
import type { NewSuimonEvent } from '../../../../shared/events.ts';
import type { Instant } from '../../../../shared/kernel/time.ts';
import type { ErasureTarget } from '../../../../shared/trail/retention/model.ts';
import { SITE, type TestLedger } from '../ledger.ts';

export const PROPOSER = '01990000-0000-7000-8000-00000000000a';
export const CONFIRMER = '01990000-0000-7000-8000-00000000000b';

/** Two officers of a ledger that was opened by its key alone; the second signs what both have decided. */
export interface Officers {
  /** Erases as a confirmed proposal does, past the rules; answers the events that were written. */
  erase(target: ErasureTarget, at: Instant, runsOfEvent?: number): readonly NewSuimonEvent[];
  /** Writes events as the second officer. */
  write(events: readonly NewSuimonEvent[], at: Instant): void;
}

export function officers(test: TestLedger, at: Instant): Officers {
  const { public: key, privateKey } = newSignatureKey('ed25519');
  const created = (id: string, name: string, signs: boolean): NewSuimonEvent => ({
    type: 'account.created',
    version: 1,
    subject: `account:${id}`,
    data: {
      identifier: `c${id.slice(-2)}`,
      name,
      reading: '',
      roles: ['officer'],
      signingKey: signs ? key.key : null,
      signatureAlgorithm: signs ? key.algorithm : null,
      mustChangePassword: false,
    },
  });
  test.write([created(PROPOSER, '長谷 一', false), created(CONFIRMER, '長谷 二', true)], at);
  const sign = (bytes: Uint8Array) => ({
    algorithm: key.algorithm,
    key: key.key,
    value: signWith(key.algorithm, privateKey, bytes).toString('base64'),
  });
  const db = test.ledger.write;
  const write = (events: readonly NewSuimonEvent[], now: Instant): void => {
    db.exec('BEGIN IMMEDIATE');
    const head = ownHead(db);
    if (head === undefined) throw new Error('no site');
    for (const _ of appendInSteps(db, head, events, CONFIRMER, now, sign));
    db.exec('COMMIT');
  };
  return {
    write,
    erase(target, now, runsOfEvent) {
      const events = erasureEvents(db, target, SITE, PROPOSER, runsOfEvent);
      write(events, now);
      return events;
    },
  };
}
