import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { call, onPush } from '../../../../renderer/api/client.ts';
import ImportPage from '../../../../renderer/entries/import/ImportPage.tsx';
import { file } from '../../../main/tabular/data.ts';
import { showPage, type WindowOnMain, windowOnMain } from '../../window-on-main.tsx';

let main: WindowOnMain;
let chosen = '';
beforeEach(async () => {
  main = await windowOnMain({ chooses: () => chosen });
  await main.signIn('officer');
  for (const [name, level] of [
    ['中央監視室', 3],
    ['ポンプ室', 2],
    ['事務室', 1],
  ] as const) {
    const rules = { escort: 'nobody', badge: false, identity: false, guidance: '' } as const;
    await call('entries', 'defineArea', { name, reading: '', level, ...rules });
  }
});

const show = () => showPage(<ImportPage />);

async function choose(content: string | Uint8Array): Promise<void> {
  chosen = file(content);
  fireEvent.click(screen.getByRole('button', { name: 'ファイルを選ぶ' }));
  await screen.findByText('列の対応');
}

const fact = (label: string): string | null | undefined =>
  screen.getAllByText(label).find(({ tagName }) => tagName === 'DT')?.nextElementSibling?.textContent;

const runButton = (rowCount: string): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(`^${rowCount} 行を取り込む`, 'u') });

test('a file is chosen, checked, put right and taken in', async () => {
  await show();
  await choose('氏名,場所,入室日時\n山田,屋上,2026/4/1 9:05\n佐藤,事務室,2026/4/1 9:06\n');
  expect([fact('行'), fact('取り込める行'), fact('取り込み済みか重複'), fact('問題')]).toEqual([
    '2',
    '1',
    '0',
    '1',
  ]);
  const cells = within(screen.getByRole('table'))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  expect(cells).toEqual([
    '2',
    '場所',
    '屋上',
    '知らない区域です。',
    '下の「区域の言葉」で区域を選んでください。',
  ]);
  expect(runButton('1').hasAttribute('disabled')).toBe(true);

  fireEvent.click(screen.getByRole('button', { name: /屋上$/u }));
  fireEvent.click(await screen.findByRole('option', { name: 'ポンプ室' }));
  await vi.waitFor(() => expect(runButton('2').hasAttribute('disabled')).toBe(false));
  expect(screen.queryByRole('table')).toBeNull();

  fireEvent.click(runButton('2'));
  await screen.findByText('2 行を取り込みました', {}, { timeout: 30_000 });
  const { rows } = await call('entries', 'history', { filter: {}, offset: 0, limit: 100 });
  expect(rows.map(({ name, areaName, state }) => ({ name, areaName, state }))).toEqual([
    { name: '佐藤', areaName: '事務室', state: 'passed' },
    { name: '山田', areaName: 'ポンプ室', state: 'passed' },
  ]);
});

test('each column can be given another field, with what stands in it shown', async () => {
  await show();
  await choose('だれ,どこ,入室日時\n山田,事務室,2026/4/1 9:05\n');
  expect(screen.getByText('例: 山田')).toBeDefined();
  expect(screen.getByText('氏名の列を選んでください。')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: /だれ$/u }));
  fireEvent.click(await screen.findByRole('option', { name: '氏名' }));
  await vi.waitFor(() => expect(screen.queryByText('氏名の列を選んでください。')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: /どこ$/u }));
  fireEvent.click(await screen.findByRole('option', { name: '区域' }));
  await vi.waitFor(() => expect(fact('取り込める行')).toBe('1'));
});

test('exits that are said not to be recorded but have a column are pointed out', async () => {
  await show();
  await choose('氏名,場所,入室日時,退室日時\n山田,事務室,2026/4/1 9:05,\n');
  fireEvent.click(screen.getByRole('radio', { name: /退室は記録されていない/u }));
  await screen.findByText(/退室の列があります/u);
  expect(runButton('0').hasAttribute('disabled')).toBe(true);
});

test('a file that is no text is refused in words, and another can be chosen', async () => {
  await show();
  chosen = file(Buffer.from([0x50, 0x4b, 3, 4, 0]));
  fireEvent.click(screen.getByRole('button', { name: 'ファイルを選ぶ' }));
  expect((await screen.findByRole('alert')).textContent).toContain('CSV ではありません');
  await choose('氏名,場所,入室日時\n山田,事務室,2026/4/1 9:05\n');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an import under way shows how far it is and can be stopped, after which nothing is there', async () => {
  await show();
  const many = Array.from({ length: 6000 }, (_, n) => `山田${n},事務室,2026/4/1 9:05`);
  await choose(['氏名,場所,入室日時', ...many].join('\n'));
  const seen: (string | null)[] = [];
  const before = await call('trail', 'status', {});
  const stop = onPush('entries', 'importProgress', () => {
    stop();
    seen.push(screen.getByRole('progressbar').getAttribute('aria-valuetext'));
    fireEvent.click(screen.getByRole('button', { name: /中止/u }));
  });
  fireEvent.click(runButton('6,000'));
  await screen.findByText('何も取り込んでいません。', {}, { timeout: 30_000 });
  expect(seen).toEqual(['250 / 6,000']);
  expect(await call('trail', 'status', {})).toEqual(before);
  expect(await call('entries', 'history', { filter: {}, offset: 0, limit: 1 })).toEqual({
    rows: [],
    total: 0,
  });
});

test('somebody who is no officer is told whose task it is', async () => {
  await main.signIn('auditor');
  await show();
  expect(screen.getByText('取り込みは責任者の仕事です。')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
