import { afterEach, describe, expect, it } from 'vitest';
import { forgetDraftsBefore } from '../../main/media/queries.ts';
import { emptyWal } from '../../main/vault/wal.ts';
import { rows } from '../../main/vault/db.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { fiscalYear } from '../../shared/kernel/time.ts';
import type { MediaRecords } from '../../shared/media/retention.ts';
import { spanOfFiscalYear } from '../../shared/trail/retention/rules.ts';
import { medium } from '../main/media/desk.ts';
import {
  asking,
  decide,
  MONDAY,
  moving,
  openRequests,
  type RequestsDesk,
} from '../main/media/requests-desk.ts';
import { officers } from '../main/trail/retention/eraser.ts';
import { plainPages } from '../main/vault/pages.ts';

let desk: RequestsDesk;
afterEach(() => desk.remove());

const key = Buffer.alloc(32, 0x6c);
/** Characters of four bytes that nothing else in the ledger holds. */
const MARKS = ['𪚥𡈽', '𠀋𡚴', '𡌛𡑮', '𡢽𠮟', '𡧃𡱖', '𡴭𡵅', '𡵸𡵢', '𡶡𡶜'] as const;
const NEEDLES = MARKS.map((mark) => Buffer.from(mark));

function found(): number {
  return [...plainPages(desk.test.ledger.file, key)].filter(({ page }) =>
    NEEDLES.some((needle) => page.includes(needle)),
  ).length;
}

function tablesHolding(): string[] {
  const db = desk.test.ledger.read;
  const tables = rows<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  const holds = (value: unknown): boolean => {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    return bytes instanceof Uint8Array && NEEDLES.some((needle) => Buffer.from(bytes).includes(needle));
  };
  return tables
    .filter(({ name }) => !name.includes('_search'))
    .filter(({ name }) =>
      rows<Record<string, unknown>>(db, `SELECT * FROM ${name}`).some((one) =>
        Object.values(one).some(holds),
      ),
    )
    .map(({ name }) => name)
    .toSorted();
}

describe('U11 what was erased of media', () => {
  it('U11 names, serials and file names are in no page of the file once two people have erased them', async () => {
    desk = await openRequests(undefined, key);
    const [bearer, serial, note, path, holder, number, registered, draft] = MARKS;
    const pair = officers(desk.test, desk.now);
    const { id } = await desk.did('operator', 'submit', {
      details: asking(desk.office, {
        bearer,
        organisation: serial,
        note,
        kind: 'carry-out',
        destination: note,
        returnDue: MONDAY + 3_600_000,
        medium: {
          from: 'described',
          kind: 'usb-memory',
          name: holder,
          serial,
          owner: bearer,
          encryption: 'none',
        },
      }),
    });
    await decide(desk, 'officer', id, 'acknowledge');
    const listing = '01990000-0000-7000-8000-0000000000c1';
    desk.test.write(
      [
        {
          type: 'media.listedPart',
          version: 1,
          subject: `listing:${listing}`,
          data: {
            listing,
            request: id,
            way: 'entry',
            first: 0,
            files: [[path, 1, 'a'.repeat(64), MONDAY, null]],
          },
        },
        {
          type: 'media.listed',
          version: 1,
          subject: `request:${id}`,
          data: {
            listing,
            way: 'entry',
            source: path,
            files: 1,
            bytes: 1,
            problems: 0,
            digest: 'a'.repeat(64),
          },
        },
      ],
      desk.now,
    );
    await desk.did('operator', 'carryOut', { ...moving(id), holder });
    await desk.did('operator', 'giveBack', moving(id));
    const { id: mediumId } = await desk.did(
      'officer',
      'registerMedium',
      medium({ number, name: registered, serial, keeper: bearer }),
    );
    await desk.did('officer', 'destroyMedium', {
      mediumId,
      method: 'crush',
      product: '',
      by: holder,
      witness: bearer,
      proof: note,
      reason: note,
    });
    await desk.did('operator', 'saveDraft', { id, title: draft, form: draft });
    for (let n = 0; n < 40; n += 1) await desk.did('operator', 'submit', { details: asking(desk.office) });

    expect(emptyWal(desk.test.ledger.write)).toBe(true);
    expect(found()).toBeGreaterThan(0);
    expect(tablesHolding()).toEqual([
      'chain_payload',
      'media_inspected',
      'media_listed_file',
      'media_listing',
      'media_register',
      'media_request',
      'media_request_count',
      'media_request_details',
      'media_request_draft',
      'media_request_word',
    ]);

    const erase = (kind: MediaRecords) =>
      pair.erase({ ledger: 'media', kind, fiscalYear: fiscalYear(MONDAY) }, desk.now);
    expect(erase('media-contents')).toHaveLength(1);
    expect(erase('media-register')).toHaveLength(1);
    expect(erase('media-requests')).toHaveLength(1);
    const { until } = spanOfFiscalYear(fiscalYear(MONDAY));
    await desk.session('officer').store((db) => forgetDraftsBefore(db, until));
    expect(emptyWal(desk.test.ledger.write)).toBe(true);
    expect(tablesHolding()).toEqual([]);
    expect(desk.differs()).toBeUndefined();
    const { file } = desk.test.ledger;
    desk.test.ledger.close();
    openLedger(file, key, 'write').close();
    expect(found()).toBe(0);
  }, 60_000);
});
