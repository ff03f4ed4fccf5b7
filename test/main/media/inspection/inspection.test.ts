import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../../main/trail/verification.ts';
import { differenceDigest } from '../../../../main/media/inspection/list.ts';
import { ownHead } from '../../../../main/trail/append.ts';
import { rows, run } from '../../../../main/vault/db.ts';
import { DAY } from '../../../../shared/kernel/time.ts';
import { FIRST_MEDIA_POLICY } from '../../../../shared/media/policy.ts';
import { asking, classified, MONDAY, moving, PASSWORD, people } from '../requests-desk.ts';
import { checked, type InspectionDesk, openInspections } from './desk.ts';

let desk: InspectionDesk;
beforeEach(async () => {
  desk = await openInspections();
});
afterEach(() => desk.remove());

const at = (path: string, text: string): void => writeFileSync(join(desk.drive, path), text);
const record = (requestId: string, over: Parameters<typeof checked>[1] = {}) =>
  desk.lookRefused('operator', 'recordCheck', { requestId, check: checked(desk.now, over) });
const list = async (requestId: string, way: 'entry' | 'exit') =>
  desk.looked('operator', 'listContents', { requestId, way, folder: await desk.folder() });
const inspect = (requestId: string) => desk.looked('auditor', 'inspection', { requestId });
const carryIn = async (requestId: string) =>
  desk.refused('operator', 'carryIn', { ...moving(requestId), visitId: await visitor() });
const takeOut = (requestId: string) => desk.refused('operator', 'takeOut', moving(requestId));
let visit: string | undefined;
beforeEach(() => {
  visit = undefined;
});
async function visitor(): Promise<string> {
  visit ??= await desk.letIn();
  return visit;
}
const settled = { reason: '作業の記録を受け取ったため', password: PASSWORD };

async function broughtIn(): Promise<string> {
  const id = await desk.permitted();
  expect(await record(id)).toBeUndefined();
  await list(id, 'entry');
  expect(await carryIn(id)).toBeUndefined();
  return id;
}

