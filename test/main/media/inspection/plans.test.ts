import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rows } from '../../../../main/vault/db.ts';
import { asking } from '../requests-desk.ts';
import { openInspections } from './desk.ts';

it('two lists are compared file by file through an index, however long they are', async () => {
  const prepared: string[] = [];
  const desk = await openInspections(undefined, (sql) => prepared.push(sql));
  try {
    const { id } = await desk.did('operator', 'emergency', {
      details: asking(desk.office),
      reason: '停止',
      allowedBy: '課長',
      visitId: await desk.letIn(),
      seal: '',
    });
    writeFileSync(join(desk.drive, 'a'), 'a');
    await desk.looked('operator', 'listContents', {
      requestId: id,
      way: 'exit',
      folder: await desk.folder(),
    });
    const comparing = prepared.filter((sql) => sql.includes('INSERT INTO media_difference ('));
    expect(comparing).toHaveLength(2);
    const values = { before: 1, after: 2, first: 0, last: 9, above: '', upTo: 'z', count: 0 };
    const plans = comparing.map((sql) =>
      rows<{ detail: string }>(desk.test.ledger.read, `EXPLAIN QUERY PLAN ${sql}`, values).map(
        ({ detail }) => detail,
      ),
    );
    // A part with the other list, then what of that lies behind the last part: a stretch of each, never a whole list.
    const [part = [], end = []] = plans.map((plan) => plan.filter((step) => /^SEARCH [ab] /u.test(step)));
    expect(part.filter((step) => step.includes('(listing=? AND path=?)'))).toHaveLength(2);
    expect(part.filter((step) => step.includes('(listing=? AND n>? AND n<?)'))).toHaveLength(1);
    for (const plan of [part, end])
      expect(plan.filter((step) => step.includes('(listing=? AND path>? AND path<?)'))).toHaveLength(1);
    expect(plans.flat().filter((step) => step.startsWith('SCAN media') || /^SCAN [ab]$/u.test(step))).toEqual(
      [],
    );
  } finally {
    desk.remove();
  }
});
