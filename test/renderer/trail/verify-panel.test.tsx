import { fireEvent, screen } from '@testing-library/react';
import { contentOf } from '../../../shared/trail/content.ts';
import { beforeAll, expect, test } from 'vitest';
import { append, ownHead } from '../../../main/trail/append.ts';
import { place } from '../../../main/trail/place.ts';
import { rows } from '../../../main/vault/db.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { call, onPush } from '../../../renderer/api/client.ts';
import { VerifyPanel } from '../../../renderer/trail/state/verify-panel.tsx';
import { founding, FOUNDED_AT } from '../../main/accounts/desk-fixture.ts';
import { filler } from '../../main/trail/ledger.ts';
import { type Fill, foundedFolder, opened, people } from '../../main/vault/fixture.ts';
import { type WindowOnMain, showPage, windowOnMain } from '../window-on-main.tsx';

/** The site's first events, and more than one portion of a verification. */
const long: Fill = (ledger, keys, signing) => {
  founding(ledger, keys, signing);
  const db = ledger.write;
  const head = ownHead(db);
  if (head === undefined) throw new Error('no site');
  db.exec('BEGIN IMMEDIATE');
  append(
    db,
    head,
    Array.from({ length: 2_500 }, (_, n) => filler(n)),
    'system',
    FOUNDED_AT,
  );
  db.exec('COMMIT');
};

let main: WindowOnMain;
beforeAll(async () => {
  main = await windowOnMain({ folder: await foundedFolder(long) });
  await main.signIn('auditor');
});

const LONG = { timeout: 30_000 };

const show = () => showPage(<VerifyPanel />);
const start = () => fireEvent.click(screen.getByRole('button', { name: '検証する' }));

test('a chain that holds is said to hold up to its last entry, with its head; that it was verified is recorded', async () => {
  const { size, head } = await call('trail', 'status', {});
  expect(size).toBe(2_510);
  await show();
  start();
  await screen.findByText('検証済み。2,510 件目まで改ざんは見つかりません。', {}, LONG);
  expect(screen.getByText(/最新のハッシュ H/u).textContent?.replaceAll(' ', '')).toContain(head);
  expect(screen.getByText('検証点 1 個の署名と内容が合っています。')).toBeDefined();
  expect(screen.getByText('台帳の表示も、証跡から作り直したものと一致しました。')).toBeDefined();
  const [last] = (await call('trail', 'entries', { filter: {}, limit: 1 })).rows;
  expect(last && { ...last, data: contentOf(last.raw)?.data }).toMatchObject({
    seq: 2_511,
    type: 'trail.verified',
    actor: people.auditor.accountId,
    data: { size: 2_510, head, result: 'verified', firstBad: null },
  });
});

test('while it goes on, it shows how far it is and can be stopped', async () => {
  const { size } = await call('trail', 'status', {});
  const total = new Intl.NumberFormat('ja').format(size);
  await show();
  const seen: (string | null)[] = [];
  const stop = onPush('trail', 'progress', () => {
    stop();
    seen.push(screen.getByRole('progressbar').getAttribute('aria-valuetext'));
    fireEvent.click(screen.getByRole('button', { name: '中止' }));
  });
  start();
  await screen.findByText('中止しました。2,000 件目までは異常ありませんでした。', {}, LONG);
  expect(seen).toEqual([`2,000 / ${total}`]);
});

test('a second verification is refused, in words, while one is under way', async () => {
  await show();
  const first = call('trail', 'verify', {});
  start();
  await screen.findByText(/前の検証か書き出しが続いています/u);
  await call('trail', 'cancelVerify', {});
  expect(await first).toMatchObject({ state: 'cancelled' });
});

/** What somebody does who holds the key and goes past the program: the triggers do not bind him. */
function forge({ write }: Ledger, seq: number): void {
  for (const { name } of rows<{ name: string }>(
    write,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  ))
    write.exec(`DROP TRIGGER ${name}`);
  write.exec(`UPDATE chain_payload SET bytes = x'7b7d' WHERE place = ${place(1, seq)}`);
}

test('a broken chain names the first bad entry, what it means and what to do', async () => {
  const folder = await foundedFolder(long);
  const vault = await opened(folder.paths, people.auditor);
  forge(vault.ledger, 777);
  vault.close();
  const broken = await windowOnMain({ folder });
  await broken.signIn('auditor');
  await show();
  start();
  await screen.findByText('異常が見つかりました。最初の異常は 777 件目です。', {}, LONG);
  expect(screen.getByText(/内容が書き換えられています/u)).toBeDefined();
  expect(screen.getByText('776 件目までは正しいことを確かめました。')).toBeDefined();
  expect(screen.getByText(/保全し、情報セキュリティ責任者に知らせてください/u)).toBeDefined();
});
