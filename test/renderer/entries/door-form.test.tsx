import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import { DoorForm } from '../../../renderer/entries/door/DoorForm.tsx';
import { type Draft, emptyDraft } from '../../../renderer/entries/door/draft.ts';
import { useDoor } from '../../../renderer/entries/door/use-door.ts';
import { showPage } from '../window-on-main.tsx';
import { type DoorOnMain, doorOnMain, INSIDE, KNOWN } from './door-on-main.ts';
import { choose, entry, field, focused, press, type } from './form-by-path.ts';

let main: DoorOnMain;
let shown: string[] = [];
beforeEach(async () => {
  shown = [];
  main = await doorOnMain();
});

function Door({ arriving }: { readonly arriving: string }) {
  const door = useDoor();
  return (
    <>
      <DoorForm door={door} onShow={(visitId) => shown.push(visitId)} />
      <button type="button" onClick={() => void door.arrive(arriving)}>
        arrive
      </button>
    </>
  );
}

const sent = () => main.asked('entries.enter');

/** The form; `arriving` is the announced visit whose arrival can be called for. */
async function open(arriving = ''): Promise<void> {
  main.forget();
  await showPage(<Door arriving={arriving} />);
  await screen.findByText('氏名');
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
}

/** Fills the form with the remembered visitor, by the keyboard. */
async function pickKnown(): Promise<void> {
  type('details.name', 'wata');
  await screen.findByText('みずほ電機');
  press('ArrowDown');
  press('Enter');
}

async function answerFollowIn(): Promise<void> {
  await waitFor(() => expect(focused()).toBe('followIn'));
  fireEvent.click(screen.getByRole('radio', { name: '続いて入る人はいない' }));
}

