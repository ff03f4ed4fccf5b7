import { describe, expect, it } from 'vitest';
import { FIRST_POLICY, type Policy } from '../../../shared/accounts/policy.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import { keysOverview } from '../../../main/accounts/keys-overview.ts';
import { accountStory } from '../../../main/accounts/queries.ts';
import { append, ownHead } from '../../../main/trail/append.ts';
import { checkpoints } from '../../../main/trail/checkpoints.ts';
import { endorsedBytes } from '../../../main/trail/endorsement.ts';
import { connectionsOf, writeHandle } from '../../../main/vault/handles.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { signerOf } from '../../../main/vault/own-slot.ts';
import { newSignatureKey } from '../../../main/vault/signatures.ts';
import { people } from '../vault/fixture.ts';
import { testDesk, type TestDesk } from './desk-fixture.ts';
import { confirmAs, context, NEWCOMER, proposeAs, together, valueOf, verified } from './two-people.ts';

const { admin1, admin2, officer } = people;

function objects(test: TestDesk, id: string): number | undefined {
  return keysOverview(context(test)).algorithms.find((algorithm) => algorithm.id === id)?.objects;
}

async function settle(test: TestDesk, change: Partial<Policy>): Promise<void> {
  await together(test, { kind: 'policy', policy: { ...FIRST_POLICY, ...change }, reason: '暗号の移行' });
}

async function visit(test: TestDesk, who: keyof typeof people): Promise<void> {
  valueOf(await test.signIn(who));
  await test.desk.end('locked');
}

describe('a migration of the signature suite, and back', () => {
  it('gives everybody and the site a new key at a sign-in, endorsed by the old one; what was signed before stays readable', async () => {
    const test = await testDesk();
    valueOf(await test.signIn('admin1'));
    await settle(test, { signatureSuite: 'ecdsa-p256-sha256' });
    expect(keysOverview(context(test)).siteSuite).toBe('ed25519');
    await test.desk.end('locked');
    for (const who of ['admin1', 'admin2', 'officer', 'auditor'] as const) await visit(test, who);

    valueOf(await test.signIn('admin1'));
    const { siteSuite, slots } = keysOverview(context(test));
    expect(siteSuite).toBe('ecdsa-p256-sha256');
    expect(slots.filter(({ signing }) => signing === 'ecdsa-p256-sha256')).toHaveLength(4);
    expect(slots.filter(({ signing }) => signing !== null)).toHaveLength(4);
    // Four people and the site, who all had a key of the other suite before.
    expect([objects(test, 'ed25519'), objects(test, 'ecdsa-p256-sha256')]).toEqual([5, 5]);
    await together(test, { ...NEWCOMER, roles: ['bcp'] });
    await test.desk.end('locked');
    await visit(test, 'auditor');

    valueOf(await test.signIn('admin1'));
    await settle(test, { signatureSuite: 'ed25519' });
    await test.desk.end('locked');
    for (const who of ['admin1', 'admin2', 'officer', 'auditor'] as const) await visit(test, who);
    valueOf(await test.signIn('auditor'));
    expect([objects(test, 'ed25519'), objects(test, 'ecdsa-p256-sha256')]).toEqual([10, 5]);
    const notes = [...checkpoints(context(test).read)];
    expect(notes).toHaveLength(6);
    expect(notes.every(({ read }) => read !== undefined)).toBe(true);
    expect(
      accountStory(context(test).read, officer.accountId).map(({ type, signature }) => [type, signature]),
    ).toEqual([
      ['account.keyMade', true],
      ['account.keyMade', true],
      ['account.created', null],
    ]);
    expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
    await test.desk.end('quit');
  });

  it('seals slots anew with another count of iterations, at their owner’s next sign-in', async () => {
    const test = await testDesk();
    valueOf(await test.signIn('admin1'));
    await settle(test, { iterations: STRETCHING.least + 1 });
    await test.desk.end('locked');
    valueOf(await test.signIn('admin2'));
    const counts = new Map(
      context(test)
        .keys()
        .slots.map(({ accountId, iterations }) => [accountId, iterations]),
    );
    expect([counts.get(admin2.accountId), counts.get(officer.accountId)]).toEqual([
      STRETCHING.least + 1,
      STRETCHING.least,
    ]);
    await test.desk.end('locked');
    valueOf(await test.signIn('admin2'));
    await test.desk.end('quit');
  });
});

