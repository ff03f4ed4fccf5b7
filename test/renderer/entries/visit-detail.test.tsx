import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import { VisitDetail } from '../../../renderer/entries/visit/VisitDetail.tsx';
import { showPage } from '../window-on-main.tsx';
import { type DoorOnMain, doorOnMain, INSIDE, KNOWN } from './door-on-main.ts';

let door: DoorOnMain;
beforeEach(async () => {
  door = await doorOnMain();
});

async function open(visitId: string, name: string = INSIDE.name): Promise<void> {
  cleanup();
  queryClient.clear();
  await showPage(<VisitDetail id={visitId} onArrive={() => undefined} onClose={() => undefined} />);
  await screen.findByRole('heading', { name: new RegExp(name, 'u') });
}

const offered = (): readonly string[] => {
  const group = screen.queryByRole('group', { name: '次にできること' });
  return group === null
    ? []
    : within(group)
        .getAllByRole('button')
        .map((button) => button.textContent ?? '');
};

test('each state offers what may be done next, with its key; an auditor is offered nothing', async () => {
  await open(door.inside);
  expect(offered()).toEqual(['退室F8', '退室不明F9', '証の紛失', '訂正Ctrl+E']);
  await call('entries', 'exitUnknown', { visitId: door.inside, reason: '誰も見ていない' });
  await open(door.inside);
  expect(offered()).toEqual(['説明を記入F9', '証の返却F8', '証の紛失', '訂正Ctrl+E']);
  const { ids } = await call('entries', 'expect', {
    details: { ...door.entering({ identity: 'not-seen' }, null).details },
    party: [],
    expectedFrom: door.now,
    expectedUntil: null,
  });
  await open(ids[0] ?? '', KNOWN.name);
  expect(offered()).toEqual(['入室F8', '予定取消F9', '訂正Ctrl+E']);
  await door.signIn('auditor');
  await open(ids[0] ?? '', KNOWN.name);
  expect(offered()).toEqual([]);
});

test('F8 asks for the badge; without it nothing is sent and the reason is said, with it the exit is', async () => {
  await open(door.inside);
  fireEvent.keyDown(document.body, { key: 'F8' });
  const question = await screen.findByRole('checkbox', { name: '入館証 赤-01 を受け取った' });
  const form = question.closest('form');
  if (form === null) throw new Error('no form');
  fireEvent.submit(form);
  expect((await screen.findByRole('alert')).textContent).toContain(
    '入館証 赤-01 が 齋藤 実 さんから戻っていないので、退室を止めました。',
  );
  expect(door.asked('entries.leave')).toEqual([]);
  fireEvent.click(question);
  fireEvent.submit(form);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await call('entries', 'visit', { id: door.inside })).visit).toMatchObject({
    state: 'left',
    exitedAt: door.now,
    badgeOpen: false,
  });
});

test('a refused exit is said in words and the dialog stays', async () => {
  await open(door.inside);
  await call('entries', 'exitUnknown', { visitId: door.inside, reason: '誰も見ていない' });
  const { visit } = await call('entries', 'visit', { id: door.inside });
  fireEvent.keyDown(document.body, { key: 'F8' });
  fireEvent.click(await screen.findByRole('checkbox', { name: '入館証 赤-01 を受け取った' }));
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退室' }));
  expect(
    await screen.findByText(`齋藤 実 さん(No. ${visit.no})は在室ではありません。何も変わっていません。`),
  ).toBeTruthy();
});

test('a correction sends only what differs, with the reason; the original then stands beside what it became', async () => {
  await open(door.inside);
  fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true });
  fireEvent.change(await screen.findByRole('textbox', { name: '訪問先' }), { target: { value: '森' } });
  fireEvent.change(screen.getByRole('textbox', { name: /^理由/u }), { target: { value: '聞き違い' } });
  const form = screen.getByRole('textbox', { name: '訪問先' }).closest('form');
  if (form === null) throw new Error('no form');
  fireEvent.submit(form);
  const row = await screen.findByRole('row', { name: '訪問先 維持課 木村 森' });
  expect(row.textContent).toBe('訪問先維持課 木村森');
  expect(screen.getByText('理由: 聞き違い')).toBeTruthy();
  const { story } = await call('entries', 'visit', { id: door.inside });
  expect(
    screen.getByText(new RegExp(`2026-04-03 09:45.*責任 三郎.*証跡 ${story.at(-1)?.seq}`, 'u')),
  ).toBeTruthy();
  expect(door.asked('entries.correct')).toEqual([
    { visitId: door.inside, changes: { host: '森' }, reason: '聞き違い' },
  ]);
});