describe('what is looked at before a medium comes in', () => {
  it('refuses it without a check, then without a list, and lets it in with both', async () => {
    at('update.bin', 'update');
    const id = await desk.permitted();
    expect((await inspect(id)).missing).toEqual({
      entry: ['check-missing', 'listing-missing'],
      exit: ['listing-missing'],
    });
    expect(await carryIn(id)).toMatchObject({ code: 'check-missing', detail: { medium: '保守用USB' } });
    expect(await record(id)).toBeUndefined();
    expect(await carryIn(id)).toMatchObject({ code: 'listing-missing' });
    expect(await list(id, 'entry')).toMatchObject({
      way: 'entry',
      source: desk.drive,
      files: 1,
      bytes: 6,
      problems: 0,
    });
    expect(await carryIn(id)).toBeUndefined();
    expect((await inspect(id)).closed).toEqual({ entry: 'entry-over', exit: null });
    expect(desk.differs()).toBeUndefined();
  });

  it('asks for two different products from confidentiality 3 on, however the name is written', async () => {
    const id = await desk.permitted({ classification: classified(3) });
    await list(id, 'entry');
    expect(await record(id)).toBeUndefined();
    expect(await record(id, { product: 'ｃｌａｍａｖ' })).toBeUndefined();
    expect(await carryIn(id)).toMatchObject({ code: 'second-check-missing' });
    expect(await record(id, { product: 'Microsoft Defender' })).toBeUndefined();
    expect(await carryIn(id)).toBeUndefined();
  });

  it('refuses definitions that are too old for the policy, by their age when the check was made, unless there is a reason', async () => {
    const id = await desk.permitted();
    await list(id, 'entry');
    const old = { definitionsAt: MONDAY - 8 * DAY };
    expect(await record(id, old)).toEqual({
      code: 'definitions-outdated',
      field: 'check.exception',
      detail: { days: 8, max: 7 },
    });
    expect((await inspect(id)).checks).toEqual([]);
    expect(await record(id, { definitionsAt: MONDAY - 7 * DAY, checkedAt: MONDAY })).toBeUndefined();
    expect(await record(id, { ...old, exception: '発行元の更新が届く前のため' })).toBeUndefined();
    expect((await inspect(id)).checks.map(({ counts }) => counts)).toEqual([true, true]);
    // What is older when it is looked at was not too old when the check was made.
    desk.now += DAY / 2;
    expect((await inspect(id)).missing.entry).toEqual([]);
  });

  it('judges by the policy in force: a stricter one makes a check too old, and asks for no list where none is wanted', async () => {
    const id = await desk.permitted();
    expect(await record(id, { definitionsAt: MONDAY - 5 * DAY })).toBeUndefined();
    const policy = { ...FIRST_MEDIA_POLICY, definitionsMaxDays: 2, contentList: false };
    await desk.did('officer', 'setPolicy', { policy, reason: '見直し', password: PASSWORD });
    expect(await carryIn(id)).toMatchObject({ code: 'check-outdated' });
    expect(await record(id)).toBeUndefined();
    expect(await carryIn(id)).toBeUndefined();
    expect(await takeOut(id)).toBeUndefined();
  });

  it('wants a check of a maintenance computer and no list', async () => {
    const checks = {
      'antimalware-current': 'yes',
      'os-patched': 'yes',
      'no-other-network': 'yes',
      'only-needed-software': 'yes',
      'personal-account': 'yes',
      supervised: 'yes',
    } as const;
    const id = await desk.permitted({
      medium: {
        from: 'described',
        kind: 'maintenance-computer',
        name: '保守PC',
        serial: '',
        owner: 'みなと電機',
        encryption: 'software',
      },
      connection: { target: '監視盤1号', checks, note: '' },
    });
    expect(await carryIn(id)).toMatchObject({ code: 'check-missing' });
    expect(
      await desk.lookRefused('operator', 'listContents', {
        requestId: id,
        way: 'entry',
        folder: await desk.folder(),
      }),
    ).toMatchObject({
      code: 'listing-not-wanted',
    });
    expect(await record(id)).toBeUndefined();
    expect((await inspect(id)).listed).toBe(false);
    expect(await carryIn(id)).toBeUndefined();
    expect(await takeOut(id)).toBeUndefined();
  });

  it('begins anew when the request is handed in again for another medium', async () => {
    const { id } = await desk.did('operator', 'submit', { details: asking(desk.office) });
    expect(await record(id)).toBeUndefined();
    await list(id, 'entry');
    expect((await inspect(id)).missing.entry).toEqual([]);
    await desk.did('operator', 'resubmit', { requestId: id, details: asking(desk.office, { note: '追記' }) });
    expect((await inspect(id)).missing.entry).toEqual([]);
    const medium = { ...asking(desk.office).medium, serial: 'S-2' } as ReturnType<typeof asking>['medium'];
    await desk.did('operator', 'resubmit', { requestId: id, details: asking(desk.office, { medium }) });
    const now = await inspect(id);
    expect(now.missing.entry).toEqual(['check-missing', 'listing-missing']);
    expect(now.checks.map(({ counts }) => counts)).toEqual([false]);
    expect(desk.differs()).toBeUndefined();
  });

  it('is not made up for afterwards, nor on the way out beforehand, nor for what came to nothing', async () => {
    const id = await desk.permitted();
    expect(await record(id, { way: 'exit' })).toMatchObject({ code: 'exit-not-yet', field: 'way' });
    expect(await record(id)).toBeUndefined();
    await list(id, 'entry');
    expect(await carryIn(id)).toBeUndefined();
    expect(await record(id)).toMatchObject({ code: 'entry-over' });
    await list(id, 'exit');
    expect(await takeOut(id)).toBeUndefined();
    expect(await record(id, { way: 'exit' })).toMatchObject({ code: 'inspection-over' });
    const { id: retracted } = await desk.did('operator', 'submit', { details: asking(desk.office) });
    await desk.did('operator', 'retract', { requestId: retracted, reason: '中止' });
    expect(await record(retracted)).toMatchObject({ code: 'inspection-over' });
    expect(await record('01990000-0000-7000-8000-00000000ffff')).toMatchObject({ code: 'request-missing' });
  });
});

