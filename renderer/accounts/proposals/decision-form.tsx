import { useState } from 'react';
import { type Confirmed, Identifier } from '../../../shared/accounts/model.ts';
import { refuseDecision } from '../../../shared/accounts/proposal-rules.ts';
import type { Proposal } from '../../../shared/accounts/proposals.ts';
import type { Refusal } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import type { Standing } from '../people/use-standing.ts';
import { useProposalsText } from './text.ts';

type Field = 'identifier' | 'password' | 'reason';

/** The account whose identifier was typed, in any case or width. */
function accountTyped(typed: string, { directory }: Standing) {
  const parsed = Identifier.safeParse(typed);
  return parsed.success ? directory.find(({ identifier }) => identifier === parsed.data) : undefined;
}

/**
 * The second person decides on the page of the first (pattern 6): the session's holder where the rules let them, otherwise
 * whoever types their identifier and password. The session goes on as it is.
 */
export function DecisionForm({
  proposal,
  standing,
  now,
  onConfirmed,
}: {
  readonly proposal: Proposal;
  readonly standing: Standing;
  readonly now: Instant;
  /** It was confirmed, by this person; what is to be handed over is answered once. */
  readonly onConfirmed: (confirmed: Confirmed, decider: string) => void;
}) {
  const t = useProposalsText();
  const code = useCodeText('accounts');
  const words = useRefusalText();
  const { me } = useSession();
  const confirm = useCommand('accounts', 'confirm');
  const refuse = useCommand('accounts', 'refuse');
  const { directory } = standing;
  const holderRefused = refuseDecision(proposal, me.accountId, directory, now);
  const [who, setWho] = useState<'holder' | 'other'>('holder');
  const [what, setWhat] = useState<'confirm' | 'refuse'>('confirm');
  const [typed, setTyped] = useState({ identifier: '', password: '', reason: '' });
  const [tried, setTried] = useState(false);

  const byHolder = holderRefused === undefined && who === 'holder';
  const second = byHolder ? undefined : accountTyped(typed.identifier, standing);
  const error = what === 'confirm' ? confirm.error : refuse.error;
  const secondRefused: Refusal | undefined =
    second === undefined ? undefined : refuseDecision(proposal, second.id, directory, now);
  const missing: readonly Field[] = [
    ...(!byHolder && typed.identifier.trim() === '' ? (['identifier'] as const) : []),
    ...(typed.password === '' ? (['password'] as const) : []),
    ...(what === 'refuse' && typed.reason.trim() === '' ? (['reason'] as const) : []),
  ];
  const errorAt = (field: Field): string | undefined => {
    if (error?.refusal.field === field) return code(codeOf(error.refusal), error.refusal.detail);
    if (tried && missing.includes(field)) return code('required');
    return field === 'identifier' && tried && secondRefused !== undefined
      ? code(secondRefused.code, secondRefused.detail)
      : undefined;
  };
  const elsewhere =
    error === null ||
    (['identifier', 'password', 'reason'] as const).some((one) => one === error.refusal.field)
      ? undefined
      : words(error);

  const edit = (field: Field) => (text: string) => {
    confirm.reset();
    refuse.reset();
    setTyped((now_) => ({ ...now_, [field]: text }));
  };
  const submit = (): void => {
    setTried(true);
    if (missing.length > 0 || (!byHolder && secondRefused !== undefined)) return;
    const decider = {
      proposalId: proposal.id,
      identifier: byHolder ? null : typed.identifier,
      password: typed.password,
    };
    if (what === 'confirm') {
      const name = byHolder ? me.name : (second?.name ?? typed.identifier);
      // The form may be gone by the time main answers, and what is handed over is answered once: hence no `onSuccess`.
      confirm.mutateAsync(decider).then(
        (confirmed) => onConfirmed(confirmed, name),
        () => undefined,
      );
    } else {
      refuse.mutate({ ...decider, reason: typed.reason }, { onSuccess: () => notify(t('decide.refused')) });
    }
  };

  return (
    <Form label={t('decide.title')} onSubmit={submit} className="flex flex-col gap-4">
      {holderRefused === undefined ? (
        <RadioGroup
          label={t('decide.who')}
          value={who}
          onChange={setWho}
          options={[
            { id: 'holder', label: t('decide.holder', { name: me.name }) },
            { id: 'other', label: t('decide.other') },
          ]}
        />
      ) : (
        <div>
          <p className="font-bold">{t('decide.notSelf', { name: me.name })}</p>
          <p className="text-sm text-ink-soft">{code(holderRefused.code, holderRefused.detail)}</p>
        </div>
      )}
      {byHolder ? null : <p className="border-l-4 border-accent pl-3 text-sm">{t('decide.otherDo')}</p>}
      <RadioGroup
        label={t('decide.what')}
        value={what}
        onChange={setWhat}
        options={[
          { id: 'confirm', label: t('decide.confirm') },
          { id: 'refuse', label: t('decide.refuse') },
        ]}
      />
      {what === 'refuse' ? (
        <TextArea
          name="decide-reason"
          label={t('decide.reason')}
          required
          rows={2}
          maxLength={500}
          value={typed.reason}
          onChange={edit('reason')}
          error={errorAt('reason')}
        />
      ) : null}
      <div className="grid gap-4 min-[48rem]:grid-cols-2">
        {byHolder ? null : (
          <TextField
            name="decide-identifier"
            label={t('decide.identifier')}
            required
            maxLength={64}
            value={typed.identifier}
            onChange={edit('identifier')}
            error={errorAt('identifier')}
          />
        )}
        <TextField
          name="decide-password"
          type="password"
          label={t(byHolder ? 'decide.ownPassword' : 'decide.password')}
          required
          maxLength={256}
          description={t('decide.signed')}
          value={typed.password}
          onChange={edit('password')}
          error={errorAt('password')}
        />
      </div>
      {elsewhere === undefined ? null : (
        <div role="alert">
          <ErrorText>{elsewhere}</ErrorText>
        </div>
      )}
      <div className="flex justify-end">
        <Button
          type="submit"
          variant={what === 'confirm' ? 'solid' : 'danger'}
          pending={confirm.isPending || refuse.isPending}
        >
          {t(what === 'confirm' ? 'decide.confirmSubmit' : 'decide.refuseSubmit')}
        </Button>
      </div>
    </Form>
  );
}
