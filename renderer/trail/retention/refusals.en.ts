import type { RetentionRefusal } from '../../../shared/trail/retention/refusals.ts';

/** What happened, what was kept, what to do: for every code with which retention refuses. */
export const retentionRefusalsEn = {
  'refusal.retention-unchanged':
    'That is the period as it stands. Nothing has changed. Enter another number of years to change it.',
  'refusal.retention-not-set':
    'No retention period is set for this kind. Nothing was erased. Set the period first.',
  'refusal.erasure-too-early':
    'The retention period has not ended. Nothing was erased. It may be erased from 1 April {{year}} on.',
  'refusal.erasure-nothing': 'There is nothing to erase in this fiscal year. Nothing has changed.',
  'refusal.erasure-open':
    'The {{count}} records left in this fiscal year are still open (visits: inside, exit unknown, badge not returned; media: undecided, carried, in dispute, in use). Nothing was erased. Close them first.',
} satisfies Readonly<Record<`refusal.${RetentionRefusal}`, string>>;
