import { useState } from 'react';
import type { DecisionKind, Request } from '../../../shared/media/requests/model.ts';
import { approversOf, requestActionsFor } from '../../../shared/media/requests/rules.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useRequestsText } from '../requests/text.ts';
import { useDecisionText } from './text.ts';

/** In the order in which they are offered: to say yes, to ask for more, to say no. */
const OFFERED: readonly DecisionKind[] = ['approve', 'acknowledge', 'return', 'refuse'];

const FIELDS = ['conditions', 'reason', 'password'] as const;
type Field = (typeof FIELDS)[number];

/** The decisions that this person may make on a request as it stands; main refuses the others by the same rules. */
export function useDecisions(request: Request): readonly DecisionKind[] {
  const { me, may, canWrite } = useSession();
  if (!canWrite || !may('media.decide')) return [];
  const can = requestActionsFor(request, { id: me.accountId, roles: me.roles });
  return OFFERED.filter((decision) => can[decision]);
}

/** Why an officer cannot decide here although the request waits; nothing for anybody else. */
export function Barred({ request }: { readonly request: Request }) {
  const t = useDecisionText();
  const { me, may } = useSession();
  const waits = ['submitted', 'endorsed', 'emergency', 'notified'].includes(request.state);
  if (!waits || !may('media.decide')) return null;
  const words =
    request.requesterId === me.accountId
      ? t('own')
      : approversOf(request).includes(me.accountId)
        ? t('endorsed')
        : undefined;
  return words === undefined ? null : <p className="px-4 pb-2 text-sm">{words}</p>;
}

function Signed({ request, decision }: { readonly request: Request; readonly decision: string }) {
  const t = useDecisionText();
  return (
    <section aria-label={t('signed.title')} className="rounded-8 border border-line-strong bg-sunken p-3">
      <h3 className="mb-1 text-sm font-bold">{t('signed.title')}</h3>
      <FactList
        facts={[
          {
            label: t('signed.decision'),
            value: `${t('signed.request', { no: request.no, n: request.revision })}: ${decision}`,
            wide: true,
          },
          {
            label: t('signed.digest'),
            value: <code className="font-mono text-xs break-all">{request.digest}</code>,
            wide: true,
          },
        ]}
      />
      <p className="mt-1 text-sm text-ink-soft">{t('signed.about')}</p>
    </section>
  );
}

/**
 * An officer decides on what is shown, signed with their own key (pattern 3). The request changing underneath is said and asks to be
 * read anew: what is signed is the digest of what stood on the page.
 */
export function DecisionForm({ request }: { readonly request: Request }) {
  const t = useDecisionText();
  const offered = useDecisions(request);
  return offered.length === 0 ? null : (
    // What was typed is for this decision alone.
    <Deciding
      key={`${request.digest} ${request.decisions.length}`}
      request={request}
      offered={offered}
      label={t('title')}
    />
  );
}

function Deciding({
  request,
  offered,
  label,
}: {
  readonly request: Request;
  readonly offered: readonly DecisionKind[];
  readonly label: string;
}) {
  const t = useDecisionText();
  const words = useRequestsText();
  const code = useCodeText('media');
  const refusalText = useRefusalText();
  const { me } = useSession();
  const decide = useCommand('media', 'decide');
  const [chosen, setChosen] = useState<DecisionKind | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({
    conditions: '',
    reason: '',
    password: '',
  });
  const [tried, setTried] = useState(false);

  const what = chosen !== null && offered.includes(chosen) ? chosen : null;
  const endorses =
    what === 'approve' && approversOf(request).length + 1 < request.rule.officers ? 'endorse' : undefined;
  const explained = what === 'return' || what === 'refuse';
  const missing: readonly Field[] = [
    ...(explained && typed.reason.trim() === '' ? (['reason'] as const) : []),
    ...(typed.password === '' ? (['password'] as const) : []),
  ];
  const refusal = decide.error?.refusal;
  const errorAt = (field: Field): string | undefined => {
    if (refusal?.field === field) return code(codeOf(refusal), refusal.detail);
    return tried && missing.includes(field) ? code('required') : undefined;
  };
  const placed = FIELDS.some((field) => field === refusal?.field);
  const edit = (field: Field) => (text: string) => {
    decide.reset();
    setTyped((now) => ({ ...now, [field]: text }));
  };
  const submit = (): void => {
    setTried(true);
    if (what === null || missing.length > 0) return;
    decide.mutate(
      {
        requestId: request.id,
        digest: request.digest,
        decision: what,
        conditions: what === 'approve' ? typed.conditions : '',
        reason: explained ? typed.reason : '',
        password: typed.password,
      },
      { onSuccess: () => notify(t(`done.${endorses ?? what}`, { no: request.no })) },
    );
  };

  return (
    <Form label={label} onSubmit={submit} className="flex flex-col gap-3">
      <RadioGroup
        label={t('what')}
        name="decision"
        required
        orientation="vertical"
        value={what}
        onChange={setChosen}
        options={offered.map((id) => ({
          id,
          label: t(
            `what.${id === 'approve' && approversOf(request).length + 1 < request.rule.officers ? 'endorse' : id}`,
          ),
        }))}
        error={tried && what === null ? code('required') : undefined}
      />
      {what === 'approve' ? (
        <TextArea
          label={t('conditions')}
          name="conditions"
          required={false}
          rows={2}
          maxLength={500}
          description={t('conditionsHint')}
          value={typed.conditions}
          onChange={edit('conditions')}
          error={errorAt('conditions')}
        />
      ) : null}
      {explained ? (
        <TextArea
          label={t(what === 'return' ? 'reasonReturn' : 'reason')}
          name="reason"
          required
          rows={2}
          maxLength={500}
          value={typed.reason}
          onChange={edit('reason')}
          error={errorAt('reason')}
          {...(what === 'refuse' && request.state === 'emergency'
            ? { description: t('emergencyRefuse') }
            : {})}
        />
      ) : null}
      {what === null ? null : (
        <>
          <Signed
            request={request}
            decision={[
              endorses === undefined ? words(`decision.${what}`) : t('what.endorse'),
              what === 'approve' && typed.conditions.trim() !== ''
                ? words('decision.conditions', { text: typed.conditions })
                : '',
              explained && typed.reason.trim() !== '' ? words('decision.reason', { text: typed.reason }) : '',
            ]
              .filter((part) => part !== '')
              .join(' / ')}
          />
          <TextField
            type="password"
            name="password"
            label={t('password')}
            required
            maxLength={256}
            description={t('passwordHint', { name: me.name })}
            value={typed.password}
            onChange={edit('password')}
            error={errorAt('password')}
            className="max-w-md"
          />
        </>
      )}
      {decide.error === null || placed ? null : (
        <div role="alert">
          <ErrorText>
            {refusal?.code === 'request-changed' ? t('changed') : (refusalText(decide.error) ?? '')}
          </ErrorText>
        </div>
      )}
      <div>
        <Button
          type="submit"
          variant={what === 'refuse' ? 'danger' : 'solid'}
          pending={decide.isPending}
          isDisabled={what === null}
        >
          {t(`submit.${what ?? offered[0] ?? 'approve'}`)}
        </Button>
      </div>
    </Form>
  );
}
