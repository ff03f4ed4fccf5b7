import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionContext } from '../../../main/context.ts';
import { doorHandlers } from '../../../main/entries/door-handlers.ts';
import { createExportHandlers } from '../../../main/trail/export/handlers.ts';
import { exportTrail } from '../../../main/trail/export/run.ts';
import { reviewHandlers } from '../../../main/trail/review/handlers.ts';
import { headAt } from '../../../main/trail/queries.ts';
import { type Reply, refuse } from '../../../shared/kernel/result.ts';
import type { Exported, Ledger } from '../../../shared/trail/model.ts';
import { type TestDesk, testDesk } from '../accounts/desk-fixture.ts';
import { CONTROL_ROOM, details, entering } from '../entries/door.ts';
import { people, temporaryFolder } from '../vault/fixture.ts';
import { written } from './ledger.ts';

const MANUAL = join(import.meta.dirname, '../../../resources/manual/ja/04-shouseki-kensa.md');

/** The verifier as whoever reads the manual copies it, in a folder where nothing of this program is. */
function script(): string {
  const found = /```js\n(?<script>[\s\S]+?)```/u.exec(readFileSync(MANUAL, 'utf8'))?.groups?.['script'];
  if (found === undefined) throw new Error('no script in the manual');
  const path = join(temporaryFolder(), 'kensa.mjs');
  writeFileSync(path, found);
  return path;
}

let kensa: string;
/** Runs the verifier with Node alone and answers what it says and how it ends. */
function check(folder: string, ...slip: readonly string[]): { readonly code: number; readonly said: string } {
  try {
    const said = execFileSync(process.execPath, [kensa, folder, ...slip], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: 0, said };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    if (stderr !== '') throw new Error(stderr, { cause: error });
    return { code: status, said: stdout };
  }
}

let desk: TestDesk;
function context(): SessionContext {
  const found = desk.desk.context();
  if (found === undefined) throw new Error('no session');
  return found;
}

function did<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
  return reply.value;
}

async function exported(withhold: readonly Ledger[] = []): Promise<Extract<Exported, { state: 'done' }>> {
  const parent = temporaryFolder();
  const handlers = createExportHandlers(() => Promise.resolve(parent));
  const result = did(await handlers.export({ withhold: [...withhold] }, context()));
  if (result?.state !== 'done') throw new Error(JSON.stringify(result));
  expect(readdirSync(parent)).toEqual([result.folder.slice(parent.length + 1)]);
  return result;
}

/** A real site: founded, a visit entered, the trail reviewed with a real signature. */
beforeAll(async () => {
  kensa = script();
  desk = await testDesk();
  did(await desk.signIn('officer'));
  const area = did(await doorHandlers.defineArea(CONTROL_ROOM, context()));
  did(await doorHandlers.defineArea({ ...CONTROL_ROOM, name: '電気室' }, context()));
  const form = entering(details(area.id, { name: '高橋 "志郎" \\ 𠮷' }), {
    badgeId: null,
    followIn: 'nobody',
  });
  did(
    await doorHandlers.expect(
      { details: form.details, party: [], expectedFrom: desk.now, expectedUntil: null },
      context(),
    ),
  );
  const draft = did(
    reviewHandlers.reviewDraft({}, context()) as Reply<{ first: number; last: number; head: string } | null>,
  );
  if (draft === null) throw new Error('nothing to review');
  const { first, last, head } = draft;
  did(
    await reviewHandlers.review(
      { first, last, head, findings: '異常なし', measures: '', password: people.officer.password },
      context(),
    ),
  );
});

/** A copy of an export in which one file's text has been changed. */
function changed(folder: string, file: string, change: (text: string) => string): string {
  const copy = join(temporaryFolder(), 'copy');
  cpSync(folder, copy, { recursive: true });
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return copy;
}

const lines = (change: (all: string[]) => readonly string[]) => (text: string) =>
  `${change(text.trimEnd().split('\n')).join('\n')}\n`;

