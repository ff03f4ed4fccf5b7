import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeAll, expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import MediaRoutes from '../../../renderer/media/routes.tsx';
import { people } from '../../main/vault/fixture.ts';
import { showPage, type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

const OPERATOR = 'quiet-harbour-71-lamp';
const DAY = 86_400_000;
// A form this long takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
let main: WindowOnMain;

beforeAll(async () => {
  main = await windowOnMain();
  // The window asks its own clock whether a period is over.
  main.now = Date.now();
  await main.signIn('officer');
  await call('entries', 'defineArea', {
    name: '中央監視室',
    reading: '',
    level: 3,
    escort: 'visitors',
    badge: false,
    identity: false,
    guidance: '',
  });
  await main.desk.end('locked');
  await main.signIn('operator');
  await main.desk.changePassword(people.operator.password, OPERATOR);
});

async function as(who: 'operator' | 'officer'): Promise<void> {
  await main.desk.end('locked');
  cleanup();
  queryClient.clear();
  await main.signIn(who, who === 'operator' ? OPERATOR : undefined);
}

/** The pages of the media ledger, at an address. */
const open = (at: string): Promise<void> =>
  showPage(
    <Routes>
      <Route path="/media/*" element={<MediaRoutes />} />
    </Routes>,
    at,
  );

/** A day as it is typed, so many days from now. */
const day = (days: number): string =>
  new Date(main.now + days * DAY + 9 * 3_600_000).toISOString().slice(0, 10);
const named = (name: string): HTMLElement => {
  const [field] = document.getElementsByName(name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
};
const type = (name: string, text: string): void => {
  fireEvent.change(named(name), { target: { value: text } });
  fireEvent.blur(named(name));
};
/** Takes the first of a list, once it is there. */
const first = (path: string): Promise<void> =>
  waitFor(() => {
    const button = document.querySelector(`[data-field="${path}"] button[aria-haspopup="listbox"]`);
    if (button === null) throw new Error(path);
    fireEvent.keyDown(button, { key: 'ArrowRight' });
    fireEvent.keyUp(button, { key: 'ArrowRight' });
    if (button.textContent?.includes('選んでください')) throw new Error(path);
  });
/** By its name alone: roles are slow to work out where there are many fields. */
const formNamed = (name: string): Promise<HTMLFormElement> =>
  waitFor(() => {
    const found = document.querySelector<HTMLFormElement>(`form[aria-label="${name}"]`);
    if (found === null) throw new Error(name);
    return found;
  });

test('a template is written, put in force by another, requested from, and the officer sees that it is routine', async () => {
  // An operator writes it; what is missing is said first.
  await open('/media/templates/new');
  const form = await formNamed('定型の内容');
  fireEvent.submit(form);
  expect((await screen.findAllByText('入力してください。')).length).toBeGreaterThan(8);
  expect(main.asked('media.writeTemplate')).toEqual([]);
  type('content.number', 'T-01');
  type('content.name', '監視盤の月次更新');
  fireEvent.click(within(form).getByLabelText('持込(施設の中へ)'));
  await first('details.medium.kind');
  type('details.medium.name', '保守用USB');
  type('details.medium.owner', 'みなと電機');
  await first('details.medium.encryption');
  type('details.purpose', '監視盤の更新');
  await first('details.areaId');
  type('details.contents', '更新プログラム');
  fireEvent.click(within(form).getByLabelText(/^機密性1/u));
  type('content.procedure', '受付で封印を確かめ、検査してから渡す。');
  type('details.protection', '封印袋');
  type('content.maxDays', '２');
  type('content.validFrom', `${day(-1)} 00:00`);
  type('content.validUntil', `${day(90)} 00:00`);
  type('content.reviewBy', day(60));
  fireEvent.submit(form);
  const group = () => screen.findByRole('group', { name: 'この定型にできること' });
  await screen.findByRole('heading', { level: 2, name: '監視盤の月次更新' });
  expect(main.asked('media.writeTemplate')).toMatchObject([
    {
      content: {
        number: 'T-01',
        maxDays: 2,
        protection: '封印袋',
        form: { kind: 'carry-in', medium: { name: '保守用USB', kind: 'usb-memory', encryption: 'none' } },
        users: { who: 'all' },
      },
    },
  ]);
  expect(within(await group()).queryByRole('button', { name: /適用する/u })).toBeNull();
  expect(within(await group()).queryByRole('link', { name: /この定型で申請する/u })).toBeNull();

  // An officer puts it in force.
  await as('officer');
  const [row] = await call('media', 'templates', {});
  const at = `/media/templates/${row?.id ?? ''}`;
  await open(at);
  fireEvent.click(within(await group()).getByRole('button', { name: /適用する/u }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('受付で封印を確かめ、検査してから渡す。');
  type('password', people.officer.password);
  fireEvent.submit(within(dialog).getByRole('form'));
  expect((await screen.findAllByText('署名は正しい')).length).toBe(2);
  expect((await call('media', 'templates', {}))[0]).toMatchObject({ state: 'in-force', inForce: 1 });

  // The operator begins a request from it. What differs is said, and refused before it is sent.
  await as('operator');
  await open(`/media/new?template=${row?.id ?? ''}`);
  await screen.findByText('定型 T-01 監視盤の月次更新 第1版による申請');
  const asked = await formNamed('申請書');
  await screen.findByText(/定型どおりです。/u);
  type('details.bearer', '渡邊 一郎');
  type('details.from', `${day(0)} 00:00`);
  type('details.until', `${day(1)} 00:00`);
  type('details.contents', '4月分の更新プログラム');
  type('details.purpose', '別の目的');
  await screen.findByText('定型と違う項目: 目的。定型による申請では変えられません。');
  fireEvent.submit(asked);
  await screen.findByText(/「T-01 監視盤の月次更新」の内容と違います。/u);
  expect(main.asked('media.submit')).toEqual([]);
  fireEvent.click(screen.getByText('定型の内容に戻す'));
  await screen.findByText(/定型どおりです。/u);
  fireEvent.submit(asked);
  await waitFor(() => expect(main.asked('media.submit')).toHaveLength(1));
  await screen.findByRole('heading', { level: 2, name: '保守用USB' });

  // The officer sees that it is routine, and what is new this time.
  await as('officer');
  const [waiting] = await call('media', 'inbox', {});
  await open(`/media/requests/${waiting?.id ?? ''}`);
  const routine = await screen.findByRole('region', {
    name: '定常的な移送: T-01 監視盤の月次更新 第1版',
  });
  await within(routine).findByText('変えてはならない項目は、すべて定型のとおりです。');
  expect(within(routine).getByText('4月分の更新プログラム(いつもは 更新プログラム)')).toBeDefined();
  expect(within(routine).getByText('渡邊 一郎')).toBeDefined();
  expect(within(routine).getByText('署名は正しい')).toBeDefined();
  expect(await screen.findByRole('form', { name: '決裁' })).toBeDefined();

  // It is retired at once; the request stays, and says so.
  await call('media', 'retireTemplate', {
    templateId: row?.id ?? '',
    reason: '終了',
    password: people.officer.password,
  });
  await within(routine).findByText('この定型は、今は廃止されています。');
}, 120_000);
