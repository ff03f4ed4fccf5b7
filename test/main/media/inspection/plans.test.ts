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
    await desk.looked('operator', 'listContents', {
      requestId: id,
      way: 'exit',
      folder: await desk.folder(),
    });
    const comparing = prepared.filter((sql) => sql.includes('INSERT INTO media_difference (')).at(-1) ?? '';
    const plan = rows<{ detail: string }>(desk.test.ledger.read, `EXPLAIN QUERY PLAN ${comparing}`, {
      before: 1,
      after: 2,
    }).map(({ detail }) => detail);
    const other = plan.filter((step) => /LEFT-JOIN|^SEARCH a .*path=/u.test(step));
    expect(other).toHaveLength(2);
    for (const step of other) expect(step).toContain('(listing=? AND path=?)');
  } finally {
    desk.remove();
  }
});
