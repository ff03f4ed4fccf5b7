import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { compareViews } from '../../../../main/trail/compare-views.ts';
import { openConnection } from '../../../../main/vault/connection.ts';
import { rows } from '../../../../main/vault/db.ts';
import { migrate, MIGRATIONS } from '../../../../main/vault/migrations.ts';
import { openLedger } from '../../../../main/vault/open-ledger.ts';
import { details, type Door, entering, furnish, leaving, openDoor } from '../../entries/door.ts';
import { temporaryFolder } from '../../vault/fixture.ts';

let door: Door;
afterEach(() => door.remove());

it('a ledger of the first version opens with the views that its chain gives, its visits numbered by their entries', async () => {
  door = openDoor();
  const { office, room, badges } = await furnish(door);
  for (const areaId of [office, room, office]) {
    const badgeId = areaId === room ? badges[0] : null;
    const { ids } = await door.did('enter', entering(details(areaId), { badgeId, anotherPerson: true }));
    if (areaId === office) await door.did('leave', leaving(ids[0] ?? '', { badgeReturned: false }));
  }
  const key = Buffer.alloc(32, 0x33);
  const file = join(temporaryFolder(), 'ledger.suimon');
  const old = openConnection(file, key, 'create');
  migrate(old, key, MIGRATIONS.slice(0, 1));
  for (const table of ['chain_site', 'chain_entry', 'chain_payload']) {
    for (const values of rows<Record<string, unknown>>(door.test.ledger.read, `SELECT * FROM ${table}`)) {
      const list = Object.values(values);
      old.prepare(`INSERT INTO ${table} VALUES (${list.map(() => '?').join(', ')})`).run(...list);
    }
  }
  expect(rows(old, 'SELECT * FROM entries_visit')).toEqual([]);
  old.close();
  const ledger = openLedger(file, key, 'write');
  try {
    expect(rows(ledger.read, 'SELECT no FROM entries_visit')).toHaveLength(3);
    const comparing = compareViews(ledger.write, door.test.ledger.write);
    let step = comparing.next();
    while (step.done !== true) step = comparing.next();
    expect(step.value).toBeUndefined();
  } finally {
    ledger.close();
  }
});
