import type { MediaRefusal } from '../../shared/media/refusals.ts';
import { inspectionRefusalsJa } from './inspection/refusals.ja.ts';
import { listRefusalsJa } from './lists/refusals.ja.ts';
import { quarantineRefusalsJa } from './quarantine/refusals.ja.ts';
import { registerRefusalsJa } from './register/refusals.ja.ts';
import { reminderRefusalsJa } from './reminders/refusals.ja.ts';
import { requestRefusalsJa } from './requests/refusals.ja.ts';
import { templateRefusalsJa } from './templates/refusals.ja.ts';

/** What happened, what was kept, what to do: for every code with which the media ledger refuses. */
export const refusalsJa = {
  'refusal.policy-range': '決められる範囲を超えています。範囲内の整数で入力してください。',
  'refusal.policy-unchanged': '今の決まりと同じです。何も変わっていません。',
  ...inspectionRefusalsJa,
  ...listRefusalsJa,
  ...quarantineRefusalsJa,
  ...reminderRefusalsJa,
  ...registerRefusalsJa,
  ...templateRefusalsJa,
  ...requestRefusalsJa,
} as const satisfies Readonly<Record<`refusal.${MediaRefusal}`, string>>;
