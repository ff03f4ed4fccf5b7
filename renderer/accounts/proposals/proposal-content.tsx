import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AccountRow } from '../../../shared/accounts/model.ts';
import type { Proposal, ProposalContent } from '../../../shared/accounts/proposals.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { useQueryOf } from '../../api/queries.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { usePeopleText } from '../people/text.ts';
import { useHoursWords, useRoleWords } from '../people/words.ts';
import { usePolicyText } from '../policy/text.ts';
import { POLICY_FIELDS, usePolicyValue } from '../policy/words.ts';
import { type Change, Changes } from './changes.tsx';
import { useKindWords, useTargetWords } from '../../trail/retention/words.ts';
import { useProposalsText } from './text.ts';

/** Somebody a proposal is about, one step from their page. */
function Person({ id, rows }: { readonly id: string; readonly rows: readonly AccountRow[] }) {
  const t = useProposalsText();
  const people = usePeopleText();
  const roles = useRoleWords();
  const row = rows.find((one) => one.id === id);
  if (row === undefined) return <span>{t('about.unknown')}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <Link to={`/accounts/people/${id}`} className="focus-ring font-bold text-accent underline">
        {row.name}
      </Link>
      <span>{row.identifier}</span>
      <span className="text-sm text-ink-soft">
        {roles(row.roles)}
        {row.state === 'active' ? '' : `　${people(`state.${row.state}`)}`}
      </span>
    </span>
  );
}

/** What is proposed, in words; while it is open, beside what is now. */
export function ProposalContentView({
  proposal: { content, state },
  rows,
}: {
  readonly proposal: Proposal;
  readonly rows: readonly AccountRow[];
}): ReactNode {
  const t = useProposalsText();
  const hours = useHoursWords();
  const roles = useRoleWords();
  const open = state === 'open';
  const now = (id: string): AccountRow | undefined => (open ? rows.find((row) => row.id === id) : undefined);
  const about = (id: string, changes: readonly Change[] = []): ReactNode => (
    <div className="flex flex-col gap-3">
      <FactList columns={1} facts={[{ label: t('what.who'), value: <Person id={id} rows={rows} /> }]} />
      {changes.length === 0 ? null : <Changes changes={changes} />}
    </div>
  );

  switch (content.kind) {
    case 'account-create':
      return (
        <FactList
          facts={[
            { label: t('what.name'), value: <strong>{content.name}</strong> },
            { label: t('what.reading'), value: content.reading },
            { label: t('what.identifier'), value: <strong>{content.identifier}</strong> },
            { label: t('what.roles'), value: roles(content.roles) },
            { label: t('what.hours'), value: hours(content.hours) },
          ]}
        />
      );
    case 'account-rename': {
      const before = now(content.accountId);
      return about(content.accountId, [
        { label: t('what.name'), before: before?.name, after: content.name },
        { label: t('what.reading'), before: before?.reading, after: content.reading },
      ]);
    }
    case 'account-roles': {
      const before = now(content.accountId);
      return about(content.accountId, [
        {
          label: t('what.roles'),
          before: before === undefined ? undefined : roles(before.roles),
          after: roles(content.roles),
        },
      ]);
    }
    case 'account-hours': {
      const before = now(content.accountId);
      return about(content.accountId, [
        {
          label: t('what.hours'),
          before: before === undefined ? undefined : hours(before.hours),
          after: hours(content.hours),
        },
      ]);
    }
    case 'account-suspend':
    case 'account-restore':
    case 'account-reset':
    case 'account-key':
      return about(content.accountId);
    case 'account-close':
      return (
        <ul className="flex flex-col divide-y divide-line">
          {content.accountIds.map((id) => (
            <li key={id} className="py-1">
              <Person id={id} rows={rows} />
            </li>
          ))}
        </ul>
      );
    case 'policy':
      return <PolicyChanges content={content} open={open} />;
    case 'recovery-issue':
      return (
        <FactList
          facts={[
            { label: t('what.pair'), value: String(content.pair) },
            { label: t('what.custodians'), value: content.custodians.join('・') },
          ]}
        />
      );
    case 'recovery-revoke':
      return <FactList facts={[{ label: t('what.pair'), value: String(content.pair) }]} />;
    case 'retention-set':
      return <RetentionChange content={content} />;
    case 'erasure':
      return <Erased content={content} />;
    default:
      return assertNever(content);
  }
}

function RetentionChange({
  content: { retained, years },
}: {
  readonly content: Extract<ProposalContent, { readonly kind: 'retention-set' }>;
}) {
  const t = useProposalsText();
  const kind = useKindWords();
  return (
    <FactList
      facts={[
        { label: t('what.retained'), value: kind(retained.kind) },
        {
          label: t('what.years'),
          value: years === null ? t('what.yearsNever') : t('what.yearsValue', { n: years }),
        },
      ]}
    />
  );
}

function Erased({
  content: { target },
}: {
  readonly content: Extract<ProposalContent, { readonly kind: 'erasure' }>;
}) {
  const t = useProposalsText();
  const words = useTargetWords();
  return <FactList facts={[{ label: t('what.erased'), value: t('about.erasure', words(target)) }]} />;
}

function PolicyChanges({
  content,
  open,
}: {
  readonly content: Extract<ProposalContent, { readonly kind: 'policy' }>;
  readonly open: boolean;
}) {
  const policyText = usePolicyText();
  const value = usePolicyValue();
  const policy = useQueryOf('accounts', 'policy', {}, { enabled: open });
  return (
    <Changes
      changes={POLICY_FIELDS.map((field) => ({
        label: policyText(field),
        before: open && policy.data !== undefined ? value(policy.data, field) : undefined,
        after: value(content.policy, field),
      }))}
    />
  );
}
