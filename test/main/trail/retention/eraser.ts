import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { appendInSteps, ownHead } from '../../../../main/trail/append.ts';
import { erasureEvents } from '../../../../main/trail/retention/erasing.ts';
import { newSignatureKey, signWith } from '../../../../main/vault/signatures.ts';
import type { ProposalContent } from '../../../../shared/accounts/proposals.ts';
import type { NewSuimonEvent } from '../../../../shared/events.ts';
import type { Instant } from '../../../../shared/kernel/time.ts';
import type { ErasureTarget } from '../../../../shared/trail/retention/model.ts';
import { SITE, type TestLedger } from '../ledger.ts';

export const PROPOSER = '01990000-0000-7000-8000-00000000000a';
export const CONFIRMER = '01990000-0000-7000-8000-00000000000b';

/** Two officers of a ledger that was opened by its key alone: the first proposes, the second confirms. */
export interface Officers {
  /** Has both decide on something, past the rules; answers the proposal's id. Two entries of the chain. */
  decide(content: ProposalContent, at: Instant): string;
  /** Erases as a confirmed proposal does, past the rules; answers the events of the erasure. */
  erase(target: ErasureTarget, at: Instant, runsOfEvent?: number): readonly NewSuimonEvent[];
  /** Writes events as the second officer. */
  write(events: readonly NewSuimonEvent[], at: Instant): void;
}

export function officers(test: Pick<TestLedger, 'ledger' | 'write'>, at: Instant): Officers {
  const keys = [PROPOSER, CONFIRMER].map(() => newSignatureKey('ed25519'));
  const db = test.ledger.write;
  test.write(
    [PROPOSER, CONFIRMER].map((id, index) => ({
      type: 'account.created',
      version: 1,
      subject: `account:${id}`,
      data: {
        identifier: `c${id.slice(-2)}`,
        name: index === 0 ? '長谷 一' : '長谷 二',
        reading: '',
        roles: ['officer'],
        signingKey: keys[index]?.public.key ?? null,
        signatureAlgorithm: keys[index]?.public.algorithm ?? null,
        mustChangePassword: false,
      },
    })),
    at,
  );
  const writeAs = (index: 0 | 1, events: readonly NewSuimonEvent[], now: Instant): void => {
    const pair = keys[index];
    const head = ownHead(db);
    if (head === undefined || pair === undefined) throw new Error('no site');
    const { public: key, privateKey } = pair;
    const sign = (bytes: Uint8Array) => ({
      algorithm: key.algorithm,
      key: key.key,
      value: signWith(key.algorithm, privateKey, bytes).toString('base64'),
    });
    db.exec('BEGIN IMMEDIATE');
    try {
      for (const _ of appendInSteps(db, head, events, [PROPOSER, CONFIRMER][index] ?? '', now, sign));
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  const officersDo: Officers = {
    write: (events, now) => writeAs(1, events, now),
    decide(content, now) {
      const id = v7();
      const subject = `proposal:${id}` as const;
      const expiresAt = now + 1000;
      writeAs(0, [{ type: 'proposal.made', version: 1, subject, data: { content, expiresAt } }], now);
      const digest = randomBytes(32).toString('hex');
      writeAs(1, [{ type: 'proposal.confirmed', version: 1, subject, data: { digest } }], now);
      return id;
    },
    erase(target, now, runsOfEvent) {
      const proposal = officersDo.decide({ kind: 'erasure', target, reason: '保存期間満了' }, now);
      const events = erasureEvents(db, target, SITE, proposal, runsOfEvent);
      officersDo.write(events, now);
      return events;
    },
  };
  return officersDo;
}