describe('a check recorded by hand', () => {
  it('never stands as one made here, whatever is sent', async () => {
    const id = await desk.permitted();
    expect(await record(id, { machine: 'this', product: 'ClamAV' })).toBeUndefined();
    const [check] = (await inspect(id)).checks;
    expect(check).toEqual({
      ...checked(desk.now, { machine: 'this' }),
      seq: expect.any(Number),
      at: MONDAY,
      recordedBy: people.operator.name,
      origin: 'elsewhere',
      files: null,
      more: 0,
      counts: true,
      goodUntil: desk.now + DAY,
      leftSince: false,
    });
    const asHere = { requestId: id, check: { ...checked(desk.now), origin: 'here' } };
    await expect(desk.look('operator', 'recordCheck', asHere as never)).rejects.toThrow(/origin/u);
  });

  it('is refused where it contradicts itself or the clock', async () => {
    const id = await desk.permitted();
    const finding = { path: 'a.exe', name: 'Win.Test' };
    expect(await record(id, { checkedAt: MONDAY + 1 })).toMatchObject({
      code: 'check-in-future',
      field: 'check.checkedAt',
    });
    expect(await record(id, { definitionsAt: MONDAY + 2 * DAY })).toMatchObject({
      code: 'definitions-in-future',
    });
    expect(await record(id, { result: 'found' })).toMatchObject({
      code: 'findings-missing',
      field: 'check.findings',
    });
    expect(await record(id, { findings: [finding] })).toMatchObject({
      code: 'findings-contradict',
      field: 'check.result',
    });
    await expect(
      record(id, { result: 'found', findings: [{ path: 'a\u202Etxt', name: 'x' }] }),
    ).rejects.toThrow(/unsafe/u);
    expect((await inspect(id)).checks).toEqual([]);
  });
});

describe('what a check finds', () => {
  const found = { result: 'found', findings: [{ path: 'a.exe', name: 'Win.Test' }] } as const;
  const find = async (id: string) => {
    expect(await record(id, { ...found, findings: [...found.findings] })).toBeUndefined();
    const { findings } = await inspect(id);
    return findings.entry.state === 'none' ? 0 : findings.entry.check;
  };
  const settle = (
    requestId: string,
    check: number,
    decision: 'refused' | 'cleaned' | 'false-positive',
    who: 'officer' | 'second' = 'officer',
  ) => desk.lookRefused(who, 'settleFindings', { requestId, way: 'entry', check, decision, ...settled });

  it('keeps the medium where it is until an officer has decided, whatever else was found clean', async () => {
    const id = await desk.permitted();
    await list(id, 'entry');
    expect(await record(id)).toBeUndefined();
    const check = await find(id);
    expect(await record(id)).toBeUndefined();
    expect(await carryIn(id)).toMatchObject({ code: 'findings-open' });
    expect(await settle(id, check, 'refused')).toBeUndefined();
    expect(await carryIn(id)).toMatchObject({ code: 'findings-refused' });
    expect(await settle(id, check, 'cleaned', 'second')).toBeUndefined();
    // The check before the finding says nothing of what was cleaned; the one after it does.
    expect((await inspect(id)).checks.map(({ counts }) => counts)).toEqual([false, false, true]);
    expect(await carryIn(id)).toBeUndefined();
    expect((await inspect(id)).decisions).toMatchObject([
      {
        officerName: people.officer.name,
        decision: 'refused',
        reason: settled.reason,
        signatureHolds: true,
        check,
      },
      { officerName: people.second.name, decision: 'cleaned', signatureHolds: true, check },
    ]);
    expect(desk.differs()).toBeUndefined();
  });

  it('is not let through by a view that says something else than an officer signed', async () => {
    const id = await desk.permitted();
    await list(id, 'entry');
    const check = await find(id);
    expect(await settle(id, check, 'refused')).toBeUndefined();
    const { write } = desk.test.ledger;
    run(write, "UPDATE media_findings SET decision = 'false-positive'");
    expect((await inspect(id)).decisions).toMatchObject([{ signatureHolds: false }]);
    expect(await carryIn(id)).toMatchObject({ code: 'findings-open' });
    run(write, "UPDATE media_findings SET decision = 'refused'");
    expect((await inspect(id)).decisions).toMatchObject([{ signatureHolds: true }]);
  });

  it('counts as clean once an officer calls it a false alarm, until something else is found', async () => {
    const id = await desk.permitted();
    await list(id, 'entry');
    expect(await settle(id, await find(id), 'false-positive')).toBeUndefined();
    expect((await inspect(id)).missing.entry).toEqual([]);
    await find(id);
    expect((await inspect(id)).missing.entry).toEqual(['findings-open']);
  });

  it('is decided on as it was shown, by an officer who did not ask, with their password', async () => {
    const id = await desk.permitted();
    const check = await find(id);
    const later = await find(id);
    expect(await settle(id, check, 'false-positive')).toMatchObject({ code: 'findings-changed' });
    const wrong = {
      requestId: id,
      way: 'entry',
      check: later,
      decision: 'refused',
      ...settled,
      password: 'wrong',
    } as const;
    expect(await desk.lookRefused('officer', 'settleFindings', wrong)).toMatchObject({
      code: 'attest-refused',
    });
    expect(
      await desk.lookRefused('officer', 'settleFindings', { ...wrong, way: 'exit', password: PASSWORD }),
    ).toMatchObject({
      code: 'findings-none',
    });
    const { id: own } = await desk.did('officer', 'submit', { details: asking(desk.office) });
    expect(await settle(own, await find(own), 'false-positive')).toMatchObject({
      code: 'inspection-own-request',
    });
    expect((await inspect(own)).findings.entry.state).toBe('open');
  });
});