describe('an export that nobody touched', () => {
  it('is found right by the script of the manual, with its signatures and checkpoints, up to the head of the ledger', async () => {
    const { folder, size, head } = await exported();
    expect(head).toBe(headAt(context().read, size));
    const { code, said } = check(folder);
    expect(said).toContain(`OK entries 1 to ${size}, head ${head}`);
    expect(said).toMatch(/signatures 4, checkpoints [2-9], withheld 0, erased 0, slip not compared/u);
    expect(code).toBe(0);
  });

  it('is recorded with its range, head and digest, and its files are those that SHA256SUMS names', async () => {
    const { folder, size, head, digest } = await exported(['accounts']);
    expect(written(context().read, 1)).toMatchObject([
      { seq: size + 1, type: 'trail.exported', data: { size, head, withheld: ['accounts'], digest } },
    ]);
    const sums = readFileSync(join(folder, 'SHA256SUMS'));
    const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(sha256(sums)).toBe(digest);
    const named = sums.toString('utf8').trimEnd().split('\n');
    expect(named.map((line) => line.slice(66)).toSorted()).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'SHA256SUMS')
        .toSorted(),
    );
    for (const line of named)
      expect(sha256(readFileSync(join(folder, line.slice(66))))).toBe(line.slice(0, 64));
  });

  it('without the payloads of a ledger still holds together, and holds none of what was withheld', async () => {
    const { folder, size } = await exported(['entries']);
    const { code, said } = check(folder);
    expect([code, said]).toEqual([0, expect.stringContaining(`OK entries 1 to ${size}`)]);
    expect(said).toContain('withheld 3,');
    const text = readFileSync(join(folder, 'entries.ndjson'), 'utf8');
    expect(text).not.toContain('志郎');
    expect(text).toContain('"type":"trail.reviewed"');
  });

  it('is equal to a slip kept elsewhere, typed whole or in part, in groups; another slip is told', async () => {
    const { folder, size, head } = await exported();
    const groups = head.toUpperCase().match(/.{4}/gu)?.join(' ') ?? '';
    expect(check(folder, String(size), groups).said).toContain('slip same');
    expect(check(folder, '3', headAt(context().read, 3)?.slice(0, 16) ?? '').said).toContain('slip same');
    expect(check(folder, '3', head)).toEqual({ code: 1, said: 'NG entry 3: slip kept elsewhere: differs\n' });
    expect(check(folder, '999', head)).toEqual({
      code: 1,
      said: 'NG entry 999: slip kept elsewhere: beyond the end\n',
    });
  });
});

