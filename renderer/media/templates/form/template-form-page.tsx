import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Template } from '../../../../shared/media/templates/model.ts';
import { useQueryOf } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorText } from '../../../ui/field.tsx';
import { focusFirst } from '../../../ui/field-order.ts';
import { Form, FormErrorSummary } from '../../../ui/form.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/list-detail.tsx';
import { QueryStates } from '../../../ui/states.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useFieldKeys } from '../../../ui/use-field-keys.ts';
import { Field, Part } from '../../requests/form/fields.tsx';
import { InformationPart } from '../../requests/form/information-part.tsx';
import { MediumPart } from '../../requests/form/medium-part.tsx';
import { versionOf } from '../in-use.ts';
import { useTemplatesText } from '../text.ts';
import { draftOfVersion, emptyTemplate, type TemplateDraft } from './template-draft.ts';
import { NamePart, RulesPart, TimesFields, WorkPart } from './template-parts.tsx';
import { useFieldLabel } from './use-field-label.ts';
import { useTemplateForm } from './use-template-form.ts';
import { UsersField } from './users-field.tsx';

const HOME = '/media/templates';

/** A new template, or the next version of one, by the address. */
export function TemplateFormPage() {
  const { id } = useParams();
  return id === undefined ? (
    <Framed changes={null} initial={emptyTemplate()} />
  ) : (
    <Changing key={id} id={id} />
  );
}

function Changing({ id }: { readonly id: string }) {
  const read = useQueryOf('media', 'template', { id });
  return (
    <QueryStates query={read}>
      {({ template }) => {
        // What was taken back is not gone on with.
        const stands = versionOf(template, template.draft ?? template.inForce) ?? template.versions[0];
        return stands === undefined ? null : <Framed changes={template} initial={draftOfVersion(stands)} />;
      }}
    </QueryStates>
  );
}

function Framed({
  changes,
  initial,
}: {
  readonly changes: Template | null;
  readonly initial: TemplateDraft;
}) {
  const t = useTemplatesText();
  const back = changes === null ? HOME : `${HOME}/${changes.id}`;
  return (
    <Page
      title={changes === null ? t('form.new') : t('form.change', { number: changes.number })}
      actions={
        <LinkButton size="sm" to={back} icon={ArrowLeft}>
          {t('page.back')}
        </LinkButton>
      }
    >
      <TemplateForm changes={changes?.id ?? null} initial={initial} />
    </Page>
  );
}

/** The form in the order of the paper form: number, what its requests say, procedure and protection, until when and for whom. */
function TemplateForm({
  changes,
  initial,
}: {
  readonly changes: string | null;
  readonly initial: TemplateDraft;
}) {
  const t = useTemplatesText();
  const navigate = useNavigate();
  const labelOf = useFieldLabel();
  const frame = useRef<HTMLDivElement>(null);
  const form = useTemplateForm({
    initial,
    changes,
    onDone: (id) => void navigate(`${HOME}/${id}`, { replace: true }),
  });
  const { wanted, clearWanted } = form;
  useEffect(() => {
    if (frame.current !== null) focusFirst(frame.current, new Set(['content.number']));
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
    label: labelOf(field),
    message: form.errorOf(field) ?? '',
    name: field,
  }));
  return (
    <section
      aria-label={t('form.label')}
      className="flex min-h-0 w-full max-w-5xl flex-1 flex-col bg-surface"
    >
      <div
        ref={frame}
        onKeyDownCapture={keys.onKeyDownCapture}
        onKeyDown={keys.onKeyDown}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Form onSubmit={submit} label={t('form.label')} className="flex min-h-0 flex-1 flex-col">
          <div className="relative min-h-0 flex-1 scroll-py-10 overflow-y-auto">
            <p className="mx-4 mt-3 rounded-6 border-l-4 border-info bg-info-soft px-3 py-2 text-sm">
              {t('form.fixed')}
            </p>
            {form.submitted && problems.length > 1 ? (
              <div className="px-4 pt-3">
                <FormErrorSummary errors={problems} />
              </div>
            ) : null}
            <NamePart form={form} />
            <MediumPart form={form.request} />
            <WorkPart form={form} />
            <InformationPart form={form.request} />
            <RulesPart form={form} />
            <Part title={t('form.partUse')}>
              <TimesFields form={form} />
              <UsersField form={form} />
              {changes === null ? null : (
                <Field path="reason" width="whole">
                  <TextArea
                    label={t('form.reason')}
                    name="reason"
                    required
                    rows={2}
                    maxLength={500}
                    value={form.draft.reason}
                    onChange={(reason) => form.edit({ reason })}
                    onBlur={() => form.leave('reason')}
                    error={form.errorOf('reason')}
                  />
                </Field>
              )}
            </Part>
          </div>
          <div className="flex shrink-0 flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-2">
            <Button type="submit" variant="solid" shortcut="Ctrl+Enter" pending={form.pending}>
              {t(changes === null ? 'form.write' : 'form.changeDo')}
            </Button>
            {form.refusedWords === undefined ? null : (
              <span role="alert" className="w-full">
                <ErrorText>{form.refusedWords}</ErrorText>
              </span>
            )}
          </div>
        </Form>
      </div>
    </section>
  );
}
