import { statSync } from 'node:fs';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { confirm, propose } from '../../../../main/accounts/proposals/commands.ts';
import * as commands from '../../../../main/entries/commands.ts';
import { search } from '../../../../main/entries/queries.ts';
import { cancelErasure } from '../../../../main/trail/retention/effects.ts';
import { retention } from '../../../../main/trail/retention/queries.ts';
import { ownHead } from '../../../../main/trail/append.ts';
import { row, rows } from '../../../../main/vault/db.ts';
import type { ProposalContent } from '../../../../shared/accounts/proposals.ts';
import type { NewSuimonEvent } from '../../../../shared/events.ts';
import { ok, refuse } from '../../../../shared/kernel/result.ts';
import { fromJst } from '../../../../shared/kernel/time.ts';
import { testDesk, type TestDesk } from '../../accounts/desk-fixture.ts';
import { context, valueOf, verified } from '../../accounts/two-people.ts';
import { details, OFFICE } from '../../entries/door.ts';
import { people } from '../../vault/fixture.ts';

const { auditor, officer } = people;
const since = fromJst(2026, 4, 1) ?? 0;

let test: TestDesk;
let heard: (name: string) => void = () => {};

const proposing = (content: ProposalContent) =>
  propose(context(test), { content, password: officer.password });
const confirming = (
  proposalId: string,
  { identifier, password }: typeof auditor | typeof officer = auditor,
) => confirm(context(test), { proposalId, identifier, password });
const period = (years: number | null): ProposalContent => ({
  kind: 'retention-set',
  retained: { ledger: 'entries', kind: 'visitor' },
  years,
  reason: '文書保存規程による',
});
const erasure = (fiscalYear: number): ProposalContent => ({
  kind: 'erasure',
  target: { ledger: 'entries', kind: 'visitor', fiscalYear },
  reason: '保存期間満了',
});
const state = () => retention(context(test).read, test.now);
const visits = () =>
  rows<{ year: number; n: number }>(
    context(test).read,
    `SELECT CAST(strftime('%Y', sort_at / 1000 + 32400, 'unixepoch') AS INTEGER) AS year, count(*) AS n
     FROM entries_visit GROUP BY year ORDER BY year`,
  ).map(({ year, n }) => [year, n]);

/** 600 visits of 2020, one of them without its exit; ten of 2021; one of 2019 without its exit. */
beforeAll(async () => {
  test = await testDesk(undefined, { push: (_, name) => heard(name) });
  valueOf(await test.signIn('officer'));
  const { id } = valueOf(
    await context(test).change<{ readonly id: string }>((db, now) => commands.defineArea(db, OFFICE, now)),
  );
  let number = 0;
  const imported = (year: number, exitRecorded = false): NewSuimonEvent => {
    number += 1;
    return {
      type: 'visit.imported',
      version: 1,
      subject: `visit:01980000-0000-7000-9000-${number.toString().padStart(12, '0')}`,
      data: {
        details: details(id, { name: `来客${number}`, purpose: year === 2020 ? '古い用件' : '点検' }),
        enteredAt: (fromJst(year, 6, 1, 9) ?? 0) + number * 1000,
        exitedAt: null,
        exitRecorded,
        file: 'log.csv',
        sha256: '0'.repeat(64),
        row: number + 1,
      },
    };
  };
  const events = [
    ...Array.from({ length: 599 }, () => imported(2020)),
    imported(2020, true),
    ...Array.from({ length: 10 }, () => imported(2021)),
    imported(2019, true),
  ];
  valueOf(await context(test).change(() => ({ events, value: null })));
}, 60_000);
afterAll(() => test.desk.end('quit'));

