import { type ReactNode, useState } from 'react';
import { paragraph, requiredLine, requiredParagraph } from '../../../shared/kernel/text.ts';
import { z } from '../../../shared/kernel/zod.ts';
import type { Medium } from '../../../shared/media/register/model.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form, FormErrorSummary } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useRegisterText } from './text.ts';
import { useFields } from './use-fields.ts';

interface Props {
  readonly medium: Medium;
  readonly onClose: () => void;
}

/** A dialog of something that happened to a medium: why it is asked, its fields, its two answers. */
export function CourseDialog({
  title,
  why,
  confirm,
  danger = false,
  pending,
  refused,
  errors,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly why: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly refused: string | undefined;
  readonly errors: Parameters<typeof FormErrorSummary>[0]['errors'];
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useRegisterText();
  return (
    <Dialog title={title} isOpen onClose={onClose} tone={danger ? 'danger' : 'plain'}>
      <Form onSubmit={onSubmit} className="flex flex-col gap-4">
        <p className="text-sm">{why}</p>
        <FormErrorSummary errors={errors} />
        {children}
        {refused === undefined ? null : <ErrorText>{refused}</ErrorText>}
        <div className="flex flex-wrap justify-end gap-3">
          <Button onPress={onClose}>{t('action.back')}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'solid'} pending={pending}>
            {confirm}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

const Losing = z.strictObject({ circumstances: requiredParagraph(500), reportedTo: requiredLine(100) });

/** Records that a medium is gone. */
export function LoseDialog({ medium, onClose }: Props) {
  const t = useRegisterText();
  const lose = useCommand('media', 'loseMedium');
  const [circumstances, setCircumstances] = useState('');
  const [reportedTo, setReportedTo] = useState('');
  const form = useFields(Losing, { circumstances, reportedTo }, lose.error?.refusal);
  const labels = { circumstances: t('lose.circumstances'), reportedTo: t('lose.reportedTo') };
  const fields = { circumstances: form.field('circumstances'), reportedTo: form.field('reportedTo') };
  const { number } = medium;
  return (
    <CourseDialog
      title={t('lose.title', { number })}
      why={t('lose.why')}
      confirm={t('action.lose')}
      danger
      pending={lose.isPending}
      refused={form.refused(labels)}
      errors={form.problems(labels)}
      onClose={onClose}
      onSubmit={() => {
        form.tried();
        if (form.value === undefined) return;
        lose.mutate(
          { mediumId: medium.id, ...form.value },
          {
            onSuccess: () => {
              notify(t('lose.done', { number }), 'warn');
              onClose();
            },
          },
        );
      }}
    >
      <TextArea
        {...fields.circumstances}
        label={labels.circumstances}
        required
        autoFocus
        maxLength={500}
        value={circumstances}
        onChange={setCircumstances}
      />
      <TextField
        {...fields.reportedTo}
        label={labels.reportedTo}
        required
        maxLength={100}
        value={reportedTo}
        onChange={setReportedTo}
      />
    </CourseDialog>
  );
}

const Finding = z.strictObject({ where: requiredLine(200), note: paragraph(500) });

/** Records that a lost medium turned up. */
export function FindDialog({ medium, onClose }: Props) {
  const t = useRegisterText();
  const find = useCommand('media', 'findMedium');
  const [where, setWhere] = useState('');
  const [note, setNote] = useState('');
  const form = useFields(Finding, { where, note }, find.error?.refusal);
  const labels = { where: t('find.where'), note: t('find.note') };
  const fields = { where: form.field('where'), note: form.field('note') };
  const { number } = medium;
  return (
    <CourseDialog
      title={t('find.title', { number })}
      why={t('find.why')}
      confirm={t('action.find')}
      pending={find.isPending}
      refused={form.refused(labels)}
      errors={form.problems(labels)}
      onClose={onClose}
      onSubmit={() => {
        form.tried();
        if (form.value === undefined) return;
        find.mutate(
          { mediumId: medium.id, ...form.value },
          {
            onSuccess: () => {
              notify(t('find.done', { number }));
              onClose();
            },
          },
        );
      }}
    >
      <TextField
        {...fields.where}
        label={labels.where}
        required
        autoFocus
        maxLength={200}
        value={where}
        onChange={setWhere}
      />
      <TextArea
        {...fields.note}
        label={labels.note}
        required={false}
        rows={2}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
    </CourseDialog>
  );
}
