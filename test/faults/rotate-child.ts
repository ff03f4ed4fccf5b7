import { readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Writer } from '../../main/trail/change.ts';
import type { Ledger } from '../../main/vault/ledger.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { finishRotation, rotateLedgerFile } from '../../main/vault/rotation-files.ts';
import { keyIn, rotationPaths, somethingNew } from './rotated-ledger.ts';

/**
 * A process that puts a ledger under one new key after the other, while it goes on writing, until it has done so `count` times or
 * is killed. Each line it writes is an acknowledgement: `kept <n>` for an event, `rotated`; `refused <code>` where the rotation was not
 * made; `stopped <code>` where the ledger could not be opened or a rotation that was decided on not be finished.
 */
async function work(file: string, keys: readonly string[]): Promise<void> {
  const paths = rotationPaths(dirname(file));
  let last = 0;
  for (const key of keys) {
    finishRotation(paths);
    const ledger = openLedger(paths.ledger, keyIn(readFileSync(paths.keys)), 'write');
    writeSync(1, 'begun\n');
    last = await rotate(ledger, key, last);
    ledger.close();
  }
  finishRotation(paths);
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error && 'fault' in error ? String(error.fault) : 'unforeseen';
}

async function rotate(ledger: Ledger, key: string, first: number): Promise<number> {
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
      keysFileBytes: () => Buffer.from(JSON.stringify({ key })),
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

const [file = '', ...keys] = process.argv.slice(2);
void work(file, keys).catch((error: unknown) => writeSync(1, `stopped ${codeOf(error)}\n`));
