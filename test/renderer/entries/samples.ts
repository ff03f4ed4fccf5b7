import type { Area, Badge, KnownVisitor, VisitDetails } from '../../../shared/entries/model.ts';

export const AREA: Area = {
  id: '01990000-0000-7000-8000-00000000000a',
  name: '中央監視室',
  reading: '',
  level: 3,
  escort: 'visitors',
  badge: true,
  identity: true,
  guidance: '撮影は禁止。',
  retired: false,
};

/** A badge whose id ends with a figure. */
export const badge = (
  figure: number,
  label: string,
  level: 1 | 2 | 3,
  state: Badge['state'] = 'free',
): Badge => ({
  id: `01990000-0000-7000-8000-0000000000b${figure}`,
  label,
  level,
  state,
  visitId: null,
});

export const BADGES: readonly Badge[] = [
  badge(1, '赤-01', 3, 'lent'),
  badge(2, '赤-02', 3),
  badge(3, '青-01', 2),
];

/** What is known of a visitor. */
export const VISITOR = {
  kind: 'visitor',
  name: '渡邊 健一',
  reading: 'わたなべ けんいち',
  organisation: 'みずほ電機',
  purpose: '計装保守',
  host: '維持課 木村',
  escort: '中村',
  identity: 'employee-card',
} as const satisfies Partial<VisitDetails>;

export const REMEMBERED: KnownVisitor = {
  ...VISITOR,
  areaId: AREA.id,
  lastAt: 1_795_000_000_000,
  visits: 3,
};