/** Writes events past the program, as somebody who holds the ledger's key could. */
function forge(
  test: TestDesk,
  events: readonly NewSuimonEvent[],
  actor: string,
  sign?: Parameters<typeof append>[5],
): void {
  const open = context(test).ledger as Ledger;
  const ledger = openLedger(open.file, connectionsOf(open).key, 'write');
  const db = writeHandle(connectionsOf(ledger).writer);
  db.exec('BEGIN IMMEDIATE');
  const head = ownHead(db);
  if (head === undefined) throw new Error('no site');
  append(db, head, events, actor, test.now, sign);
  db.exec('COMMIT');
  ledger.close();
}

describe('verification of signatures', () => {
  const registered = (proposal: string): NewSuimonEvent => ({
    type: 'account.registered',
    version: 1,
    subject: 'account:01990000-0000-7000-8000-0000000000aa',
    data: { proposal, identifier: 'ura', name: '裏口', reading: '', roles: ['officer'], hours: null },
  });

  it('U12 names an event that stands on a proposal nobody else has confirmed, though one person’s signature is good', async () => {
    const test = await testDesk();
    valueOf(await test.signIn('admin1'));
    const { id } = valueOf(await proposeAs(test, NEWCOMER));
    const size = ownHead(context(test).read)?.seq ?? 0;
    await context(test).attest(undefined, admin1.password, async (signatory) => {
      forge(test, [registered(id)], admin1.accountId, (bytes) => signatory.sign(bytes));
      return { ok: true, value: null };
    });
    expect(await verified(test)).toMatchObject({
      state: 'broken',
      first: { seq: size + 1, kind: 'signature-invalid' },
    });
    await test.desk.end('quit');
  });

  it('U12 names an event that two people’s signatures stand for, but under another proposal', async () => {
    const test = await testDesk();
    valueOf(await test.signIn('admin1'));
    const { id } = valueOf(await proposeAs(test, { ...NEWCOMER, roles: ['bcp'] }));
    valueOf(await confirmAs(test, id));
    const size = ownHead(context(test).read)?.seq ?? 0;
    const subject = `account:${people.operator.accountId}` as const;
    await context(test).attest(admin2.identifier, admin2.password, async (signatory) => {
      forge(
        test,
        [{ type: 'account.rolesChanged', version: 1, subject, data: { proposal: id, roles: ['officer'] } }],
        admin2.accountId,
        (bytes) => signatory.sign(bytes),
      );
      return { ok: true, value: null };
    });
    expect(await verified(test)).toMatchObject({
      state: 'broken',
      first: { seq: size + 1, kind: 'signature-invalid' },
    });
    await test.desk.end('quit');
  });

  it('U12 names an approval whose signature was moved from another request', async () => {
    const test = await testDesk();
    valueOf(await test.signIn('admin1'));
    const { id } = valueOf(await proposeAs(test, NEWCOMER));
    const other = valueOf(await proposeAs(test, { ...NEWCOMER, identifier: 'betsu' }));
    const size = ownHead(context(test).read)?.seq ?? 0;
    let moved: ReturnType<NonNullable<Parameters<typeof append>[5]>> | undefined;
    await context(test).attest(admin2.identifier, admin2.password, async (signatory) => {
      moved = signatory.sign(Buffer.from(`the confirmation of ${id}`));
      return { ok: true, value: null };
    });
    const signature = moved;
    if (signature === undefined) throw new Error('nothing signed');
    forge(
      test,
      [{ type: 'proposal.confirmed', version: 1, subject: `proposal:${other.id}`, data: { digest: 'ab' } }],
      admin2.accountId,
      () => signature,
    );
    expect(await verified(test)).toMatchObject({
      state: 'broken',
      first: { seq: size + 1, kind: 'signature-invalid' },
    });
    await test.desk.end('quit');
  });

  it('names a new key that its holder’s old one did not endorse', async () => {
    const test = await testDesk();
    valueOf(await test.signIn('admin1'));
    const size = ownHead(context(test).read)?.seq ?? 0;
    const { public: stolen, privateKey } = newSignatureKey('ed25519');
    const subject = `account:${officer.accountId}` as const;
    const sign = signerOf(stolen, privateKey);
    const endorsement = sign(endorsedBytes(subject, stolen.algorithm, stolen.key)).value;
    const { algorithm, key } = stolen;
    forge(
      test,
      [{ type: 'account.keyMade', version: 1, subject, data: { algorithm, key, endorsement } }],
      officer.accountId,
      sign,
    );
    expect(await verified(test)).toMatchObject({
      state: 'broken',
      first: { seq: size + 1, kind: 'signature-invalid' },
    });
    await test.desk.end('quit');
  });
});
