import { mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownHead } from '../../../../main/trail/append.ts';
import { DAY } from '../../../../shared/kernel/time.ts';
import { classified, MONDAY, moving, people } from '../requests-desk.ts';
import { clamavWith, EICAR, hasClamav, makeDefinitions, scanning, until } from './clamav.ts';
import { checked, type InspectionDesk, openInspections } from './desk.ts';

describe.skipIf(!hasClamav)(
  hasClamav ? 'a scan on this machine' : 'a scan on this machine (skipped: no clamav)',
  () => {
    const sets: { readonly folder: string; remove(): void }[] = [];
    let current: string;
    let old: string;
    let unknown: string;
    beforeAll(() => {
      const make = (at: number): string => {
        const made = makeDefinitions(at);
        sets.push(made);
        return made.folder;
      };
      current = make(MONDAY - DAY);
      old = make(MONDAY - 20 * DAY);
      unknown = mkdtempSync(join(tmpdir(), 'suimon-undated-'));
      writeFileSync(join(unknown, 'x.hsb'), `${'a'.repeat(64)}:10:Some.Name\n`);
    });
    afterAll(() => {
      for (const made of sets) made.remove();
      rmSync(unknown, { recursive: true });
    });

    let desk: InspectionDesk | undefined;
    afterEach(() => desk?.remove());

    async function open(definitions = current) {
      const opened = await openInspections(clamavWith(definitions));
      desk = opened;
      const id = await opened.permitted();
      const folder = await opened.folder();
      const scan = (exception = '', requestId = id) =>
        opened.look('operator', 'scan', { requestId, way: 'entry', folder, scanner: 'clamscan', exception });
      const inspect = () => opened.looked('auditor', 'inspection', { requestId: id });
      const size = () => ownHead(opened.test.ledger.read)?.seq;
      return { desk: opened, id, scan, inspect, size };
    }

    it('is recorded as made here: machine, product, version, definitions, how many files, by whom', async () => {
      const { desk: on, id, scan, inspect } = await open();
      writeFileSync(join(on.drive, 'a'), 'a');
      writeFileSync(join(on.drive, 'b'), 'b');
      expect(await scan()).toEqual({ ok: true, value: { result: 'clean' } });
      expect((await inspect()).checks).toEqual([
        {
          way: 'entry',
          machine: hostname(),
          product: 'ClamAV',
          version: expect.stringMatching(/^\d+\.\d+\.\d+/u),
          definitionsAt: MONDAY - DAY,
          checkedAt: MONDAY,
          by: people.operator.name,
          result: 'clean',
          findings: [],
          exception: '',
          seq: expect.any(Number),
          at: MONDAY,
          recordedBy: people.operator.name,
          origin: 'here',
          files: 2,
          more: 0,
          counts: true,
          goodUntil: MONDAY + DAY,
          leftSince: false,
        },
      ]);
      expect((await inspect()).missing.entry).toEqual(['listing-missing']);
      expect(on.differs()).toBeUndefined();
      expect(await on.looked('operator', 'scanners', {})).toMatchObject([
        { id: 'clamscan', product: 'ClamAV' },
      ]);
      await on.looked('operator', 'listContents', { requestId: id, way: 'entry', folder: await on.folder() });
      const visitId = await on.letIn();
      expect(await on.refused('operator', 'carryIn', { ...moving(id), visitId })).toBeUndefined();
    });

    it('finds what is there, file by file, and the medium stays where it is', async () => {
      const { desk: on, id, scan, inspect } = await open();
      writeFileSync(join(on.drive, 'bad\u202Emoc.com'), EICAR);
      writeFileSync(join(on.drive, 'good'), 'good');
      expect(await scan()).toEqual({ ok: true, value: { result: 'found' } });
      expect((await inspect()).checks).toMatchObject([
        {
          result: 'found',
          origin: 'here',
          files: 2,
          findings: [{ path: 'bad\\xE2\\x80\\xAEmoc.com', name: 'Suimon.Test.EICAR.UNOFFICIAL' }],
        },
      ]);
      const visitId = await on.letIn();
      expect(await on.refused('operator', 'carryIn', { ...moving(id), visitId })).toMatchObject({
        code: 'findings-open',
      });
    });

    it('keeps two hundred findings and how many more there are', async () => {
      const { desk: on, scan, inspect } = await open();
      for (let n = 0; n < 203; n += 1) writeFileSync(join(on.drive, `bad${n}.com`), EICAR);
      await scan();
      const [check] = (await inspect()).checks;
      expect([check?.findings.length, check?.more, check?.files]).toEqual([200, 3, 203]);
    });

    it('is one product, in however many forms: confidentiality 3 wants another', async () => {
      const { desk: on } = await open();
      const id = await on.permitted({ classification: classified(3) });
      await on.look('operator', 'scan', {
        requestId: id,
        way: 'entry',
        folder: await on.folder(),
        scanner: 'clamscan',
        exception: '',
      });
      const missing = async () => (await on.looked('auditor', 'inspection', { requestId: id })).missing.entry;
      expect(await missing()).toContain('second-check-missing');
      await on.looked('operator', 'recordCheck', {
        requestId: id,
        check: checked(on.now, { product: 'Microsoft Defender' }),
      });
      expect(await missing()).toEqual(['listing-missing']);
    });

    it('is refused before it begins with definitions that are too old, unless there is a reason', async () => {
      const { scan, inspect, size } = await open(old);
      const before = size();
      expect(await scan()).toEqual({
        ok: false,
        refusal: { code: 'definitions-outdated', field: 'exception', detail: { days: 20, max: 7 } },
      });
      expect(size()).toBe(before);
      expect(await scan('更新媒体が届く前のため')).toMatchObject({ ok: true });
      expect((await inspect()).checks).toMatchObject([
        { exception: '更新媒体が届く前のため', counts: true, origin: 'here' },
      ]);
    });

    it('records nothing with definitions of no known date, a product that is not here, or a request that is over', async () => {
      const { desk: on, id, scan, size } = await open(unknown);
      const before = size();
      expect(await scan()).toMatchObject({ refusal: { code: 'definitions-unknown' } });
      const folder = await on.folder();
      expect(
        await on.lookRefused('operator', 'scan', {
          requestId: id,
          way: 'entry',
          folder,
          scanner: 'defender',
          exception: '',
        }),
      ).toMatchObject({ code: 'scanner-missing' });
      expect(await scan('', '01990000-0000-7000-8000-00000000ffff')).toMatchObject({
        refusal: { code: 'request-missing' },
      });
      expect(size()).toBe(before);
    });

    it('records nothing when it is cancelled', async () => {
      const { desk: on, scan, size } = await open();
      for (let n = 0; n < 40; n += 1) {
        writeFileSync(join(on.drive, `f${n}`), '');
        truncateSync(join(on.drive, `f${n}`), 512 * 1024 ** 2);
      }
      const before = size();
      const going = scan();
      await until(() => scanning(on.drive) > 0);
      await on.looked('operator', 'cancelInspection', {});
      expect(await going).toEqual({ ok: true, value: null });
      expect(size()).toBe(before);
    });

    it('records nothing when the drive is pulled out meanwhile, and says so', async () => {
      const { desk: on, scan, size } = await open();
      for (let n = 0; n < 200; n += 1) {
        writeFileSync(join(on.drive, `f${n}`), '');
        truncateSync(join(on.drive, `f${n}`), 16 * 1024 ** 2);
      }
      const before = size();
      const going = scan();
      await until(() => scanning(on.drive) > 0);
      const away = `${on.drive}-away`;
      renameSync(on.drive, away);
      expect(await going).toEqual({ ok: false, refusal: { code: 'drive-gone', detail: { path: on.drive } } });
      expect(size()).toBe(before);
      rmSync(away, { recursive: true });
    }, 30_000);
  },
);
