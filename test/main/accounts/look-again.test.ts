import { expect, it } from 'vitest';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { run, type WriteDb } from '../../../main/vault/db.ts';
import { Writer } from '../../../main/trail/change.ts';
import { rewriteKeysState } from '../../../main/vault/keys-trial.ts';
import { filler, testLedger } from '../trail/ledger.ts';
import { testDesk } from './desk-fixture.ts';

/** A writer on a ledger whose file may grow no further: writes fail as on a full disk, until `grow` is called. */
function fullLedger() {
  const test = testLedger();
  const { ledger } = test;
  run(ledger.write, 'INSERT INTO vault_keys (one, digest) VALUES (1, zeroblob(32))');
  const told: string[] = [];
  const writer = new Writer(ledger.write, () => 5_000, {
    committed: () => told.push('committed'),
    readOnly: (reason) => told.push(reason),
  });
  const limit = (pages: number) => ledger.write.prepare(`PRAGMA max_page_count = ${pages}`).get();
  const change = () =>
    writer.change('system', () => ({
      events: Array.from({ length: 300 }, (_, n) => filler(n)),
      value: null,
    }));
  return { test, writer, told, change, full: () => limit(1), grow: () => limit(1_000_000) };
}

it('F5 the read-only state is left when the trail can be written again, and not before', async () => {
  const { test, writer, told, change, full, grow } = fullLedger();
  full();
  expect(await change()).toEqual(refuse('trail-unwritable', { detail: { reason: 'disk-full' } }));
  expect(await change()).toEqual(refuse('read-only', { detail: { reason: 'disk-full' } }));
  const growing = (db: WriteDb): void => {
    db.exec('CREATE TABLE trial AS SELECT zeroblob(20000) AS bytes');
  };
  expect(await writer.resume(growing)).toBe('disk-full');
  expect(await change()).toEqual(refuse('read-only', { detail: { reason: 'disk-full' } }));
  grow();
  expect(await writer.resume(rewriteKeysState)).toBeUndefined();
  expect(await change()).toEqual(ok(null));
  expect(told).toEqual(['disk-full', 'committed']);
  test.remove();
});

it('a damaged ledger is not gone on with, whatever could be written', async () => {
  const { test, writer } = fullLedger();
  writer.stop('damaged');
  expect(await writer.resume(() => undefined)).toBe('damaged');
  expect(await writer.change('system', () => ({ events: [], value: null }))).toEqual(
    refuse('read-only', { detail: { reason: 'damaged' } }),
  );
  test.remove();
});

it('the writer holds its turn while the file has to stand still, and gives none once it is closed', async () => {
  const test = testLedger();
  const writer = new Writer(test.ledger.write, () => 5_000, { committed() {}, readOnly() {} });
  const order: string[] = [];
  const still = writer.still(async () => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    order.push('still');
    return ok(1);
  });
  const change = writer.change('system', () => {
    order.push('change');
    return { events: [], value: 2 };
  });
  expect(await Promise.all([still, change])).toEqual([ok(1), ok(2)]);
  expect(order).toEqual(['still', 'change']);
  await writer.close();
  expect(await writer.still(async () => ok(5))).toEqual(refuse('no-session'));
  test.remove();
});

it('a session that is well, or damaged, is told so when it looks again', async () => {
  const test = await testDesk();
  expect(await test.desk.lookAgain()).toEqual(refuse('no-session'));
  const signedIn = await test.signIn('officer');
  expect(await test.desk.lookAgain()).toEqual(signedIn);
  test.desk.damaged();
  expect(await test.desk.lookAgain()).toEqual(refuse('still-unwritable', { detail: { reason: 'damaged' } }));
  await test.desk.end('quit');
});
