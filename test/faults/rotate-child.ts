import { readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { Writer } from '../../main/trail/change.ts';
import type { Ledger } from '../../main/vault/ledger.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { finishRotation, rotateLedgerFile } from '../../main/vault/rotation-files.ts';
import { encryptionIn, keyIn, keysNaming, rotationPaths, somethingNew } from './rotated-ledger.ts';

/**
 * A process that puts a ledger under one new key after the other, each `<key>@<encryption>`, while it goes on writing, until it has done so `count` times or
 * is killed. Each line it writes is an acknowledgement: `kept <n>` for an event, `rotated`; `refused <code>` where the rotation was not
 * made; `stopped <code>` where the ledger could not be opened or a rotation that was decided on not be finished.
 */
async function work(file: string, orders: readonly string[]): Promise<void> {
  const paths = rotationPaths(dirname(file));
  let last = 0;
  for (const order of orders) {
    finishRotation(paths);
    const bytes = readFileSync(paths.keys);
    const ledger = openLedger(paths.ledger, keyIn(bytes), 'write', encryptionIn(bytes));
    writeSync(1, 'begun\n');
    last = await rotate(ledger, order, last);
    ledger.close();
  }
  finishRotation(paths);
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error && 'fault' in error ? String(error.fault) : 'unforeseen';
}

async function rotate(ledger: Ledger, order: string, first: number): Promise<number> {
  const [key = '', id] = order.split('@');
  const encryption = LedgerEncryption.parse(id);
  const paths = rotationPaths(ledger.folder);
  const writer = new Writer(ledger.write, Date.now, { committed() {}, readOnly() {} });
  const written: Promise<unknown>[] = [];
  let next = first;
  const write = async (n: number): Promise<void> => {
    const reply = await writer.change('system', () => ({
      events: [somethingNew(process.pid, n)],
      value: null,
    }));
    if (reply.ok) writeSync(1, `kept ${process.pid}-${n}\n`);
  };
  try {
    const reply = await rotateLedgerFile({
      ledger,
      paths,
      newKey: Buffer.from(key, 'hex'),
      newEncryption: encryption,
      keysFileBytes: () => keysNaming(key, encryption),
      progress: () => void written.push(write((next += 1))),
      cancelled: () => false,
      inStillness: async (task) => {
        const held = await writer.hold();
        if (!held.ok) return held;
        const done = await task();
        if (done.ok) void writer.close();
        held.value.end();
        return done;
      },
    });
    writeSync(1, reply.ok ? 'rotated\n' : `refused ${reply.refusal.code}\n`);
  } catch (error) {
    writeSync(1, `refused ${codeOf(error)}\n`);
  }
  await Promise.allSettled(written);
  return next;
}

const [file = '', ...orders] = process.argv.slice(2);
void work(file, orders).catch((error: unknown) => writeSync(1, `stopped ${codeOf(error)}\n`));
