import type { Refusal } from '../kernel/result.ts';
import { paragraph } from '../kernel/text.ts';
import { DAY, type Instant } from '../kernel/time.ts';
import { Id } from '../kernel/ids.ts';
import { z } from '../kernel/zod.ts';
import type { AccountRow } from './model.ts';
import type { Policy } from './policy.ts';

/** How often the accounts are to be checked 点検 (guideline 3.5 (3)). */
export const CHECK_EVERY = 182 * DAY;

/** A password that was handed over and not replaced within this time stands out. */
const HANDED_FOR = 14 * DAY;
const SUSPENDED_FOR = 90 * DAY;

export const CHECK_FLAGS = [
  'unused',
  'never-used',
  'password-handed',
  'password-old',
  'conflicting-roles',
  'many-roles',
  'suspended-long',
] as const;
export const CheckFlag = z.enum(CHECK_FLAGS);
export type CheckFlag = z.infer<typeof CheckFlag>;

/** What is found of an account: kept as it is, or to be changed or closed by a proposal that follows. */
export const JUDGEMENTS = ['keep', 'change', 'close'] as const;

export const CheckItem = z.strictObject({
  accountId: Id,
  judgement: z.enum(JUDGEMENTS),
  note: paragraph(300),
});
export type CheckItem = z.output<typeof CheckItem>;

type Checked = Pick<
  AccountRow,
  'roles' | 'state' | 'createdAt' | 'lastSignIn' | 'passwordAt' | 'mustChangePassword'
> & { readonly stateSince: Instant };

/** What stands out about an account, by the rules that two administrators have settled. */
export function checkFlags(account: Checked, policy: Policy, now: Instant): readonly CheckFlag[] {
  const flags: CheckFlag[] = [];
  const unusedSince = account.lastSignIn ?? account.createdAt;
  if (account.state === 'active') {
    if (now - unusedSince > policy.unusedDays * DAY) {
      flags.push(account.lastSignIn === null ? 'never-used' : 'unused');
    }
    if (account.mustChangePassword && now - account.passwordAt > HANDED_FOR) flags.push('password-handed');
    if (policy.passwordMaxDays > 0 && now - account.passwordAt > policy.passwordMaxDays * DAY) {
      flags.push('password-old');
    }
  }
  if (account.state === 'suspended' && now - account.stateSince > SUSPENDED_FOR) flags.push('suspended-long');
  // An auditor who also decides would audit their own decisions.
  if (account.roles.includes('auditor') && account.roles.length > 1) flags.push('conflicting-roles');
  if (account.roles.length > 2) flags.push('many-roles');
  return flags;
}

/** A check is whole when every account that is not closed has been judged, once each. */
export function refuseCheck(items: readonly CheckItem[], toJudge: readonly string[]): Refusal | undefined {
  const judged = items.map(({ accountId }) => accountId);
  const missing = toJudge.filter((id) => !judged.includes(id)).length;
  if (missing > 0) return { code: 'check-incomplete', field: 'items', detail: { missing } };
  const strange = judged.some((id, index) => !toJudge.includes(id) || judged.indexOf(id) !== index);
  return strange ? { code: 'check-changed', field: 'items' } : undefined;
}
