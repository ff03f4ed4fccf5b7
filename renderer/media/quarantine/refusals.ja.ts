import type { QUARANTINE_REFUSALS } from '../../../shared/media/quarantine/refusals.ts';

export const quarantineRefusalsJa = {
  'refusal.quarantine-held': 'この媒体は、もう隔離されています。何も変わっていません。',
  'refusal.quarantine-none': 'この媒体は隔離されていません。申請を開き直してください。',
  'refusal.quarantine-changed':
    'ご覧になった後に、別の隔離が記録されました。何も記録していません。申請を開き直して確かめてください。',
  'refusal.quarantine-gone':
    'この媒体は隔離の後に引き渡されたか、廃棄されています。もう隔離も、隔離の終了もできません。',
  'refusal.quarantine-settled':
    'この検出については、動かしてよいと責任者が判断しています。隔離するなら、先に判断を改めてください。',
  'refusal.quarantine-over': 'この媒体は、もうここにありません。隔離できません。',
  'refusal.quarantine-own': '自分が隔離を記録した媒体です。隔離を終えるのは、別の責任者に依頼してください。',
  'refusal.quarantine-unchecked':
    '隔離した後の検査が足りません(検出なしの製品 {{done}}、要る製品 {{n}})。隔離より後に検査して記録するか、別の終え方を選んでください。',
  'refusal.quarantine-lost':
    'この媒体は管理台帳で紛失になっています。見つかったら管理台帳で発見を記録し、それから隔離を終えてください。',
  'refusal.quarantine-first':
    'この媒体は隔離中です。検出についての判断は、隔離を終えるときに記録してください。',
  'refusal.medium-quarantined':
    'この媒体は隔離中です。責任者が隔離を終えるまで、申請にも、消去・廃棄にも使えません。別の媒体を選んでください。',
} as const satisfies Readonly<Record<`refusal.${(typeof QUARANTINE_REFUSALS)[number]}`, string>>;
