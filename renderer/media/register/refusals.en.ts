import type { registerRefusalsJa } from './refusals.ja.ts';

export const registerRefusalsEn = {
  'refusal.medium-missing':
    'There is no such medium in the register. Nothing has changed. Choose it again from the list.',
  'refusal.medium-number-taken':
    'Number {{number}} belongs to “{{name}}” (the number of a destroyed medium is not given again either). Choose another number.',
  'refusal.medium-unchanged': 'Nothing differs from the register. Change what is wrong.',
  'refusal.medium-out':
    '{{number}} is carried out. Nothing has changed. Record its return first, then try again.',
  'refusal.medium-not-out': '{{number}} is not carried out. Nothing has changed.',
  'refusal.medium-lost':
    '{{number}} is lost. Nothing has changed. If it has turned up, record that it was found first.',
  'refusal.medium-not-lost': '{{number}} is not lost. Nothing has changed.',
  'refusal.medium-destroyed': '{{number}} is destroyed. What the register says of it stays as it is.',
  'refusal.method-destroys':
    'This method leaves no medium that could be used. Choose another, or record that it was destroyed.',
  'refusal.witness-same': 'Whoever did it ({{name}}) cannot be the witness. Have somebody else witness it.',
  'refusal.stocktake-twice':
    '{{number}} is listed twice. The stocktake was not recorded. Remove one of the two.',
} as const satisfies Readonly<Record<keyof typeof registerRefusalsJa, string>>;
