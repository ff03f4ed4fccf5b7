import type { Refusal } from '../../../shared/kernel/result.ts';

/** The steps of the first run, in order. Each founding person has one of their own, so that nobody sees another's password. */
export const STEPS = [
  'intro',
  'site',
  'administrator1',
  'administrator2',
  'officer',
  'others',
  'review',
] as const;
export type Step = (typeof STEPS)[number];
export const FOUNDERS = ['administrator1', 'administrator2', 'officer'] as const;
export type Founder = (typeof FOUNDERS)[number];

/** Where a refusal of main belongs: the step, the person's place among all, and the field. */
export interface Belongs {
  readonly step: Step;
  readonly person: number | undefined;
  readonly field: string;
}

/** Finds the step that a refusal of `accounts.found` speaks of, by the path of its field (`site.code`, `accounts.3.password`). */
export function whereRefused({ field = '' }: Refusal): Belongs {
  const [head, second, third] = field.split('.');
  if (head === 'site') return { step: 'site', person: undefined, field: second ?? '' };
  const person = second === undefined ? Number.NaN : Number(second);
  if (head !== 'accounts' || !Number.isInteger(person))
    return { step: 'review', person: undefined, field: '' };
  return { step: FOUNDERS[person] ?? 'others', person, field: third ?? '' };
}
