import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { sheetsHandlers } from '../../../main/sheets/handlers.ts';
import type { Paper } from '../../../main/sheets/paper.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { testDesk } from '../accounts/desk-fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suimon-sheets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const PDF = '%PDF-1.4 himitsu-kagi-7788';
const nobody = { context: () => undefined };

/** The system's dialogs and printers as somebody answers them. */
function paper(over: Partial<Paper> = {}): Paper & { readonly made: Uint8Array[] } {
  const made: Uint8Array[] = [];
  return {
    made,
    choose: (name) => Promise.resolve(join(folder, name)),
    pdf: () => {
      const bytes = Buffer.from(PDF);
      made.push(bytes);
      return Promise.resolve(bytes);
    },
    hasPrinter: () => Promise.resolve(true),
    print: () => Promise.resolve('sent'),
    ...over,
  };
}

test('a sheet is saved whole under the name of its title, and neither the disk nor the memory keeps more of it', async () => {
  const system = paper();
  const { savePdf } = sheetsHandlers(nobody, system);
  expect(await savePdf({ title: '初期パスワード 通知書' })).toEqual(
    ok({ state: 'saved', file: '初期パスワード 通知書.pdf' }),
  );
  expect(readdirSync(folder)).toEqual(['初期パスワード 通知書.pdf']);
  expect(readFileSync(join(folder, '初期パスワード 通知書.pdf'), 'utf8')).toBe(PDF);
  expect(system.made).toHaveLength(1);
  expect(system.made[0]?.every((byte) => byte === 0)).toBe(true);
});

test('a chosen file of the same name is replaced; a name typed without its ending replaces nothing', async () => {
  writeFileSync(join(folder, 'slip.pdf'), 'older');
  const typed = sheetsHandlers(nobody, paper({ choose: () => Promise.resolve(join(folder, 'slip')) }));
  expect(await typed.savePdf({ title: 'x' })).toEqual(
    refuse('file-exists', { detail: { file: 'slip.pdf' } }),
  );
  expect(readFileSync(join(folder, 'slip.pdf'), 'utf8')).toBe('older');
  const chosen = sheetsHandlers(nobody, paper({ choose: () => Promise.resolve(join(folder, 'slip.pdf')) }));
  expect(await chosen.savePdf({ title: 'x' })).toEqual(ok({ state: 'saved', file: 'slip.pdf' }));
  expect(readFileSync(join(folder, 'slip.pdf'), 'utf8')).toBe(PDF);
  expect(readdirSync(folder)).toEqual(['slip.pdf']);
});

test('a dialog that is left makes no PDF', async () => {
  const system = paper({ choose: () => Promise.resolve(undefined) });
  expect(await sheetsHandlers(nobody, system).savePdf({ title: 'x' })).toEqual(ok({ state: 'cancelled' }));
  expect(system.made).toEqual([]);
});

test('a place that is not there or is a file is refused by its name, and nothing is left behind', async () => {
  writeFileSync(join(folder, 'file'), '');
  for (const place of ['nowhere', 'file']) {
    const system = paper({ choose: () => Promise.resolve(join(folder, place, 'slip.pdf')) });
    expect(await sheetsHandlers(nobody, system).savePdf({ title: 'x' })).toEqual(
      refuse('place-not-writable', { detail: { file: 'slip.pdf' } }),
    );
    expect(system.made[0]?.every((byte) => byte === 0)).toBe(true);
  }
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a folder of the chosen name is left as it is', async () => {
  mkdirSync(join(folder, 'slip.pdf'));
  const system = paper({ choose: () => Promise.resolve(join(folder, 'slip.pdf')) });
  expect(await sheetsHandlers(nobody, system).savePdf({ title: 'x' })).toEqual(
    refuse('save-failed', { detail: { file: 'slip.pdf' } }),
  );
  expect(readdirSync(folder)).toEqual(['slip.pdf']);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be written to is refused',
  async () => {
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(await sheetsHandlers(nobody, paper()).savePdf({ title: 'slip' })).toEqual(
      refuse('place-not-writable', { detail: { file: 'slip.pdf' } }),
    );
  },
);

test('without a printer nothing is printed, and it is said', async () => {
  const printed: string[] = [];
  const system = paper({
    hasPrinter: () => Promise.resolve(false),
    print: () => {
      printed.push('printed');
      return Promise.resolve('sent');
    },
  });
  expect(await sheetsHandlers(nobody, system).print({})).toEqual(refuse('no-printer'));
  expect(printed).toEqual([]);
});

test.each([
  ['sent', ok({ state: 'sent' })],
  ['cancelled', ok({ state: 'cancelled' })],
  ['failed', refuse('print-failed')],
] as const)('a print that is %s is told as such', async (state, reply) => {
  const system = paper({ print: () => Promise.resolve(state) });
  expect(await sheetsHandlers(nobody, system).print({})).toEqual(reply);
});

test('while one dialog stands another is refused; after it, or after an error, the next goes through', async () => {
  let answer: (path: string | undefined) => void = () => undefined;
  const waiting = paper({ choose: () => new Promise((resolve) => (answer = resolve)) });
  const { savePdf, print } = sheetsHandlers(nobody, waiting);
  const first = savePdf({ title: 'x' });
  expect(await print({})).toEqual(refuse('sheet-busy'));
  expect(await savePdf({ title: 'x' })).toEqual(refuse('sheet-busy'));
  answer(undefined);
  expect(await first).toEqual(ok({ state: 'cancelled' }));
  expect(await print({})).toEqual(ok({ state: 'sent' }));

  const broken = sheetsHandlers(nobody, paper({ pdf: () => Promise.reject(new Error('no page')) }));
  await expect(broken.savePdf({ title: 'x' })).rejects.toThrow('no page');
  expect(await broken.print({})).toEqual(ok({ state: 'sent' }));
});

test('U3 a session that ends while the dialog stands saves and prints nothing', async () => {
  const office = await testDesk();
  const { desk } = office;
  const during: Partial<Paper>[] = [
    {
      choose: async (name) => {
        await desk.end('idle');
        return join(folder, name);
      },
    },
    {
      pdf: async () => {
        await desk.end('idle');
        return Buffer.from(PDF);
      },
    },
    {
      hasPrinter: async () => {
        await desk.end('idle');
        return true;
      },
      print: () => Promise.reject(new Error('printed')),
    },
  ];
  for (const [index, over] of during.entries()) {
    expect(await office.signIn('officer')).toMatchObject({ ok: true });
    const handlers = sheetsHandlers(desk, paper(over));
    const reply = index === 2 ? handlers.print({}) : handlers.savePdf({ title: 'x' });
    expect(await reply).toEqual(refuse('no-session'));
    expect(readdirSync(folder)).toEqual([]);
  }
});