describe('retention', () => {
  it('is without end until two people set it: nothing is due and nothing can be erased', async () => {
    expect(state()).toEqual({
      periods: [
        { ledger: 'entries', kind: 'visitor', years: null, set: null },
        { ledger: 'entries', kind: 'delivery', years: null, set: null },
        { ledger: 'entries', kind: 'staff', years: null, set: null },
        { ledger: 'media', kind: 'media-requests', years: 5, set: null },
        { ledger: 'media', kind: 'media-contents', years: 1, set: null },
        { ledger: 'media', kind: 'media-register', years: 5, set: null },
      ],
      due: [],
      erasures: [],
      residue: false,
    });
    expect(await proposing(erasure(2020))).toEqual(refuse('retention-not-set', { field: 'kind' }));
    expect(await proposing(period(null))).toEqual(refuse('retention-unchanged', { field: 'years' }));
  });

  it('U1 is set by an officer and an auditor together, never by one alone', async () => {
    const { id } = valueOf(await proposing(period(5)));
    expect(await confirming(id, officer)).toEqual(refuse('proposal-own'));
    expect(state().periods[0]?.years).toBeNull();
    valueOf(await confirming(id));
    expect(state().periods[0]).toEqual({
      ledger: 'entries',
      kind: 'visitor',
      years: 5,
      set: { at: test.now, proposedBy: officer.name, confirmedBy: auditor.name },
    });
    expect(state().due).toEqual([
      { ledger: 'entries', kind: 'visitor', fiscalYear: 2019, since: fromJst(2025, 4, 1), count: 0, open: 1 },
      { ledger: 'entries', kind: 'visitor', fiscalYear: 2020, since, count: 599, open: 1 },
    ]);
  }, 30_000);

  it('U11 refuses an erasure before its time, of nothing, and of what nobody has closed', async () => {
    expect(await proposing(erasure(2021))).toEqual(
      refuse('erasure-too-early', { field: 'fiscalYear', detail: { year: 2027 } }),
    );
    expect(await proposing(erasure(2018))).toEqual(refuse('erasure-nothing', { field: 'fiscalYear' }));
    expect(await proposing(erasure(2019))).toEqual(
      refuse('erasure-open', { field: 'fiscalYear', detail: { count: 1 } }),
    );
    expect(visits()).toEqual([
      [2019, 1],
      [2020, 600],
      [2021, 10],
    ]);
  }, 30_000);

  it('U11 refuses to confirm an erasure whose time has been put off meanwhile', async () => {
    const early = valueOf(await proposing(erasure(2020)));
    expect(await proposing(erasure(2020))).toEqual(refuse('proposal-open-already'));
    valueOf(await confirming(valueOf(await proposing(period(6))).id));
    expect(await confirming(early.id)).toEqual(
      refuse('erasure-too-early', { field: 'fiscalYear', detail: { year: 2027 } }),
    );
    valueOf(await confirming(valueOf(await proposing(period(5))).id));
    expect(visits()).toContainEqual([2020, 600]);
    const before = ownHead(context(test).read)?.seq;
    heard = (name) => {
      if (name === 'erasing') cancelErasure();
    };
    expect(await confirming(early.id)).toEqual(refuse('cancelled'));
    heard = () => {};
    expect(ownHead(context(test).read)?.seq).toBe(before);
    expect(visits()).toContainEqual([2020, 600]);
    expect(state()).toMatchObject({ erasures: [], residue: false });
    expect(await verified(test)).toMatchObject({ state: 'verified' });
  }, 60_000);

  it('erases what is due when the second person confirms, tells how far it is, and leaves entries and what is open', async () => {
    const { read } = context(test);
    const entries = row<{ n: number }>(read, 'SELECT count(*) AS n FROM chain_entry')?.n ?? 0;
    await context(test).store((db) => {
      db.exec(`INSERT INTO entries_draft VALUES ('${officer.accountId}', '{"details":{"name":"来客7"}}')`);
      db.exec(`INSERT INTO entries_draft VALUES ('x', '{"details":{"name":"来客605"}}')`);
    });
    expect(search(read, '古い用件', {}, 200).rows).toHaveLength(200);
    const told: string[] = [];
    heard = (name) => told.push(name);
    const [open] = rows<{ id: string }>(read, "SELECT id FROM accounts_proposal WHERE state = 'open'");
    expect(await confirming(open?.id ?? '')).toEqual(ok({ handed: [], shares: [] }));
    heard = () => {};
    expect(told).toContain('erasing');
    expect(statSync(`${test.folder.paths.ledger}-wal`).size).toBe(0);
    expect(visits()).toEqual([
      [2019, 1],
      [2020, 1],
      [2021, 10],
    ]);
    expect(search(read, '古い用件', {}, 200).rows.map(({ name }) => name)).toEqual(['来客600']);
    expect(rows(read, 'SELECT account FROM entries_draft')).toEqual([{ account: 'x' }]);
    expect(row(read, 'SELECT count(*) AS n FROM chain_entry')).toEqual({ n: entries + 2 });
    expect(row(read, 'SELECT count(*) AS n FROM chain_payload')).toEqual({ n: entries + 2 - 599 });
    expect(state()).toMatchObject({
      due: [
        { fiscalYear: 2019, count: 0, open: 1 },
        { fiscalYear: 2020, count: 0, open: 1 },
      ],
      erasures: [
        {
          kind: 'visitor',
          fiscalYear: 2020,
          subjects: 599,
          entries: 599,
          proposedBy: officer.name,
          confirmedBy: auditor.name,
        },
      ],
      residue: true,
    });
    expect(await proposing(erasure(2020))).toEqual(
      refuse('erasure-open', { field: 'fiscalYear', detail: { count: 1 } }),
    );
    expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
  }, 60_000);

  it('writes the file anew when the ledger is opened next', async () => {
    await test.desk.end('locked');
    valueOf(await test.signIn('officer'));
    expect(state()).toMatchObject({ residue: false, erasures: [{ fiscalYear: 2020 }] });
    expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
  }, 60_000);

  it('U11 nobody but an officer proposes it: not an auditor, not an administrator', async () => {
    for (const who of ['auditor', 'admin1'] as const) {
      await test.desk.end('locked');
      valueOf(await test.signIn(who));
      const answer = await propose(context(test), { content: erasure(2020), password: people[who].password });
      expect(answer).toEqual(refuse('not-allowed'));
    }
  }, 60_000);
});
