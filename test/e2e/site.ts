import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import * as commands from '../../main/entries/commands.ts';
import { ensureBuilt } from '../../resources/tooling/build.mjs';
import { Book, foundSite } from '../../resources/tooling/demo/book.ts';
import { demoAreas, type Person } from '../../resources/tooling/demo/site.ts';
import type { VisitDetails } from '../../shared/entries/model.ts';
import { DAY, type Instant, MINUTE } from '../../shared/kernel/time.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A founded site, to be copied, never opened. */
    site: string;
  }
}

/** The password of everybody at the tests' site. */
export const PASSWORD = 'kawa-no-mizu-wo-hakobu';

/** Who works at the tests' site. */
export const PEOPLE = {
  operator: { identifier: 'akagi', name: '赤城 一郎', reading: 'あかぎ いちろう', roles: ['operator'] },
  second: { identifier: 'aoba', name: '青葉 二美', reading: 'あおば ふみ', roles: ['operator'] },
  officer: { identifier: 'kuroda', name: '黒田 三枝', reading: 'くろだ みえ', roles: ['officer'] },
  secondOfficer: { identifier: 'murasaki', name: '村崎 十和', reading: 'むらさき とわ', roles: ['officer'] },
  bcp: { identifier: 'shiraishi', name: '白石 史郎', reading: 'しらいし しろう', roles: ['bcp'] },
  auditor: { identifier: 'midorikawa', name: '緑川 五月', reading: 'みどりかわ さつき', roles: ['auditor'] },
  administrator: { identifier: 'momoi', name: '桃井 睦', reading: 'ももい むつみ', roles: ['administrator'] },
  third: { identifier: 'kigawa', name: '黄川 八重', reading: 'きがわ やえ', roles: ['administrator'] },
  deputy: { identifier: 'haiba', name: '灰場 七海', reading: 'はいば ななみ', roles: ['administrator'] },
} as const satisfies Readonly<Record<string, Person>>;

/** Who has been here before, left, and is known to the log. */
export const KNOWN: Pick<VisitDetails, 'name' | 'reading' | 'organisation'> = {
  name: '渡邉 健一',
  reading: 'わたなべ けんいち',
  organisation: '株式会社あおば計装',
};

/** Who is expected today. */
export const EXPECTED: Pick<VisitDetails, 'name' | 'reading' | 'organisation'> = {
  name: '濵田 久美子',
  reading: 'はまだ くみこ',
  organisation: '東みどり電設工業㈱',
};

/** Who is inside, with the badge 青-01. */
export const INSIDE: Pick<VisitDetails, 'name' | 'reading' | 'organisation'> = {
  name: '齋藤 実',
  reading: 'さいとう みのる',
  organisation: '北嶺ポンプ製作所',
};

async function fill(book: Book, now: Instant): Promise<void> {
  const { officer, operator } = PEOPLE;
  const areaIds: string[] = [];
  for (const area of demoAreas)
    areaIds.push((await book.do(officer.identifier, commands.defineArea, area)).id);
  const badges = (['白', '青', '赤'] as const).flatMap((colour, index) =>
    Array.from({ length: 9 }, (_, no) => ({
      label: `${colour}-0${no + 1}`,
      level: ([1, 2, 3] as const)[index] ?? 1,
    })),
  );
  await book.do(officer.identifier, commands.registerBadges, { badges });
  const { badges: readBadges } = await import('../../main/entries/queries.ts');
  const badgeId = readBadges(book.read).find(({ label }) => label === '青-01')?.id ?? null;
  const details = (who: typeof KNOWN, area: number): VisitDetails => ({
    kind: 'visitor',
    ...who,
    purpose: '定期点検',
    host: operator.name,
    escort: PEOPLE.second.name,
    identity: 'employee-card',
    areaId: areaIds[area] ?? '',
    belongings: '工具箱',
    workReference: '',
    note: '',
  });
  const entering = (who: typeof KNOWN) => ({
    visitId: null,
    details: details(who, 1),
    badgeId,
    followIn: 'nobody' as const,
    party: [],
    expectedUntil: null,
    enteredAt: null,
    lateReason: '',
    anotherPerson: false,
  });
  book.now = now - DAY;
  const { ids } = await book.do(operator.identifier, commands.enter, entering(KNOWN));
  book.now = now - DAY + 40 * MINUTE;
  await book.do(operator.identifier, commands.leave, {
    visits: ids.map((visitId) => ({ visitId, badgeReturned: true, exitedAt: null, lateReason: '' })),
  });
  book.now = now - 30 * MINUTE;
  await book.do(operator.identifier, commands.enter, entering(INSIDE));
  book.now = now - 20 * MINUTE;
  await book.do(operator.identifier, commands.expect, {
    details: { ...details(EXPECTED, 1), escort: '', identity: 'not-seen' },
    party: [],
    expectedFrom: now - MINUTE,
    expectedUntil: null,
  });
}

/** Makes the site once a run, for every test to copy: each person's slot takes half a second. */
export default async function setup(project: TestProject): Promise<() => void> {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'suimon-e2e-site-'));
  const now = Date.now();
  const from = now - 2 * DAY;
  const site = { code: 'test', name: '試験浄水場', room: '中央監視室' };
  await foundSite(folder, site, Object.values(PEOPLE), PASSWORD, from);
  const book = await Book.open(folder, PEOPLE.officer.identifier, PASSWORD, from);
  try {
    await fill(book, now);
    book.now = now;
  } finally {
    await book.close();
  }
  project.provide('site', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
