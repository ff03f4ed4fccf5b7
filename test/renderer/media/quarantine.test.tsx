import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import { ChecksPanel } from '../../../renderer/media/inspection/checks-panel.tsx';
import RequestSheet from '../../../renderer/media/paper/request-sheet.tsx';
import { QuarantinePage } from '../../../renderer/media/quarantine/page.tsx';
import { RequestStory } from '../../../renderer/media/requests/request-story.tsx';
import { checked } from '../../main/media/inspection/desk.ts';
import { asking } from '../../main/media/requests-desk.ts';
import { people } from '../../main/vault/fixture.ts';
import { showPage, type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

const DAY = 86_400_000;
const OPERATOR = 'quiet-harbour-71-lamp';
/** Signing takes its time. */
const LONG = { timeout: 15_000 };
let main: WindowOnMain;
let office: string;

beforeAll(async () => {
  main = await windowOnMain();
  await main.signIn('officer');
  const area = {
    name: '事務室',
    reading: '',
    level: 1,
    escort: 'nobody',
    badge: false,
    identity: false,
    guidance: '',
  } as const;
  office = (await call('entries', 'defineArea', area)).id;
  await main.desk.end('locked');
  await main.signIn('operator');
  await main.desk.changePassword(people.operator.password, OPERATOR);
}, 60_000);

const type = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const submit = (name: string) => fireEvent.submit(screen.getByRole('form', { name }));

test('an operator puts what was found on in quarantine with all that it needs; an officer ends it; both are listed', async () => {
  const details = asking(office, {
    from: main.now - DAY,
    until: main.now + DAY,
    organisation: '',
    bearer: '渡邊 一郎',
  });
  const { id } = await call('media', 'submit', { details });
  const findings = [{ path: 'a.exe', name: 'Win.Test' }];
  await call('media', 'recordCheck', {
    requestId: id,
    check: checked(main.now, { result: 'found', findings }),
  });
  await showPage(<ChecksPanel requestId={id} />);
  fireEvent.click(await screen.findByRole('button', { name: '隔離する' }));
  submit('媒体を隔離する');
  // From whom it was taken is filled in; the place, the seal and the keeper are not.
  expect((await screen.findAllByText('入力してください。')).length).toBe(3);
  expect(main.asked('media.quarantine')).toEqual([]);
  type(/^保管場所/u, '保安庫');
  type(/^封印番号/u, 'A-1024');
  type(/^保管する職員/u, '山本 花子');
  submit('媒体を隔離する');
  await screen.findByText('隔離中です。責任者が隔離を終えるまで動かせません。', {}, LONG);
  expect(screen.queryByRole('button', { name: '隔離を終える' })).toBeNull();
  expect((await call('media', 'inspection', { requestId: id })).quarantines).toMatchObject([
    { place: '保安庫', seal: 'A-1024', from: '渡邊 一郎', keeper: '山本 花子', ended: null },
  ]);

  await main.desk.end('locked');
  cleanup();
  queryClient.clear();
  await main.signIn('officer');
  await showPage(<ChecksPanel requestId={id} />);
  fireEvent.click(await screen.findByRole('button', { name: '隔離を終える' }));
  fireEvent.click(screen.getByRole('radio', { name: /引き渡した/u }));
  type(/^引き渡した相手/u, '水門警察署');
  type(/^理由/u, '捜査のため');
  type(/責任 三郎 さんのパスワード/u, people.officer.password);
  submit('隔離を終える');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), LONG);
  await screen.findByText('隔離は終わりました。', {}, LONG);
  cleanup();
  // The story names what the chain calls by its type; the paper says where it was, and how that ended.
  const { story } = await call('media', 'request', { id });
  await showPage(<RequestStory lines={story} />);
  for (const what of [/隔離/u, /検査/u]) expect((await screen.findAllByText(what)).length).toBeGreaterThan(0);
  expect(screen.queryByText(/^(?:media|request)\./u)).toBeNull();
  cleanup();
  await showPage(<RequestSheet requestId={id} onClose={() => undefined} />);
  const sheet = await screen.findByRole('dialog', { name: '媒体持込届出書' });
  await within(sheet).findAllByText(/水門警察署/u);
  for (const said of ['隔離した日時', '保安庫', 'A-1024', '捜査のため', '責任 三郎'])
    expect(sheet.textContent).toContain(said);
  cleanup();
  await showPage(<QuarantinePage />);
  await screen.findByText('隔離中の媒体はありません');
  await screen.findByText('水門警察署');
  await screen.findByText('署名を確認済み');
}, 60_000);
