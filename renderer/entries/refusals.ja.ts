import type { EntriesRefusal } from '../../shared/entries/refusals.ts';

/** What happened, what was kept, what to do: for every code with which the entry log refuses. */
export const refusalsJa = {
  // Visits
  'refusal.visit-missing': 'その記録は見つかりません。何も変わっていません。一覧から選び直してください。',
  'refusal.already-inside': '{{name}} さん(No. {{no}})はもう入室しています。何も変わっていません。',
  'refusal.already-over': '{{name}} さん(No. {{no}})のこの訪問は終わっています。新しく受付してください。',
  'refusal.visit-cancelled': '{{name}} さん(No. {{no}})の予定は取り消されています。新しく受付してください。',
  'refusal.not-expected': '{{name}} さん(No. {{no}})は予定の状態ではありません。何も変わっていません。',
  'refusal.not-inside': '{{name}} さん(No. {{no}})は在室ではありません。何も変わっていません。',
  'refusal.not-unknown': '{{name}} さん(No. {{no}})は退室不明ではありません。何も変わっていません。',
  'refusal.listed-twice': '同じ記録が二度入っています。一方を外してください。',
  'refusal.same-person-inside': '{{name}} さんは在室中です(No. {{no}})。同じ人か確かめてください。',
  'refusal.same-person-expected': '{{name}} さんの予定があります(No. {{no}})。同じ人か確かめてください。',
  'refusal.media-inside':
    '{{name}} さんが持ち込んだ媒体({{media}})が中にあります。まだ退室していません。持ち帰りを記録するか、預かる人への引渡しを記録してください。',
  'refusal.party-name-twice':
    '「{{name}}」が二度入っています。同姓同名なら、区別できるように書いてください。',
  // What an area demands
  'refusal.area-missing': 'その区域はありません。選び直してください。',
  'refusal.area-retired': '「{{area}}」は廃止されています。別の区域を選んでください。',
  'refusal.purpose-required': '用件を入力してください。',
  'refusal.host-required': '訪問先を入力してください。',
  'refusal.escort-required': 'この区域には付添が要ります。付き添う人を入力してください。',
  'refusal.escort-is-visitor': '入室する本人は付添になれません。別の人を入力してください。',
  'refusal.identity-required': 'この区域では身分証の確認が要ります。見た身分証を選んでください。',
  'refusal.follow-in-unregistered': '同行者がいるので「全員記入した」を選んでください。',
  'refusal.follow-in-empty': '続いて入る人を同行者に加えてください。いなければ「いない」を選びます。',
  // Times
  'refusal.in-future': 'これから先の時刻です。今までの時刻を入れてください。',
  'refusal.in-past': '過ぎた日です。今日からあとの日時を入れてください。',
  'refusal.late-reason-required': 'さかのぼって記録する理由を入力してください。',
  'refusal.exit-before-entry': '退室が入室より前になっています。時刻を確かめてください。',
  'refusal.until-before-entry': '退室予定が入室より前になっています。時刻を確かめてください。',
  'refusal.until-before-from': '退室予定が来訪予定より前になっています。時刻を確かめてください。',
  'refusal.time-required': 'この時刻は空にできません。',
  // Corrections
  'refusal.not-correctable': 'この状態では、この時刻は訂正できません。',
  'refusal.nothing-changed': '元の記載と同じです。直す項目を変えてください。',
  // Badges
  'refusal.badge-missing': 'その入館証はありません。選び直してください。',
  'refusal.badge-required':
    'この区域では入館証が要ります。空きがなければ、返却を記録するか責任者に登録を頼んでください。',
  'refusal.badge-not-free': '入館証 {{badge}} は空いていません。別の証を選んでください。',
  'refusal.badge-level-low': '入館証 {{badge}} ではこの区域に入れません。上のレベルの証を選んでください。',
  'refusal.badge-twice': '入館証 {{badge}} が二人に選ばれています。一方を変えてください。',
  'refusal.badge-open':
    '入館証 {{badge}} が {{name}} さんから戻っていないので、退室を止めました。受け取ってから退室にし、失くしたときは紛失を記録してください。',
  'refusal.badge-lent': '入館証 {{badge}} は貸出中です。返却か紛失を先に記録してください。',
  'refusal.badge-not-lent': 'その入館証は貸出中ではありません。何も変わっていません。',
  'refusal.badge-still-worn': '{{name}} さんが在室中に着けています。退室のときに返却を記録します。',
  'refusal.badge-lost': '入館証 {{badge}} はもう紛失になっています。',
  'refusal.badge-not-lost': '入館証 {{badge}} は紛失になっていません。',
  'refusal.badge-retired': '入館証 {{badge}} は廃止されています。',
  'refusal.badge-label-taken':
    '入館証 {{badge}} はもう登録されています。一枚も登録していません。番号を変えてください。',
  'refusal.badge-label-twice': '{{badge}} が二度入っています。一枚も登録していません。',
  // Areas
  'refusal.area-name-taken': '「{{area}}」という区域はもうあります。別の名前にしてください。',
  'refusal.area-occupied': 'この区域に {{count}} 名が在室しています。全員が退室してから廃止してください。',
  'refusal.area-expected':
    'この区域に {{count}} 件の予定があります。取り消すか、済んでから廃止してください。',
} as const satisfies Readonly<Record<`refusal.${EntriesRefusal}`, string>>;
