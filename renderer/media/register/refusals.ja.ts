import type { REGISTER_REFUSALS } from '../../../shared/media/register/refusals.ts';

/** What happened, what was kept, what to do: for every code with which the register refuses. */
export const registerRefusalsJa = {
  'refusal.medium-missing':
    'その媒体は管理台帳に見つかりません。何も変わっていません。一覧から選び直してください。',
  'refusal.medium-number-taken':
    '管理番号 {{number}} は「{{name}}」に付いています(廃棄した媒体の番号も使い回せません)。別の番号にしてください。',
  'refusal.medium-unchanged': '元の記載と同じです。変える項目を直してください。',
  'refusal.medium-out':
    '{{number}} は持出中です。何も変わっていません。返却を記録してから、もう一度行ってください。',
  'refusal.medium-not-out': '{{number}} は持出中ではありません。何も変わっていません。',
  'refusal.medium-lost':
    '{{number}} は紛失になっています。何も変わっていません。見つかったときは、先に発見を記録してください。',
  'refusal.medium-not-lost': '{{number}} は紛失になっていません。何も変わっていません。',
  'refusal.medium-destroyed': '{{number}} は廃棄済です。廃棄した媒体の記録は変えられません。',
  'refusal.method-destroys':
    'この方法では媒体が使えなくなります。媒体を残すなら別の方法を選び、壊したなら廃棄として記録してください。',
  'refusal.witness-same': '実施した人({{name}})は立会者になれません。別の人の立会いを受けてください。',
  'refusal.stocktake-twice': '{{number}} が二度入っています。棚卸は記録していません。一方を外してください。',
} as const satisfies Readonly<Record<`refusal.${(typeof REGISTER_REFUSALS)[number]}`, string>>;