test('Enter that ends an IME composition neither goes on nor submits, in the first and the last field', async () => {
  await open();
  for (const path of ['details.name', 'details.note']) {
    type(path, 'わたなべ');
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    press('Enter', { isComposing: true, ctrlKey: true });
    expect(focused()).toBe(path);
  }
  expect(sent()).toEqual([]);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('Enter goes through the fields in the order of the paper form', async () => {
  await open();
  act(() => entry('details.kind').focus());
  const order: (string | null)[] = [focused()];
  for (let step = 0; step < 15; step += 1) {
    if (focused() === 'followIn')
      fireEvent.click(screen.getByRole('radio', { name: '続いて入る人はいない' }));
    press('Enter');
    order.push(focused());
  }
  expect(order).toEqual([
    'details.kind',
    'details.name',
    'details.reading',
    'details.organisation',
    'details.purpose',
    'details.host',
    'details.escort',
    'details.identity',
    'details.areaId',
    'badgeId',
    'details.belongings',
    'details.workReference',
    'expectedUntil',
    'joining',
    'followIn',
    'details.note',
  ]);
});

test('Enter does not pass the question about follow-in before it is answered', async () => {
  await open();
  type('details.name', '渡邊');
  act(() => entry('followIn').focus());
  press('Enter');
  expect(focused()).toBe('followIn');
  expect(field('followIn').textContent).toContain('入力してください。');
});

test('a remembered visitor fills the form and the focus goes to the one question still open', async () => {
  await open();
  await pickKnown();
  await waitFor(() => expect(focused()).toBe('followIn'));
  const values = ['name', 'reading', 'organisation', 'purpose', 'host', 'escort'].map(
    (name) => entry(`details.${name}`).value,
  );
  expect(values).toEqual([
    KNOWN.name,
    KNOWN.reading,
    KNOWN.organisation,
    KNOWN.purpose,
    KNOWN.host,
    KNOWN.escort,
  ]);
  expect(field('details.areaId').textContent).toContain('中央監視室');
  expect(field('badgeId').textContent).toContain('赤-02');
  expect(screen.getByText(/撮影は禁止。/u)).toBeTruthy();
});

test('Ctrl+Enter submits the whole command, says so and leaves an empty form with the focus at the name', async () => {
  await open();
  await pickKnown();
  await answerFollowIn();
  press('Enter', { ctrlKey: true });
  expect(await screen.findByText(/^渡邊 健一 入室 \d\d:\d\d 証 赤-02$/u)).toBeTruthy();
  expect(sent()).toEqual([
    {
      visitId: null,
      details: {
        kind: 'visitor',
        name: KNOWN.name,
        reading: KNOWN.reading,
        organisation: KNOWN.organisation,
        purpose: KNOWN.purpose,
        host: KNOWN.host,
        escort: KNOWN.escort,
        identity: KNOWN.identity,
        areaId: main.areaId,
        belongings: '',
        workReference: '',
        note: '',
      },
      badgeId: main.badge('赤-02'),
      followIn: 'nobody',
      party: [],
      expectedUntil: null,
      enteredAt: null,
      lateReason: '',
      anotherPerson: false,
    },
  ]);
  const { inside } = await call('entries', 'board', {});
  expect(inside.map(({ name, badgeLabel }) => [name, badgeLabel])).toContainEqual([KNOWN.name, '赤-02']);
  await waitFor(() => expect(focused()).toBe('details.name'));
  expect(entry('details.name').value).toBe('');
});

test('an empty form is not sent: the errors stand together and beside their fields, the focus is at the first', async () => {
  await open();
  press('Enter', { ctrlKey: true });
  await waitFor(() => expect(focused()).toBe('details.name'));
  expect(sent()).toEqual([]);
  expect(screen.getByRole('alert').textContent).toContain('5 件の項目を直してください');
  expect(field('details.host').textContent).toContain('訪問先を入力してください。');
});

test('a refusal of main stands at its field, which gets the focus; what was typed stays', async () => {
  await open();
  await pickKnown();
  await answerFollowIn();
  // Lent to somebody else in the moment before: the form has not heard of it yet.
  const earlier = call('entries', 'enter', main.entering({ name: '先に来た人', reading: '' }, '赤-02'));
  press('Enter', { ctrlKey: true });
  await earlier;
  await waitFor(() => expect(field('badgeId').textContent).toContain('入館証 赤-02 は空いていません。'));
  await waitFor(() => expect(focused()).toBe('badgeId'));
  expect(entry('details.name').value).toBe(KNOWN.name);
});

test('the same person inside: that visit can be shown, or the entry sent again as another person', async () => {
  const { ids } = await call('entries', 'enter', main.entering(KNOWN, '赤-04'));
  await open();
  await pickKnown();
  await answerFollowIn();
  press('Enter', { ctrlKey: true });
  fireEvent.click(await screen.findByRole('button', { name: 'その記録を見る' }));
  expect(shown).toEqual(ids);
  fireEvent.click(screen.getByRole('button', { name: '別の人です(そのまま入室)' }));
  await screen.findByText(/^渡邊 健一 入室/u);
  expect(sent().at(-1)).toMatchObject({ anotherPerson: true });
  const { inside } = await call('entries', 'board', {});
  expect(inside.map(({ name }) => name).toSorted()).toEqual([KNOWN.name, KNOWN.name, INSIDE.name].toSorted());
});

/** Announces {@link KNOWN}, and whoever comes along, for now. */
async function announce(...party: readonly string[]): Promise<string> {
  const { ids } = await call('entries', 'expect', {
    details: main.entering({ identity: 'not-seen' }, null).details,
    party: party.map((name) => ({ name, reading: '' })),
    expectedFrom: main.now,
    expectedUntil: null,
  });
  return ids[0] ?? '';
}

test('the same person expected: the entry is sent again under the announced visit', async () => {
  const visit = await announce();
  await open();
  await pickKnown();
  await choose('details.identity', '社員証・職員証');
  act(() => entry('followIn').focus());
  await answerFollowIn();
  press('Enter', { ctrlKey: true });
  fireEvent.click(await screen.findByRole('button', { name: 'この予定の人として入室' }));
  await screen.findByText(/^渡邊 健一 入室/u);
  expect(sent().at(-1)).toMatchObject({ visitId: visit, anotherPerson: false });
  expect((await call('entries', 'visit', { id: visit })).visit.state).toBe('inside');
});

test('Enter after a name adds to the party, each with the next badge; a name not yet added is sent too', async () => {
  await open();
  await pickKnown();
  await waitFor(() => expect(focused()).toBe('followIn'));
  type('joining', '新井 薫');
  press('Enter');
  expect(entry('party.0.name').value).toBe('新井 薫');
  expect(field('party.0.badgeId').textContent).toContain('赤-03');
  type('joining', '西 大和');
  fireEvent.click(screen.getByRole('radio', { name: '続いて入る人は全員記入した' }));
  act(() => entry('details.note').focus());
  press('Enter');
  await screen.findByText(/^渡邊 健一 ほか 計 3 名 入室/u);
  expect(sent()[0]).toMatchObject({
    followIn: 'registered',
    party: [
      { name: '新井 薫', reading: '', visitId: null, badgeId: main.badge('赤-03') },
      { name: '西 大和', reading: '', visitId: null, badgeId: main.badge('赤-04') },
    ],
  });
});

test('an expected visitor arrives under the announced visit; who was announced together is offered, not assumed', async () => {
  await open(await announce('新井 薫'));
  fireEvent.click(screen.getByRole('button', { name: 'arrive' }));
  await waitFor(() => expect(focused()).toBe('details.identity'));
  expect(entry('details.name').value).toBe(KNOWN.name);
  expect(document.querySelector('[data-field="party.0.name"]')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '新井 薫' }));
  expect(entry('party.0.name').value).toBe('新井 薫');
  expect(screen.queryByRole('button', { name: '新井 薫' })).toBeNull();
  expect(sent()).toEqual([]);
});

test('F6 lists the visitors of the last day and one key fills the form with one of them', async () => {
  await open();
  press('F6');
  await screen.findByText('前回の来訪者から入力する');
  const choice = await screen.findByRole('button', { name: /渡邊 健一/u });
  fireEvent.keyDown(choice, { key: '1' });
  await waitFor(() => expect(focused()).toBe('followIn'));
  expect(entry('details.name').value).toBe(KNOWN.name);
});

test('a draft is kept over a lock and stands in the form again, with a note; what is typed then is kept', async () => {
  await open();
  type('details.name', '齋藤 実');
  type('details.purpose', '打合せ');
  await kept({ name: '齋藤 実', purpose: '打合せ' });
  cleanup();
  queryClient.clear();
  await main.desk.end('locked');
  await main.signIn('officer');
  await open();
  await waitFor(() => expect(entry('details.name').value).toBe('齋藤 実'));
  expect(screen.getByText('前に入力した途中から再開しました。まだ記録されていません。')).toBeTruthy();
  type('details.host', '木村');
  await kept({ name: '齋藤 実', purpose: '打合せ', host: '木村' });
});

async function kept(typed: Partial<Draft>): Promise<void> {
  const draft = JSON.stringify({ ...emptyDraft(), ...typed });
  await waitFor(() => expect(main.asked('entries.saveDraft').at(-1)).toEqual({ draft }), { timeout: 5_000 });
  expect(await call('entries', 'draft', {})).toBe(draft);
}