describe('an export that somebody altered is found by the script, and the first bad entry named:', () => {
  let folder: string;
  let size: number;
  let reviewed: number;
  beforeAll(async () => {
    ({ folder, size } = await exported());
    reviewed =
      readFileSync(join(folder, 'entries.ndjson'), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes('"type":"trail.reviewed"')) + 1;
  });
  const found = (file: string, change: (text: string) => string) => check(changed(folder, file, change));

  it('one character of a payload', () => {
    const result = found('entries.ndjson', (text) => text.replace('電気室', '電器室'));
    expect(result).toEqual({
      code: 1,
      said: expect.stringMatching(/^NG entry \d+: payload does not fit its digest\n$/u),
    });
  });

  it('any one byte of any entry, flipped', () => {
    const text = readFileSync(join(folder, 'entries.ndjson'), 'utf8').split('\n');
    for (const seq of [1, 2, Math.ceil(size / 2), size]) {
      const line = text[seq - 1] ?? '';
      // A digit of each hash in turn, then a character within the payload.
      for (const at of [
        line.indexOf('"prev":"') + 10,
        line.indexOf('"digest":"') + 12,
        line.indexOf('"hash":"') + 10,
        line.length - 12,
      ]) {
        const flipped = `${line.slice(0, at)}${line[at] === '0' ? '1' : '0'}${line.slice(at + 1)}`;
        const result = found(
          'entries.ndjson',
          lines((all) => all.with(seq - 1, flipped)),
        );
        expect(result.said, `entry ${seq} at ${at}`).toMatch(new RegExp(`^NG entry ${seq}: `, 'u'));
        expect(result.code).toBe(1);
      }
    }
  });

  it('a line removed, from the middle or the end', () => {
    expect(
      found(
        'entries.ndjson',
        lines((all) => all.toSpliced(4, 1)),
      ),
    ).toEqual({
      code: 1,
      said: 'NG entry 5: missing or out of place (found 6)\n',
    });
    expect(
      found(
        'entries.ndjson',
        lines((all) => all.slice(0, -1)),
      ),
    ).toEqual({
      code: 1,
      said: `NG entry ${size}: missing: the export says it has ${size}\n`,
    });
  });

  it('two payloads swapped', () => {
    const result = found(
      'entries.ndjson',
      lines((all) => {
        const [a = '', b = ''] = [all[2], all[3]];
        const [cutA, cutB] = [a.indexOf('"payload":'), b.indexOf('"payload":')];
        return all.with(2, a.slice(0, cutA) + b.slice(cutB)).with(3, b.slice(0, cutB) + a.slice(cutA));
      }),
    );
    expect(result).toEqual({ code: 1, said: 'NG entry 3: payload does not fit its digest\n' });
  });

  /** The chain made anew from an entry with another payload, as a holder of the ledger's key could. */
  const remade = (seq: number, change: (payload: string) => string) => (text: string) => {
    const sha256 = (value: string) => createHash('sha256').update(value).digest('hex');
    let prev = '0'.repeat(64);
    return lines((all) =>
      all.map((line, index) => {
        const cut = line.indexOf('"payload":') + '"payload":'.length;
        const payload = index + 1 === seq ? change(line.slice(cut, -1)) : line.slice(cut, -1);
        const digest = sha256(payload);
        const before = prev;
        prev = sha256(`\0{"payload":"${digest}","prev":"${before}","seq":${index + 1},"site":"misaki"}`);
        return `{"seq":${index + 1},"prev":"${before}","digest":"${digest}","hash":"${prev}","payload":${payload}}`;
      }),
    )(text);
  };

  it('a signature forged, removed, or moved to another payload, on a chain made anew around it', () => {
    for (const [change, why] of [
      [(payload: string) => payload.replace('異常なし', '異常あり'), 'signature'],
      [(payload: string) => payload.replace(/"value":"..../u, '"value":"AAAA'), 'signature'],
      [(payload: string) => payload.replace(/"signature":\{[^}]*\},/u, ''), 'signature missing'],
    ] as const) {
      expect(found('entries.ndjson', remade(reviewed, change))).toEqual({
        code: 1,
        said: `NG entry ${reviewed}: ${why}\n`,
      });
    }
  });

  it('the whole chain made anew without touching a signature, by its checkpoints', () => {
    const { code, said } = found(
      'entries.ndjson',
      remade(2, (payload) => payload.replace('管理 一郎', '管理 三郎')),
    );
    expect(said).toMatch(/^NG entry \d+: checkpoint differs\n$/u);
    expect(code).toBe(1);
  });

  it('a checkpoint that is signed by another, or of another head or size', () => {
    const head = (text: string) => text.replace(/\n(\d+)\n..../u, '\n$1\nAAAA');
    expect(found('checkpoints.txt', head).said).toMatch(/^NG entry \d+: signature of the checkpoint\n$/u);
    expect(found('checkpoints.txt', (text) => text.replace(/\n(\d+)\n/u, '\n999\n')).said).toBe(
      'NG entry 999: signature of the checkpoint\n',
    );
    expect(
      found('keys.json', (text) => text.replace(/("code": "misaki"[\s\S]*?"key": "MCow)/u, '$1B')).code,
    ).toBe(1);
  });

  it('a key with which an entry was signed before it was its holder’s', () => {
    const later = found('keys.json', (text) => {
      const keys = JSON.parse(text) as { people: { account: string; keys: { from: number }[] }[] };
      for (const { account, keys: own } of keys.people)
        if (account === people.officer.accountId) for (const key of own) key.from = reviewed + 1;
      return JSON.stringify(keys);
    });
    expect(later).toEqual({ code: 1, said: `NG entry ${reviewed}: signature\n` });
  });
});

describe('an export that does not come to its end', () => {
  it('leaves nothing when it is cancelled, and records nothing', async () => {
    const parent = temporaryFolder();
    const before = written(context().read, 1);
    const result = await exportTrail(context(), parent, [], {
      progress: () => undefined,
      cancelled: () => true,
    });
    expect(result).toEqual({ ok: true, value: { state: 'cancelled' } });
    expect(readdirSync(parent)).toEqual([]);
    expect(written(context().read, 1)).toEqual(before);
  });

  it('leaves nothing when the trail cannot record it', async () => {
    const parent = temporaryFolder();
    const refused = refuse('read-only', { detail: { reason: 'disk-full' } });
    const result = await exportTrail({ ...context(), change: () => Promise.resolve(refused) }, parent, [], {
      progress: () => undefined,
      cancelled: () => false,
    });
    expect(result).toEqual(refused);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('is refused where a folder of its name stands, which is left as it was', async () => {
    const { folder, size } = await exported();
    const parent = join(folder, '..');
    // The next checkpoint is one entry further: the name that it will have.
    const taken = folder.replace(`-${size}-`, `-${size + 1}-`);
    mkdirSync(taken);
    writeFileSync(join(taken, 'kept'), 'kept');
    const handlers = createExportHandlers(() => Promise.resolve(parent));
    expect(await handlers.export({ withhold: [] }, context())).toEqual(
      refuse('export-folder-taken', { detail: { folder: taken } }),
    );
    expect(readdirSync(taken)).toEqual(['kept']);
  });

  it('says so where it may not write, and where there is no folder', async () => {
    const missing = join(temporaryFolder(), 'gone');
    const handlers = createExportHandlers(() => Promise.resolve(missing));
    expect(await handlers.export({ withhold: [] }, context())).toEqual(
      refuse('export-failed', { detail: { folder: missing, error: 'ENOENT' } }),
    );
    expect(existsSync(missing)).toBe(false);
    if (process.getuid?.() === 0) return;
    const locked = temporaryFolder();
    chmodSync(locked, 0o500);
    const denied = createExportHandlers(() => Promise.resolve(locked));
    expect(await denied.export({ withhold: [] }, context())).toMatchObject({
      refusal: { code: 'export-failed' },
    });
  });
});
