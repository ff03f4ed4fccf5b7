import type { RetentionRefusal } from '../../../shared/trail/retention/refusals.ts';

/** What happened, what was kept, what to do: for every code with which retention refuses. */
export const retentionRefusalsJa = {
  'refusal.retention-unchanged':
    '今の保存期間と同じです。何も変わっていません。変えるときは別の年数を入れてください。',
  'refusal.retention-not-set':
    'この種類の保存期間は決められていません。何も消去していません。先に保存期間を決めてください。',
  'refusal.erasure-too-early':
    '保存期間がまだ終わっていません。何も消去していません。{{year}} 年 4 月 1 日から消去できます。',
  'refusal.erasure-nothing': 'この年度に消去する記録はありません。何も変わっていません。',
  'refusal.erasure-open':
    'この年度に残っている {{count}} 件はまだ閉じていません(入退室: 在室、退室不明、入館証が未返却。媒体: 未決、搬入中・持出中、相違や検出が未解決、使用中)。何も消去していません。先に記録を閉じてください。',
} satisfies Readonly<Record<`refusal.${RetentionRefusal}`, string>>;
