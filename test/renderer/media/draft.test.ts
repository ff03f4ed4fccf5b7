import { expect, test } from 'vitest';
import {
  confidentialityOf,
  connects,
  copyOf,
  type Draft,
  detailsFrom,
  draftOf,
  emptyDraft,
  inherited,
  isBlank,
  packDraft,
  readDraft,
  titleOf,
} from '../../../renderer/media/requests/form/draft.ts';
import { filterOf, listOf } from '../../../renderer/media/requests/filter.ts';
import { forRule } from '../../../renderer/media/requests/form/for-rule.ts';
import { problemsOf } from '../../../renderer/media/requests/form/problems.ts';
import type { Area } from '../../../shared/entries/model.ts';
import { RequestDetails } from '../../../shared/media/requests/model.ts';
import { ruleFor } from '../../../shared/media/requests/rules.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const HOUR = 3_600_000;
const AREA_ID = '01990000-0000-7000-8000-000000000001';
const OTHER_ID = '01990000-0000-7000-8000-000000000002';
const area: Area = {
  id: AREA_ID,
  name: '会議室',
  reading: '',
  level: 1,
  escort: 'nobody',
  badge: false,
  identity: false,
  guidance: '',
  retired: false,
};

/** A form in which nothing is missing. */
function whole(more: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft(),
    mediumKind: 'usb-memory',
    mediumName: '点検用USB',
    owner: 'あおば計装',
    encryption: 'hardware',
    purpose: '点検',
    areaId: AREA_ID,
    bearer: '渡邉 健一',
    contents: '点検記録',
    confidentiality: 1,
    from: NOW,
    until: NOW + HOUR,
    ...more,
  };
}
const wrong = (draft: Draft) => problemsOf(draft, [area], NOW).map(({ field, code }) => `${field} ${code}`);

test('an empty form names every field that is missing, in the order of the form', () => {
  expect(wrong(emptyDraft())).toEqual([
    'details.medium.kind required',
    'details.medium.name required',
    'details.medium.owner required',
    'details.medium.encryption required',
    'details.purpose required',
    'details.areaId required',
    'details.bearer required',
    'details.from required',
    'details.until required',
    'details.contents required',
    'details.classification.confidentiality required',
  ]);
});

test('a whole form has nothing wrong, and is what the contract takes', () => {
  expect(wrong(whole())).toEqual([]);
  expect(RequestDetails.parse(detailsFrom(whole())).purpose).toBe('点検');
});

test('each kind asks for what it needs, and leaves out what another asked', () => {
  expect(wrong(whole({ kind: 'carry-out' }))).toEqual([
    'details.returnDue required',
    'details.destination required',
  ]);
  expect(wrong(whole({ kind: 'transfer' }))).toEqual([
    'details.destination required',
    'details.means required',
  ]);
  const back = RequestDetails.parse(
    detailsFrom(whole({ destination: '本庁', means: '書留', connecting: false })),
  );
  expect([back.destination, back.means, back.connection]).toEqual(['', '', null]);
});

test('an emergency says why and who allowed it', () => {
  expect(wrong(whole({ emergency: true }))).toEqual(['reason required', 'allowedBy required']);
});

test('what is no time, a period that ends before it begins and a rule of main are said before anything is sent', () => {
  expect(wrong(whole({ from: undefined }))).toEqual(['details.from malformed']);
  expect(wrong(whole({ until: NOW - HOUR }))).toEqual(['details.until until-before-from']);
  expect(wrong(whole({ restrictions: ['encrypt'], encryption: 'none' }))).toEqual([
    'details.medium.encryption encryption-required',
  ]);
  expect(problemsOf(whole(), [{ ...area, retired: true }], NOW)).toEqual([
    { field: 'details.areaId', code: 'area-retired', detail: { area: '会議室' } },
  ]);
});

test('a maintenance computer that comes in is connected: each check is answered, each “no” explained', () => {
  const computer = whole({ mediumKind: 'maintenance-computer' });
  expect(connects(computer)).toBe(true);
  expect(connects({ ...computer, kind: 'carry-out' })).toBe(false);
  expect(wrong(computer)).toHaveLength(7);
  const answered = {
    'antimalware-current': 'yes',
    'os-patched': 'no',
    'no-other-network': 'yes',
    'only-needed-software': 'yes',
    'personal-account': 'yes',
    supervised: 'yes',
  } as const;
  const filled = { ...computer, target: '監視制御装置', checks: answered };
  expect(wrong(filled)).toEqual(['details.connection.note connection-unexplained']);
  expect(wrong({ ...filled, connectionNote: '動作確認が済むまで当てない' })).toEqual([]);
});

