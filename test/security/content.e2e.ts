import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as see } from '../e2e/patience.ts';
import { expect, test } from 'vitest';
import { ja } from '../../renderer/entries/messages.ja.ts';
import { someSite, start } from '../e2e/harness.ts';
import { goTo } from '../e2e/screens.ts';
import { PASSWORD, PEOPLE } from '../e2e/site.ts';
import * as steps from '../e2e/steps.ts';

const officer = { identifier: PEOPLE.officer.identifier, password: PASSWORD };

const HOSTILE = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';

/** Records a visit over the bridge, every field of text holding `text`, and answers its id. */
async function record(page: Page, text: string, name: string): Promise<string> {
  const reply = await page.evaluate(
    async ([content, who]) => {
      const areas = await window.suimon?.entries.areas({});
      const areaId = areas?.ok === true ? areas.value.find(({ level }) => level === 1)?.id : undefined;
      const badges = await window.suimon?.entries.badges({});
      const badge = badges?.ok === true ? badges.value.find(({ state }) => state === 'free')?.id : undefined;
      return window.suimon?.entries.enter({
        visitId: null,
        badgeId: badge ?? null,
        followIn: 'nobody',
        party: [],
        expectedUntil: null,
        enteredAt: null,
        lateReason: '',
        anotherPerson: false,
        details: {
          kind: 'visitor',
          name: who,
          reading: content.slice(0, 100),
          organisation: content.slice(0, 100),
          purpose: content,
          host: content.slice(0, 100),
          escort: `付添 ${content}`.slice(0, 100),
          identity: 'other',
          areaId: areaId ?? '',
          belongings: content,
          workReference: content.slice(0, 60),
          note: content,
        },
      });
    },
    [text, name] as const,
  );
  if (reply?.ok !== true) throw new Error(JSON.stringify(reply));
  return reply.value.ids[0] ?? '';
}

test('P4 script and markup in every field of a visit are shown as text, on every screen that shows them', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, officer);
  const id = await record(page, HOSTILE, HOSTILE.slice(0, 90));
  for (const address of [
    '/',
    '/entries',
    '/entries?tab=history',
    '/entries/board',
    `/entries/visits/${id}`,
    '/trail',
  ]) {
    await goTo(page, address);
    const planted = await page.evaluate(() => ({
      images: document.querySelectorAll('img[src="x"], [onerror]').length,
      scripts: [...document.scripts].filter((script) => script.src === '').length,
      title: document.title,
    }));
    expect(planted).toMatchObject({ images: 0, scripts: 0 });
    expect(planted.title).not.toBe('owned');
  }
  await goTo(page, `/entries/visits/${id}`);
  await see(page.getByRole('region', { name: ja['page.detail'] })).toContainText(HOSTILE);
});

test('P4 an area whose name and guidance are markup is shown as text', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, officer);
  const reply = await page.evaluate(
    (text) =>
      window.suimon?.entries.defineArea({
        name: text.slice(0, 60),
        reading: '',
        level: 1,
        escort: 'nobody',
        badge: false,
        identity: false,
        guidance: text,
      }),
    HOSTILE,
  );
  expect(reply?.ok).toBe(true);
  await goTo(page, '/entries/areas');
  await see(page.getByRole('main')).toContainText(HOSTILE.slice(0, 60));
  expect(await page.evaluate(() => document.querySelectorAll('main img').length)).toBe(0);
});

const MARK = 'himitsu-no-shirushi-7731';

test('P9 passwords and what the ledger holds stand in no file of the program, the log included', async () => {
  const folder = someSite();
  const program = await start(folder);
  const { page } = program;
  await steps.typeCredentials(page, { ...officer, password: `${PASSWORD}-wrong` });
  await see(page.getByRole('alert')).not.toHaveText('', { timeout: 20_000 });
  await page.getByLabel('利用者 ID').focus();
  await steps.signIn(page, officer);
  await record(page, MARK, MARK);
  await page.evaluate((text) => window.suimon?.entries.search({ text, filter: {}, limit: 10 }), MARK);
  await steps.lock(page);
  await program.close();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const telling = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return [MARK, PASSWORD].some(
        (secret) => bytes.includes(secret, 0, 'utf8') || bytes.includes(secret, 0, 'utf16le'),
      );
    });
  expect(files.length).toBeGreaterThan(5);
  expect(telling).toEqual([]);
});

/** What the page's JavaScript heap holds, as the text of a heap snapshot taken after a collection. */
async function heap(page: Page): Promise<string> {
  const client = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  return chunks.join('');
}

test("P9 after the lock the window's memory holds neither the password nor anything of the ledger", async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, officer);
  await record(page, MARK, MARK);
  await steps.openBoard(page);
  await see(page.getByRole('main')).toContainText(MARK);
  expect(await heap(page)).toContain(MARK);
  await steps.lock(page);
  const after = await heap(page);
  expect(after.length).toBeGreaterThan(100_000);
  expect(after).not.toContain(MARK);
  expect(after).not.toContain(PASSWORD);
});
