import { Siren } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useQueryOf } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { ErrorText } from '../../../ui/field.tsx';
import { useFieldKeys } from '../../../ui/use-field-keys.ts';
import { focusFirst } from '../../../ui/field-order.ts';
import { Form, FormErrorSummary } from '../../../ui/form.tsx';
import { FromTemplate } from '../../templates/from-template-notice.tsx';
import { Aside } from './aside.tsx';
import { ConnectionPart } from './connection-part.tsx';
import { type Draft, isBlank, titleOf } from './draft.ts';
import { InformationPart } from './information-part.tsx';
import { MediumPart } from './medium-part.tsx';
import { useFormText } from './text.ts';
import { useFieldName } from './use-field-name.ts';
import { useRequestForm } from './use-request-form.ts';
import { EmergencyPart, OtherPart, PurposePart, WhoPart } from './work-parts.tsx';

function EmergencyNotice({ visitId }: { readonly visitId: string | null }) {
  const t = useFormText();
  const visit = useQueryOf('entries', 'visit', { id: visitId ?? '' }, { enabled: visitId !== null });
  return (
    <div className="m-4 mb-0 flex items-start gap-3 rounded-8 border-2 border-danger bg-danger-soft p-3 text-sm">
      <Siren aria-hidden size={20} className="mt-0.5 shrink-0 text-danger" />
      <div>
        <p className="font-bold text-danger">{t('emergency.about')}</p>
        {visit.data === undefined ? null : <p>{t('emergency.visit', { name: visit.data.visit.name })}</p>}
      </div>
    </div>
  );
}

/** The form in the order of the paper form at the left; the rule that will apply and the drafts at the right. */
export function RequestFormView({
  id,
  initial,
  kept,
}: {
  readonly id: string;
  readonly initial: Draft;
  readonly kept: string | null;
}) {
  const t = useFormText();
  const navigate = useNavigate();
  const nameOf = useFieldName();
  const frame = useRef<HTMLDivElement>(null);
  const [dropping, setDropping] = useState(false);
  const form = useRequestForm({
    id,
    initial,
    kept,
    onDone: (requestId) => void navigate(`/media/requests/${requestId}?tab=all`, { replace: true }),
  });
  const { draft, wanted, clearWanted } = form;

  useEffect(() => {
    if (frame.current !== null) focusFirst(frame.current, new Set(['reason', 'details.kind']));
  }, []);
  useEffect(() => {
    if (wanted === null || frame.current === null) return;
    clearWanted();
    focusFirst(frame.current, wanted);
  }, [wanted, clearWanted]);

  const submit = (): void => {
    if (!form.pending) void form.handIn();
  };
  const keys = useFieldKeys(frame, submit);
  const problems = form.problems.map(({ field }) => ({
    label: nameOf(field),
    message: form.errorOf(field) ?? '',
    name: field,
  }));
  const submitWords = draft.emergency
    ? 'form.emergency'
    : draft.revises === null
      ? 'form.submit'
      : 'form.resubmit';

  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto min-[64rem]:flex-row min-[64rem]:overflow-hidden">
      <section aria-label={t('page.form')} className="flex min-w-0 flex-1 flex-col bg-surface">
        <div
          ref={frame}
          onKeyDownCapture={keys.onKeyDownCapture}
          onKeyDown={keys.onKeyDown}
          className="flex min-h-0 flex-1 flex-col"
        >
          <Form onSubmit={submit} label={t('page.form')} className="flex min-h-0 flex-1 flex-col">
            <div className="relative min-h-0 flex-1 scroll-py-10 overflow-y-auto">
              {draft.emergency ? <EmergencyNotice visitId={draft.visitId} /> : null}
              {kept === null ? null : (
                <p role="status" className="mx-4 mt-3 rounded-6 bg-info-soft px-3 py-2 text-sm text-info">
                  {t('draft.restored')}
                </p>
              )}
              {form.submitted && problems.length > 1 ? (
                <div className="px-4 pt-3">
                  <FormErrorSummary errors={problems} />
                </div>
              ) : null}
              <FromTemplate form={form} />
              {draft.emergency ? <EmergencyPart form={form} /> : null}
              <MediumPart form={form} />
              <PurposePart form={form} />
              <WhoPart form={form} />
              <InformationPart form={form} />
              <ConnectionPart form={form} />
              <OtherPart form={form} />
            </div>
            <div className="flex shrink-0 flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-2">
              <Button
                type="submit"
                variant={draft.emergency ? 'danger' : 'solid'}
                shortcut="Ctrl+Enter"
                pending={form.pending}
              >
                {t(submitWords)}
              </Button>
              <Button isDisabled={isBlank(draft)} onPress={() => setDropping(true)}>
                {t('form.clear')}
              </Button>
              <span role="status" className="text-sm text-ink-soft">
                {form.failed ? (
                  <ErrorText>{t('draft.notSaved')}</ErrorText>
                ) : isBlank(draft) ? (
                  ''
                ) : (
                  t('draft.saved')
                )}
              </span>
              {form.refusedWords === undefined ? null : (
                <span role="alert" className="w-full">
                  <ErrorText>{form.refusedWords}</ErrorText>
                </span>
              )}
            </div>
          </Form>
        </div>
      </section>
      <Aside form={form} />
      <ConfirmDialog
        title={t('draft.dropTitle')}
        isOpen={dropping}
        onClose={() => setDropping(false)}
        confirm={t('draft.dropDo')}
        tone="danger"
        explanation={<p>{t('draft.dropAsk', { title: titleOf(draft) || t('draft.untitled') })}</p>}
        onConfirm={() => {
          setDropping(false);
          void form.drop().then(() => navigate('/media', { replace: true }));
        }}
      />
    </div>
  );
}
