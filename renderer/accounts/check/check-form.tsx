import { useState } from 'react';
import { type CheckItem, refuseCheck } from '../../../shared/accounts/check.ts';
import type { AccountsToCheck } from '../../../shared/accounts/model.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { CheckTable } from './check-table.tsx';
import { useCheckText } from './text.ts';

export type Judgement = CheckItem['judgement'];

/** What has been judged of an account so far; nothing chosen is null. */
export interface Verdict {
  readonly judgement: Judgement | null;
  readonly note: string;
}

/** An account as it was judged. */
export interface Judged {
  readonly id: string;
  readonly name: string;
  readonly judgement: Judgement;
}

type CheckRow = AccountsToCheck['rows'][number];

/** Kept as it is where nothing stands out; where something does, somebody has to decide. */
function firstVerdict(row: CheckRow): Verdict {
  return { judgement: row.flags.length === 0 ? 'keep' : null, note: '' };
}

/** The check itself: a judgement for each account, remarks, and the signature of whoever makes it. Others read it. */
export function CheckForm({
  check,
  onSigned,
}: {
  readonly check: AccountsToCheck;
  readonly onSigned: (judged: readonly Judged[]) => void;
}) {
  const t = useCheckText();
  const code = useCodeText('accounts');
  const words = useRefusalText();
  const { me, may, canWrite } = useSession();
  const sign = useCommand('accounts', 'check');
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, Verdict>>>({});
  const [remarks, setRemarks] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const maySign = may('accounts.check') && canWrite;

  const verdictOf = (row: CheckRow): Verdict => verdicts[row.id] ?? firstVerdict(row);
  const judged = check.rows.flatMap((row): readonly (Judged & { readonly note: string })[] => {
    const { judgement, note } = verdictOf(row);
    return judgement === null ? [] : [{ id: row.id, name: row.name, judgement, note }];
  });
  const items: CheckItem[] = judged.map(({ id, judgement, note }) => ({ accountId: id, judgement, note }));
  const remaining = check.rows.length - judged.length;
  const incomplete = refuseCheck(
    items,
    check.rows.map(({ id }) => id),
  );
  const refusal = sign.error?.refusal;

  const submit = (): void => {
    setTried(true);
    if (incomplete !== undefined || password === '') return;
    sign.mutate(
      { items, remarks, password },
      {
        onSuccess: () => {
          notify(t('done'));
          onSigned(judged);
        },
      },
    );
  };
  const passwordError =
    refusal?.field === 'password'
      ? code(codeOf(refusal), refusal.detail)
      : tried && password === ''
        ? code('required')
        : undefined;

  return (
    <Form label={t('title')} onSubmit={submit} className="flex flex-col gap-4">
      <CheckTable
        rows={check.rows}
        verdictOf={verdictOf}
        readOnly={!maySign}
        tried={tried}
        onChange={(row, part) => setVerdicts((now) => ({ ...now, [row.id]: { ...verdictOf(row), ...part } }))}
      />
      {maySign ? (
        <Card className="flex max-w-3xl flex-col gap-4">
          <p aria-live="polite" className="font-bold tabular-nums">
            {t('remaining', { n: remaining })}
          </p>
          <TextArea
            label={t('remarks')}
            required={false}
            description={t('remarksHint')}
            rows={2}
            maxLength={2000}
            value={remarks}
            onChange={setRemarks}
          />
          <TextField
            type="password"
            label={t('password')}
            required
            description={t('passwordHint', { name: me.name })}
            maxLength={256}
            value={password}
            onChange={(text) => {
              sign.reset();
              setPassword(text);
            }}
            error={passwordError}
          />
          {tried && incomplete !== undefined ? (
            <div role="alert">
              <ErrorText>{code(incomplete.code, incomplete.detail) ?? ''}</ErrorText>
            </div>
          ) : null}
          {sign.error === null || refusal?.field === 'password' ? null : (
            <div role="alert">
              <ErrorText>{words(sign.error) ?? ''}</ErrorText>
            </div>
          )}
          <div>
            <Button type="submit" variant="solid" pending={sign.isPending}>
              {t('submit')}
            </Button>
          </div>
        </Card>
      ) : (
        <p className="text-sm text-ink-soft">{t('readOnly')}</p>
      )}
    </Form>
  );
}
