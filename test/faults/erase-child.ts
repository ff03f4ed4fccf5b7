import { writeSync } from 'node:fs';
import { append, ownHead } from '../../main/trail/append.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { officers } from '../main/trail/retention/eraser.ts';

/**
 * A process that erases the visitors' records of a fiscal year from an existing ledger, closes it and opens it again, until it has
 * or somebody kills it. Its lines: `ready`, `erased` once the erasure was committed, `anew` once the file was written anew.
 */
function work(file: string, key: string, fiscalYear: number, at: number): void {
  const bytes = Buffer.from(key, 'hex');
  const ledger = openLedger(file, bytes, 'write');
  const db = ledger.write;
  const pair = officers(
    {
      ledger,
      write(events, now, actor = 'system') {
        db.exec('BEGIN IMMEDIATE');
        const head = ownHead(db);
        if (head === undefined) throw new Error('no site');
        append(db, head, events, actor, now);
        db.exec('COMMIT');
      },
    },
    at,
  );
  writeSync(1, 'ready\n');
  pair.erase({ ledger: 'entries', kind: 'visitor', fiscalYear }, at);
  writeSync(1, 'erased\n');
  ledger.close();
  openLedger(file, bytes, 'write').close();
  writeSync(1, 'anew\n');
}

const [file = '', key = '', fiscalYear = '', at = ''] = process.argv.slice(2);
work(file, key, Number(fiscalYear), Number(at));
