import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { refuseContent, refuseProposal } from '../../../shared/accounts/proposal-rules.ts';
import { type ContentOf, ProposalContent, type ProposalKind } from '../../../shared/accounts/proposals.ts';
import type { Refusal } from '../../../shared/kernel/result.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText, useText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { type FieldProblem, Form, FormErrorSummary } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { usePeopleText } from '../people/text.ts';
import type { Standing } from '../people/use-standing.ts';

/** What is to be proposed, as typed; the reason is asked for by the form itself. */
export type Draft = { [K in ProposalKind]: Omit<ContentOf<K>, 'reason'> }[ProposalKind];

/** What a field of the form needs to know of itself. */
export interface FormField {
  readonly name: string;
  readonly error: string | undefined;
  readonly onBlur: () => void;
}

/**
 * Proposes what takes two people: the fields of the kind, the reason, one's own password. The rules by which main refuses are asked
 * here first; once proposed, it leads to the proposal, where the second person can confirm.
 */
export function ProposalForm({
  label,
  draft,
  problems = {},
  standing,
  onCancel,
  danger = false,
  children,
}: {
  readonly label: string;
  readonly draft: Draft;
  /** Codes of what is wrong beyond the schema, by field. */
  readonly problems?: Readonly<Record<string, string | undefined>>;
  readonly standing: Standing;
  readonly onCancel: () => void;
  readonly danger?: boolean;
  /** The fields of the kind; `field` is called for each of them here, not within a component that is drawn later. */
  readonly children?: (field: (name: string, label: string) => FormField) => ReactNode;
}) {
  const t = usePeopleText();
  const app = useText();
  const code = useCodeText('accounts');
  const words = useRefusalText();
  const navigate = useNavigate();
  const { me } = useSession();
  const propose = useCommand('accounts', 'propose');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);

  const parsed = ProposalContent.safeParse({ ...draft, reason });
  const found = new Map<string, string>();
  for (const issue of parsed.success ? [] : parsed.error.issues)
    found.set(String(issue.path[0] ?? ''), issue.message);
  for (const [field, problem] of Object.entries(problems))
    if (problem !== undefined) found.set(field, problem);
  if (password === '') found.set('password', 'required');

  const refusal: Refusal | undefined =
    propose.error?.refusal ??
    (tried && parsed.success
      ? (refuseContent(parsed.data, standing.directory) ??
        refuseProposal(parsed.data, me.accountId, standing.directory, standing.open))
      : undefined);

  const labels = new Map<string, string>();
  const field = (name: string, called: string): FormField => {
    labels.set(name, called);
    const wrong = tried || left.has(name) ? code(found.get(name)) : undefined;
    const refused = refusal?.field === name ? code(codeOf(refusal), refusal.detail) : undefined;
    return {
      name,
      error: refused ?? wrong,
      onBlur: () => setLeft((now) => new Set([...now, name])),
    };
  };
  const fields = children?.(field);
  const reasonField = field('reason', t('form.reason'));
  const passwordField = field('password', t('form.password'));
  const summary: readonly FieldProblem[] = tried
    ? [...labels].flatMap(([name, called]) => {
        const message = code(found.get(name));
        return message === undefined ? [] : [{ label: called, message, name }];
      })
    : [];
  const elsewhere =
    refusal === undefined || labels.has(refusal.field ?? '')
      ? propose.error !== null && refusal === undefined
        ? words(propose.error)
        : undefined
      : code(codeOf(refusal), refusal.detail);

  const submit = (): void => {
    setTried(true);
    if (!parsed.success || found.size > 0) return;
    const against =
      refuseContent(parsed.data, standing.directory) ??
      refuseProposal(parsed.data, me.accountId, standing.directory, standing.open);
    if (against !== undefined) return;
    propose.mutate(
      { content: parsed.data, password },
      {
        onSuccess: ({ id }) => {
          notify(t('form.proposed'));
          void navigate(`/accounts/proposals/${id}`);
        },
      },
    );
  };
  const edited = (set: (text: string) => void) => (text: string) => {
    propose.reset();
    set(text);
  };

  return (
    <Form label={label} onSubmit={submit} className="flex flex-col gap-4">
      {fields}
      <TextArea
        {...reasonField}
        label={t('form.reason')}
        required
        autoFocus={children === undefined}
        maxLength={500}
        rows={2}
        description={t('form.reasonHint')}
        value={reason}
        onChange={edited(setReason)}
      />
      <TextField
        {...passwordField}
        type="password"
        label={t('form.password')}
        required
        maxLength={256}
        description={t('form.passwordHint', { name: me.name })}
        value={password}
        onChange={edited(setPassword)}
      />
      <p className="border-l-4 border-accent pl-3 text-sm">{t('form.twoPeople')}</p>
      <FormErrorSummary errors={summary} />
      {elsewhere === undefined ? null : (
        <div role="alert">
          <ErrorText>{elsewhere}</ErrorText>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onCancel}>{app('action.cancel')}</Button>
        <Button type="submit" variant={danger ? 'danger' : 'solid'} pending={propose.isPending}>
          {t('form.submit')}
        </Button>
      </div>
    </Form>
  );
}
