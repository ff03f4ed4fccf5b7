import type { TemplateRefusal } from '../../../shared/media/templates/refusals.ts';

/** What happened, what was kept, what to do: for every code with which templates refuse. */
export const templateRefusalsJa = {
  'refusal.template-number-taken':
    'この番号は「{{number}} {{name}}」に付けられています。一度使った番号はほかの定型に付けられません。別の番号にしてください。',
  'refusal.template-days': '1から366までの整数で入力してください。',
  'refusal.template-validity': '有効期間の終わりは、始めより後にしてください。',
  'refusal.template-over': '有効期間がすでに終わっています。これから先の日にして、案を出し直してください。',
  'refusal.template-review': '見直し期日は、有効期間の中の日にしてください。',
  'refusal.template-unchanged': '最後の版と同じです。何も記録していません。',
  'refusal.template-missing': 'この定型はありません。一覧から選び直すか、定型を使わずに申請してください。',
  'refusal.template-not-in-force':
    '「{{template}}」はまだ適用されていません。責任者の署名を待つか、定型を使わずに申請してください。何も記録していません。',
  'refusal.template-no-draft': '「{{template}}」には署名を待つ案がありません。何も記録していません。',
  'refusal.template-retired': '「{{template}}」は廃止されています。何も記録していません。',
  'refusal.template-discarded':
    '「{{template}}」は適用されないまま取り下げられています。何も記録していません。',
  'refusal.template-changed':
    '「{{template}}」は、表示した後に変わりました。何も記録していません。今の内容を読み直してください。',
  'refusal.own-template':
    '「{{template}}」の案には、あなたが書いたものが含まれています。適用は、ほかの責任者が行います。何も記録していません。',
  'refusal.not-template-author':
    '「{{template}}」の案を取り下げられるのは、書いた人と責任者だけです。何も記録していません。',
  'refusal.template-superseded':
    '「{{template}}」は第{{version}}版に改訂されています(この申請は第{{named}}版)。定型から申請を始め直してください。',
  'refusal.template-not-yet':
    '「{{template}}」の有効期間はまだ始まっていません。定型を使わずに申請してください。',
  'refusal.template-expired':
    '「{{template}}」の有効期間は終わっています。改訂を待つか、定型を使わずに申請してください。',
  'refusal.template-not-allowed':
    'あなたは「{{template}}」を使える人に入っていません。定型を使わずに申請してください。',
  'refusal.template-differs':
    '「{{template}}」の内容と違います。定型の内容に戻すか、定型を使わずに申請してください。',
  'refusal.template-too-long':
    '「{{template}}」による申請の期間は {{days}} 日までです。期間を短くしてください。',
  'refusal.template-outside-validity':
    '期間が「{{template}}」の有効期間から外れています。有効期間の中にしてください。',
} as const satisfies Readonly<Record<`refusal.${TemplateRefusal}`, string>>;