describe('what differs on the way out', () => {
  it('stops the exit until an officer has decided on those very lists', async () => {
    at('same', 'same');
    at('changed', 'before');
    at('removed', 'x');
    const id = await broughtIn();
    expect(await takeOut(id)).toMatchObject({ code: 'listing-missing' });
    at('changed', 'after!');
    at('log.txt', 'new');
    mkdirSync(join(desk.drive, 'empty'));
    writeFileSync(join(desk.drive, 'removed'), '');
    const { rmSync } = await import('node:fs');
    rmSync(join(desk.drive, 'removed'));
    const first = await list(id, 'exit');
    expect(await takeOut(id)).toMatchObject({ code: 'difference-open' });
    const { compared } = await inspect(id);
    expect(compared).toMatchObject({ added: 1, removed: 1, changed: 1, settled: null });
    const { rows: differing, total } = await desk.looked('auditor', 'differences', {
      requestId: id,
      offset: 0,
      limit: 50,
    });
    expect(total).toBe(3);
    expect(
      differing.map(({ kind, path, before, after }) => [
        kind,
        path,
        before?.size ?? null,
        after?.size ?? null,
      ]),
    ).toEqual([
      ['changed', 'changed', 6, 6],
      ['added', 'log.txt', null, 3],
      ['removed', 'removed', 1, null],
    ]);
    const settle = (who: 'officer' | 'operator', after: string) =>
      desk.lookRefused(who, 'settleDifference', { requestId: id, after, ...settled });
    const again = await list(id, 'exit');
    expect(again?.digest).toBe(first?.digest);
    expect(await settle('officer', first?.id ?? '')).toMatchObject({ code: 'difference-changed' });
    expect(await settle('officer', again?.id ?? '')).toBeUndefined();
    expect(await settle('officer', again?.id ?? '')).toMatchObject({ code: 'difference-settled' });
    expect((await inspect(id)).compared?.settled).toMatchObject({
      officerName: people.officer.name,
      reason: settled.reason,
      signatureHolds: true,
    });
    run(desk.test.ledger.write, "UPDATE media_difference_settled SET reason = '別の理由'");
    expect((await inspect(id)).compared?.settled).toMatchObject({ signatureHolds: false });
    expect(await takeOut(id)).toMatchObject({ code: 'difference-open' });
    run(desk.test.ledger.write, 'UPDATE media_difference_settled SET reason = ?', settled.reason);
    at('another', 'x');
    await list(id, 'exit');
    expect(await takeOut(id)).toMatchObject({ code: 'difference-open' });
    expect(desk.differs()).toBeUndefined();
    expect(await settle('officer', (await inspect(id)).compared?.after.id ?? '')).toBeUndefined();
    expect(await takeOut(id)).toBeUndefined();
    expect(desk.differs()).toBeUndefined();
  });

  it('does not stop what is as it came', async () => {
    at('same', 'same');
    const id = await broughtIn();
    await list(id, 'exit');
    expect((await inspect(id)).compared).toMatchObject({ added: 0, removed: 0, changed: 0 });
    const after = (await inspect(id)).compared?.after.id ?? '';
    expect(
      await desk.lookRefused('officer', 'settleDifference', { requestId: id, after, ...settled }),
    ).toMatchObject({
      code: 'difference-none',
    });
    expect(await takeOut(id)).toBeUndefined();
  });

  it('is everything where no list was taken on the way in, as in an emergency; which is looked at inside', async () => {
    at('file', 'x');
    const { id } = await desk.did('operator', 'emergency', {
      details: asking(desk.office),
      reason: '監視盤の停止',
      allowedBy: '課長',
      visitId: await visitor(),
      seal: '',
    });
    expect((await inspect(id)).closed).toEqual({ entry: null, exit: null });
    await list(id, 'exit');
    expect((await inspect(id)).compared).toMatchObject({ before: null, added: 1 });
    expect(await takeOut(id)).toMatchObject({ code: 'difference-open' });
    const { compared } = await inspect(id);
    expect(
      await desk.lookRefused('officer', 'settleDifference', {
        requestId: id,
        after: compared?.after.id ?? '',
        ...settled,
      }),
    ).toBeUndefined();
    expect(await takeOut(id)).toBeUndefined();
    expect(desk.differs()).toBeUndefined();
  });

  it('is looked at when what went out comes back, with a check of its own', async () => {
    at('file', 'x');
    const over = { kind: 'carry-out', destination: '本庁', returnDue: MONDAY + DAY } as const;
    const id = await desk.permitted(over);
    expect(await desk.refused('operator', 'carryOut', { ...moving(id), holder: '山本' })).toMatchObject({
      code: 'check-missing',
    });
    expect(await record(id)).toBeUndefined();
    await list(id, 'entry');
    expect(await desk.refused('operator', 'carryOut', { ...moving(id), holder: '山本' })).toBeUndefined();
    expect(await desk.refused('operator', 'giveBack', moving(id))).toMatchObject({ code: 'check-missing' });
    expect(await record(id, { way: 'exit' })).toBeUndefined();
    expect(await desk.refused('operator', 'giveBack', moving(id))).toMatchObject({ code: 'listing-missing' });
    await list(id, 'exit');
    expect(await desk.refused('operator', 'giveBack', moving(id))).toBeUndefined();
  });
});

