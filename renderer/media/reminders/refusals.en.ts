import type { REMINDER_REFUSALS } from '../../../shared/media/reminders/refusals.ts';

export const reminderRefusalsEn = {
  'refusal.remind-not-carried':
    'Request no. {{no}} ({{medium}}) has not been carried. Reminders are recorded for what is inside or outside.',
  'refusal.remind-not-due':
    'Request no. {{no}} ({{medium}}) is not due yet. Reminders can be recorded from {{days}} days before (see the rules for media).',
  'refusal.remind-next-past':
    'The day to look again has passed. Give today or a later day, or leave it empty.',
  'refusal.put-off-not-carried':
    'Request no. {{no}} ({{medium}}) has not been carried. To change its period, whoever asked has to hand it in again.',
  'refusal.put-off-undecided':
    'Nobody has decided on request no. {{no}} ({{medium}}) yet. Permit or refuse it first.',
  'refusal.put-off-barred':
    'Request no. {{no}} ({{medium}}) has no permission: it was refused or withdrawn. Its due time cannot be put off. Have the medium brought back, or taken out, at once.',
  'refusal.put-off-own':
    'Request no. {{no}} ({{medium}}) is your own. Ask another officer to put off its due time.',
  'refusal.put-off-changed':
    'The due time of request no. {{no}} ({{medium}}) changed after it was shown. Nothing was recorded. Open the request again and look.',
  'refusal.put-off-past': 'The new due time has passed. Give one that is still to come.',
  'refusal.put-off-earlier': 'The new due time is not later than the present one. Give a later one.',
} as const satisfies Readonly<Record<`refusal.${(typeof REMINDER_REFUSALS)[number]}`, string>>;
