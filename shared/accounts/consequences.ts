import { assertNever } from '../kernel/assert-never.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { NewSuimonEvent } from '../events.ts';
import type { ProposalContent } from './proposals.ts';

type Type = NewSuimonEvent['type'];
type Told = Pick<NewSuimonEvent, 'type' | 'subject'> & { readonly data: object };

/** The event that has to follow: its type, what its data has to say, and whom it is about where that is given. */
interface Expected {
  readonly type: Type;
  readonly about?: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

function expected(content: ProposalContent): Expected {
  const ordered = (type: Type, ids: readonly string[]): Expected => ({
    type,
    about: ids.map((id) => `account:${id}`),
    data: { reason: content.reason },
  });
  switch (content.kind) {
    case 'account-create': {
      const { identifier, name, reading, roles, hours } = content;
      return { type: 'account.registered', data: { identifier, name, reading, roles, hours } };
    }
    case 'account-rename': {
      const { accountId, name, reading } = content;
      return { type: 'account.renamed', about: [`account:${accountId}`], data: { name, reading } };
    }
    case 'account-roles':
      return {
        type: 'account.rolesChanged',
        about: [`account:${content.accountId}`],
        data: { roles: content.roles },
      };
    case 'account-hours':
      return {
        type: 'account.hoursChanged',
        about: [`account:${content.accountId}`],
        data: { hours: content.hours },
      };
    case 'account-suspend':
      return ordered('account.suspended', [content.accountId]);
    case 'account-restore':
      return ordered('account.restored', [content.accountId]);
    case 'account-reset':
      return ordered('account.passwordReset', [content.accountId]);
    case 'account-key':
      return ordered('account.keyOrdered', [content.accountId]);
    case 'account-close':
      return ordered('account.closed', content.accountIds);
    case 'policy':
      return { type: 'policy.set', data: { policy: content.policy } };
    case 'recovery-issue':
      return { type: 'recovery.issued', data: { pair: content.pair, custodians: content.custodians } };
    case 'recovery-revoke':
      return { type: 'recovery.revoked', data: { pair: content.pair } };
    case 'retention-set':
      return { type: 'retention.set', data: { ...content.retained, years: content.years } };
    case 'erasure':
      return { type: 'payloads.erased', data: content.target };
    default:
      return assertNever(content);
  }
}

/**
 * Whether an event is what two people decided on: two signatures under something else decide nothing here. What the event
 * says beside (a generation, the entries erased) is its own.
 */
export function follows(content: ProposalContent, { type, subject, data }: Told): boolean {
  const wanted = expected(content);
  if (wanted.type !== type || (wanted.about !== undefined && !wanted.about.includes(subject))) return false;
  const said = data as Readonly<Record<string, unknown>>;
  return Object.entries(wanted.data).every(
    ([name, value]) => canonicalJson(value) === canonicalJson(said[name] ?? null),
  );
}