describe('decisions past the program', () => {
  const verified = () =>
    verifyLedger(
      desk.test.ledger,
      () => undefined,
      () => false,
    );
  const size = (): number => ownHead(desk.test.ledger.read)?.seq ?? 0;
  const broken = () => ({ state: 'broken', first: { seq: size(), kind: 'signature-invalid' } });

  it('U12 are named by verification: on one’s own request, on another request’s findings, by somebody who is no officer', async () => {
    const finding = { result: 'found' as const, findings: [{ path: 'a', name: 'b' }] };
    const id = await desk.permitted();
    expect(await record(id, finding)).toBeUndefined();
    const { findings } = await inspect(id);
    const check = findings.entry.state === 'none' ? 0 : findings.entry.check;
    const event = (requestId: string, n: number) => ({
      type: 'media.findingsSettled' as const,
      version: 1,
      subject: `request:${requestId}` as const,
      data: { way: 'entry' as const, check: n, decision: 'false-positive' as const, reason: 'x' },
    });
    desk.sign('officer', [event(id, check)]);
    expect(await verified()).toMatchObject({ state: 'verified' });
    const other = await desk.permitted();
    expect(await record(other, finding)).toBeUndefined();
    desk.sign('officer', [event(other, check)]);
    expect(await verified()).toMatchObject(broken());
  });

  it.each([
    ['by somebody who is no officer', 'auditor', 'operator'],
    ['on what they asked for themselves', 'officer', 'officer'],
  ] as const)('U1 are named by verification %s', async (_, signer, requester) => {
    const { id } = await desk.did(requester, 'submit', { details: asking(desk.office) });
    expect(await record(id, { result: 'found', findings: [{ path: 'a', name: 'b' }] })).toBeUndefined();
    const data = { way: 'entry' as const, check: size(), decision: 'false-positive' as const, reason: 'x' };
    desk.sign(signer, [{ type: 'media.findingsSettled', version: 1, subject: `request:${id}`, data }]);
    expect(await verified()).toMatchObject(broken());
  });

  it('U12 are named by verification on other lists than those that differ', async () => {
    const id = await broughtIn();
    at('new', 'x');
    await list(id, 'exit');
    const { compared } = await inspect(id);
    const [before, after] = [compared?.before, compared?.after];
    const data = {
      before: before?.id ?? null,
      after: after?.id ?? '',
      digest: differenceDigest(after?.digest ?? '', before?.digest ?? ''),
      reason: 'x',
    };
    desk.sign('officer', [{ type: 'media.differenceSettled', version: 1, subject: `request:${id}`, data }]);
    expect(await verified()).toMatchObject(broken());
  });
});