test('quoted documents bring their classification along: the highest level, every restriction', () => {
  const quoted: Draft['quoted'] = [
    { title: '仕様書', confidentiality: 2, restrictions: ['no-copy'] },
    { title: '系統図', confidentiality: 3, restrictions: ['encrypt', 'no-copy'] },
    { title: '未記入', confidentiality: null, restrictions: [] },
  ];
  expect(inherited(quoted)).toEqual({ confidentiality: 3, restrictions: ['no-copy', 'encrypt'] });
  expect(confidentialityOf({ confidentiality: 1, quoted })).toBe(3);
  expect(confidentialityOf({ confidentiality: 2, quoted: [] })).toBe(2);
  const { classification } = RequestDetails.parse(
    detailsFrom(whole({ quoted: quoted.slice(0, 2), restrictions: ['no-carry-out'] })),
  );
  expect(classification).toEqual({
    confidentiality: 3,
    integrity: 1,
    availability: 1,
    restrictions: ['no-copy', 'no-carry-out', 'encrypt'],
  });
});

test('the rule is asked as soon as area and confidentiality are there, and comes to what the whole form comes to', () => {
  expect(forRule(emptyDraft())).toBeUndefined();
  expect(forRule({ ...emptyDraft(), areaId: AREA_ID })).toBeUndefined();
  for (const draft of [
    whole(),
    whole({ confidentiality: 3 }),
    whole({ kind: 'carry-out', restrictions: ['no-carry-out'], returnDue: NOW + HOUR, destination: '本庁' }),
  ]) {
    const early = forRule({ ...draft, purpose: '', bearer: '', contents: '', from: null, until: null });
    expect(early === undefined ? undefined : ruleFor(early, area)).toEqual(
      ruleFor(RequestDetails.parse(detailsFrom(draft)), area),
    );
  }
});

test('a request goes into the form and comes out the same; a copy leaves its period open', () => {
  const draft = whole({
    integrity: true,
    restrictions: ['no-copy'],
    quoted: [{ title: '仕様書', confidentiality: 1, restrictions: [] }],
    note: '二人で行う',
  });
  const details = RequestDetails.parse(detailsFrom(draft));
  expect(RequestDetails.parse(detailsFrom(draftOf(details, '')))).toEqual(details);
  expect(copyOf(details, '')).toEqual({ ...draftOf(details, ''), from: null, until: null, returnDue: null });
  const registered = { ...details, medium: { from: 'register' as const, mediumId: OTHER_ID } };
  expect(draftOf(registered, 'M-01 検針用')).toMatchObject({
    source: 'register',
    mediumId: OTHER_ID,
    mediumText: 'M-01 検針用',
  });
});

test('a draft is kept as it stands and read back; nothing, another version, or more than main keeps is not', () => {
  expect(packDraft(emptyDraft())).toBeNull();
  expect(packDraft({ ...emptyDraft(), emergency: true, visitId: OTHER_ID })).toBeNull();
  expect(isBlank(whole())).toBe(false);
  const kept = packDraft(whole({ until: undefined }));
  expect(kept === null ? undefined : readDraft(kept)).toEqual(whole({ until: undefined }));
  expect(packDraft(whole({ note: 'あ'.repeat(20_000) }))).toBeNull();
  expect(readDraft('{"kind":"carry-in"}')).toBeUndefined();
  expect(readDraft('not JSON')).toBeUndefined();
  expect(titleOf(whole())).toBe('点検用USB / 点検 / 渡邉 健一');
});

test('a filter stands in the address, and what is none is left out without the rest', () => {
  const filter = { state: 'emergency' as const, bearer: '渡邉 健一', officerId: OTHER_ID };
  const params = new URLSearchParams(listOf(filter, '黒田 三枝').split('?')[1]);
  expect(filterOf(params)).toEqual(filter);
  expect([params.get('tab'), params.get('called')]).toEqual(['all', '黒田 三枝']);
  expect(filterOf(new URLSearchParams({ state: 'nonsense', bearer: 'A', officerId: '1' }))).toEqual({
    bearer: 'A',
  });
});
