import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import { CarriedRows } from '../../../renderer/media/requests/lists.tsx';
import { RequestDetail } from '../../../renderer/media/requests/request-detail.tsx';
import { formatFor } from '../../../renderer/ui/format.ts';
import { checked } from '../../main/media/inspection/desk.ts';
import { asking } from '../../main/media/requests-desk.ts';
import { people } from '../../main/vault/fixture.ts';
import { showPage, type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

const DAY = 86_400_000;
const OPERATOR = 'quiet-harbour-71-lamp';
/** Signing takes its time. */
const LONG = { timeout: 15_000 };
const { dateTime, shortDate } = formatFor({ language: 'ja', era: false });
let main: WindowOnMain;
let id: string;
let due: number;

beforeAll(async () => {
  main = await windowOnMain();
  await main.signIn('officer');
  const policy = await call('media', 'policy', {});
  await call('media', 'setPolicy', {
    policy: { ...policy, contentList: false },
    reason: '見直し',
    password: people.officer.password,
  });
  const area = {
    name: '事務室',
    reading: '',
    level: 1,
    escort: 'nobody',
    badge: false,
    identity: false,
    guidance: '',
  } as const;
  const office = (await call('entries', 'defineArea', area)).id;
  await main.desk.end('locked');
  await main.signIn('operator');
  await main.desk.changePassword(people.operator.password, OPERATOR);
  due = main.now + DAY;
  const details = asking(office, {
    kind: 'carry-out',
    destination: '本庁',
    from: main.now - DAY,
    until: main.now + 5 * DAY,
    returnDue: due,
    bearer: '山本 花子',
    organisation: '',
  });
  id = (await call('media', 'submit', { details })).id;
  await call('media', 'recordCheck', { requestId: id, check: checked(main.now, {}) });
  await call('media', 'carryOut', {
    requestId: id,
    at: null,
    lateReason: '',
    seal: '',
    holder: '山本 花子',
  });
}, 60_000);

const type = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const detail = () => showPage(<RequestDetail id={id} onClose={() => undefined} />);

test('an operator records a reminder, an officer puts the time off; both stand on the request, the reminder on the list', async () => {
  await detail();
  fireEvent.click(await screen.findByRole('button', { name: '催促を記録' }));
  expect(screen.queryByRole('button', { name: '期限を延ばす' })).toBeNull();
  const form = screen.getByRole('form', { name: '催促を記録する: 保守用USB' });
  fireEvent.submit(form);
  // Whom is filled in with who has it; what was said is not.
  expect((await within(form).findAllByText('入力してください。')).length).toBe(1);
  expect(main.asked('media.remind')).toEqual([]);
  fireEvent.click(within(form).getByRole('radio', { name: '文書' }));
  type(/^伝えた内容と返事/u, '明日の午前に返す');
  type(/^次の確認日/u, shortDate(due));
  fireEvent.submit(form);
  await screen.findByRole('heading', { name: '期限と催促' }, LONG);
  const { request } = await call('media', 'request', { id });
  expect(request).toMatchObject({
    due,
    reminded: {
      whom: '山本 花子',
      how: 'letter',
      said: '明日の午前に返す',
      by: people.operator.name,
    },
  });
  expect(shortDate(request.reminded?.next ?? 0)).toBe(shortDate(due));
  cleanup();
  await showPage(<CarriedRows selected={null} onSelect={() => undefined} />);
  await screen.findByRole('button', { name: '督促一覧を印刷' });
  expect((await call('media', 'carried', {})).outside.map(({ reminded }) => reminded?.how)).toEqual([
    'letter',
  ]);

  await main.desk.end('locked');
  cleanup();
  queryClient.clear();
  await main.signIn('officer');
  await detail();
  fireEvent.click(await screen.findByRole('button', { name: '期限を延ばす' }));
  const later = screen.getByRole('form', { name: `申請 ${request.no} の期限を延ばす` });
  fireEvent.submit(later);
  expect((await within(later).findAllByText('入力してください。')).length).toBeGreaterThan(0);
  expect(main.asked('media.putOff')).toEqual([]);
  type(/^新しい期限/u, dateTime(due - DAY / 2));
  type(/^理由/u, '工事の延長');
  type(/^自分のパスワード/u, people.officer.password);
  fireEvent.submit(later);
  expect(
    (await within(later).findAllByText(/今の期限より後になっていません/u, {}, LONG)).length,
  ).toBeGreaterThan(0);
  type(/^新しい期限/u, dateTime(due + DAY));
  fireEvent.submit(later);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LONG);
  await screen.findByText(new RegExp(`から ${dateTime(due + DAY)} へ$`, 'u'), {}, LONG);
  await screen.findByText('期限の延期(署名)');
  expect((await call('media', 'request', { id })).request).toMatchObject({
    putOffs: [{ before: due, reason: '工事の延長', signatureHolds: true }],
  });
}, 60_000);