describe('a content list', () => {
  it('of thousands of files stands on the chain in parts, is paged, and a replay gives the same', async () => {
    for (let n = 0; n < 2345; n += 1) at(`f${String(n).padStart(5, '0')}`, String(n));
    const id = await desk.permitted();
    const listing = await list(id, 'entry');
    expect(listing).toMatchObject({ files: 2345, problems: 0, listedBy: people.operator.name });
    const types = rows<{ bytes: Buffer }>(
      desk.test.ledger.read,
      'SELECT bytes FROM chain_payload ORDER BY place DESC LIMIT 12',
    ).map(({ bytes }) => /"type":"([^"]+)"/u.exec(bytes.toString('utf8'))?.[1]);
    expect(types).toEqual([
      'media.listed',
      ...Array.from({ length: 10 }, () => 'media.listedPart'),
      expect.any(String),
    ]);
    expect(types.at(-1)).not.toBe('media.listedPart');
    const page = await desk.looked('auditor', 'listing', {
      listingId: listing?.id ?? '',
      offset: 2300,
      limit: 100,
    });
    expect(page.total).toBe(2345);
    expect(page.rows.map(({ path }) => path)).toEqual(Array.from({ length: 45 }, (_, n) => `f0${2300 + n}`));
    expect(desk.differs()).toBeUndefined();
    // The story of the request names the list, not its parts.
    const { story } = await desk.did('auditor', 'request', { id });
    expect(story.filter(({ type }) => type.startsWith('media.')).map(({ type }) => type)).toEqual([
      'media.listed',
    ]);
    expect(
      await desk.lookRefused('auditor', 'listing', { listingId: id, offset: 0, limit: 1 }),
    ).toMatchObject({ code: 'listing-unknown' });
  });

  it('leaves nothing when it is cancelled, and nothing when the request is over meanwhile', async () => {
    for (let n = 0; n < 500; n += 1) at(`f${n}`, 'x');
    const id = await desk.permitted();
    const before = ownHead(desk.test.ledger.read)?.seq;
    const folder = await desk.folder();
    const going = desk.look('operator', 'listContents', { requestId: id, way: 'entry', folder });
    expect(
      await desk.lookRefused('officer', 'listContents', { requestId: id, way: 'entry', folder }),
    ).toMatchObject({
      code: 'inspection-running',
    });
    await desk.looked('operator', 'cancelInspection', {});
    expect(await going).toEqual({ ok: true, value: null });
    expect(ownHead(desk.test.ledger.read)?.seq).toBe(before);
    const late = desk.look('operator', 'listContents', { requestId: id, way: 'entry', folder });
    await desk.did('officer', 'withdraw', { requestId: id, reason: '中止', password: PASSWORD });
    expect(await late).toMatchObject({ ok: false, refusal: { code: 'inspection-over' } });
    expect(rows(desk.test.ledger.read, 'SELECT no FROM media_listing')).toEqual([]);
    expect(rows(desk.test.ledger.read, 'SELECT n FROM media_listed_file')).toEqual([]);
  });

  it('is of a folder that this person chose in the dialog, that is there, and that is not the program’s own', async () => {
    const id = await desk.permitted();
    const make = (who: 'operator' | 'officer', folder: string) =>
      desk.lookRefused(who, 'listContents', { requestId: id, way: 'entry', folder });
    const folder = await desk.folder();
    expect(await make('officer', folder)).toMatchObject({ code: 'folder-forgotten', field: 'folder' });
    expect(await make('operator', '01990000-0000-7000-8000-00000000ffff')).toMatchObject({
      code: 'folder-forgotten',
    });
    const ledger = desk.test.ledger.folder;
    for (const own of [ledger, join(ledger, '..'), '/']) {
      desk.chooses = own;
      expect(await desk.lookRefused('operator', 'chooseDrive', {})).toMatchObject({ code: 'folder-own' });
    }
    desk.chooses = join(desk.drive, 'nowhere\u202E');
    expect(await desk.lookRefused('operator', 'chooseDrive', {})).toEqual({
      code: 'folder-gone',
      detail: { path: `${desk.drive}/nowhere\\xE2\\x80\\xAE` },
    });
    desk.chooses = undefined;
    expect(await desk.looked('operator', 'chooseDrive', {})).toBeNull();
  });
});
