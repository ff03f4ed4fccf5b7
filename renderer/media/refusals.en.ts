import type { MediaRefusal } from '../../shared/media/refusals.ts';
import { inspectionRefusalsEn } from './inspection/refusals.en.ts';
import { listRefusalsEn } from './lists/refusals.en.ts';
import { quarantineRefusalsEn } from './quarantine/refusals.en.ts';
import { registerRefusalsEn } from './register/refusals.en.ts';
import { reminderRefusalsEn } from './reminders/refusals.en.ts';
import { requestRefusalsEn } from './requests/refusals.en.ts';
import { templateRefusalsEn } from './templates/refusals.en.ts';

export const refusalsEn = {
  'refusal.policy-range': 'This is out of range. Enter a whole number within it.',
  'refusal.policy-unchanged': 'These are the rules as they stand. Nothing has changed.',
  ...inspectionRefusalsEn,
  ...listRefusalsEn,
  ...quarantineRefusalsEn,
  ...reminderRefusalsEn,
  ...registerRefusalsEn,
  ...templateRefusalsEn,
  ...requestRefusalsEn,
} as const satisfies Readonly<Record<`refusal.${MediaRefusal}`, string>>;
