import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja as paper } from '../../renderer/media/paper/messages.ja.ts';
import { ja as printed } from '../../renderer/trail/printed/messages.ja.ts';
import { ja as sheet } from '../../renderer/ui/sheet/messages.ja.ts';
import { asking, classified } from '../main/media/requests-desk.ts';
import { opensslSays } from '../main/trail/printed/openssl.ts';
import { type Program, someSite, start } from './harness.ts';
import { readPdf } from './pdf.ts';
import { goTo } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

/** Answers the system's save dialog, which no test can reach. */
async function saveTo({ electron }: Program, file: string): Promise<void> {
  await electron.evaluate(({ dialog }, path) => {
    Object.assign(dialog, {
      showSaveDialog: () => Promise.resolve({ canceled: false, filePath: path }),
    });
  }, file);
}

test('a permit is printed from the decision; openssl verifies the block out of the PDF, and the trail’s page tells it from a changed one', async () => {
  const folder = someSite();
  const program = await start(folder);
  const { page } = program;
  await steps.signIn(page, { identifier: PEOPLE.operator.identifier, password: PASSWORD });
  const now = Date.now();
  const details = asking('', {
    classification: classified(2),
    purpose: '監視盤ソフトの更新(髙橋・𠮷田 立会い)',
    from: now - 3_600_000,
    until: now + 86_400_000,
  });
  const id = await page.evaluate(async (asked) => {
    const areas = await window.suimon?.entries.areas({});
    const areaId = areas?.ok === true ? (areas.value[0]?.id ?? '') : '';
    const reply = await window.suimon?.media.submit({ details: { ...asked, areaId } });
    return reply?.ok === true ? reply.value.id : '';
  }, details);
  await steps.lock(page);
  await steps.signIn(page, { identifier: PEOPLE.officer.identifier, password: PASSWORD });
  const decided = await page.evaluate(
    async ({ requestId, password }) => {
      const found = await window.suimon?.media.request({ id: requestId });
      const digest = found?.ok === true ? found.value.request.digest : '';
      return window.suimon?.media.decide({
        requestId,
        digest,
        decision: 'approve',
        conditions: '職員の立会いのもとで接続すること',
        reason: '',
        password,
      });
    },
    { requestId: id, password: PASSWORD },
  );
  expect(decided).toEqual({ ok: true, value: null });

  await goTo(page, `/media/requests/${id}`);
  await page.keyboard.press('Control+P');
  const dialog = page.getByRole('dialog', { name: paper['title.permission.carry-in'] });
  await see(dialog.getByRole('button', { name: sheet.save })).toBeEnabled();
  await see(dialog.getByText(paper['mark.approved'], { exact: true }).first()).toBeVisible();
  const file = join(folder, 'permit.pdf');
  await saveTo(program, file);
  await page.keyboard.press('Control+S');
  await see(dialog.getByText(sheet.saved.replace('{{file}}', 'permit.pdf'))).toBeVisible();
  const text = readPdf(readFileSync(file))
    .map((one) => one.text)
    .join('');
  const block = /SUIMONSIGNATURE1.*?-----ENDSIGNEDDATA-----/su.exec(text)?.[0] ?? 'no block';
  const { verified, signed, said } = opensslSays(block);
  expect(verified, said).toBe(true);
  expect(signed).toContain('"conditions":"職員の立会いのもとで接続すること","decision":"approve"');
  const changed = block.replace(/(?<=-----BEGINSIGNATURE-----.{10})./u, (one) => (one === 'A' ? 'B' : 'A'));
  expect(changed).not.toBe(block);
  expect(opensslSays(changed).verified).toBe(false);
  await page.keyboard.press('Escape');

  await goTo(page, '/trail?tab=printed');
  const field = page.getByRole('textbox', { name: printed.text });
  await field.fill(changed);
  await see(page.getByText(printed['altered.signed'])).toBeVisible();
  await page.getByRole('button', { name: printed.clear }).click();
  await see(field).toBeFocused();
  // As a scanner types it: the keys of the QR code's text.
  await page.keyboard.insertText(block);
  await see(page.getByText(PEOPLE.officer.name, { exact: true }).last()).toBeVisible();
  await see(page.getByText(printed['stands.means'])).toBeVisible();
  await page.getByRole('link', { name: printed.open }).click();
  await see(page.getByRole('heading', { level: 2, name: '保守用USB' })).toBeVisible();
});
