import type { REMINDER_REFUSALS } from '../../../shared/media/reminders/refusals.ts';

export const reminderRefusalsJa = {
  'refusal.remind-not-carried':
    '申請 No.{{no}}({{medium}})は、まだ持込みも持出しもしていません。催促は、持込中か持出中のものに記録します。',
  'refusal.remind-not-due':
    '申請 No.{{no}}({{medium}})は、期限までまだ間があります。催促は、期限の {{days}} 日前から記録できます(「媒体の決まり」)。',
  'refusal.remind-next-past': '次の確認日が過ぎています。今日以降の日にするか、空欄にしてください。',
  'refusal.put-off-not-carried':
    '申請 No.{{no}}({{medium}})は、まだ持込みも持出しもしていません。期間を直すには、申請者が出し直してください。',
  'refusal.put-off-undecided':
    '申請 No.{{no}}({{medium}})は、まだ決裁されていません。先に許可か不許可を決めてください。',
  'refusal.put-off-barred':
    '申請 No.{{no}}({{medium}})は許可がありません(不許可・許可取消)。期限は延ばせません。すぐに戻すか持ち帰ってもらってください。',
  'refusal.put-off-own':
    '申請 No.{{no}}({{medium}})は自分の申請です。期限の延期は、ほかの責任者に頼んでください。',
  'refusal.put-off-changed':
    '申請 No.{{no}}({{medium}})の期限は、表示した後に変わりました。何も記録していません。もう一度開いて期限を確かめてください。',
  'refusal.put-off-past': '新しい期限が過ぎています。今より後の日時にしてください。',
  'refusal.put-off-earlier': '新しい期限が、今の期限より後になっていません。後の日時にしてください。',
} as const satisfies Readonly<Record<`refusal.${(typeof REMINDER_REFUSALS)[number]}`, string>>;
