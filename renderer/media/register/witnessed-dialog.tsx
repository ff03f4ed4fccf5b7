import { useState } from 'react';
import { MediumDestroying, MediumErasing } from '../../../shared/media/register/contract.ts';
import {
  ERASING_METHODS,
  ERASURE_METHODS,
  type ErasureMethod,
  type Medium,
} from '../../../shared/media/register/model.ts';
import type { RefusalError } from '../../api/client.ts';
import { useCommand } from '../../api/queries.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { CourseDialog } from './course-dialogs.tsx';
import { useRegisterText } from './text.ts';
import { leadTo, useFields } from './use-fields.ts';

interface Typed {
  readonly method: ErasureMethod | null;
  readonly product: string;
  readonly by: string;
  readonly witness: string;
  readonly proof: string;
}

const EMPTY: Typed = { method: null, product: '', by: '', witness: '', proof: '' };
const LINES = ['product', 'by', 'witness', 'proof'] as const;

/** Records that a medium was erased, or destroyed: by whom, how, before whom, and what proves it. */
export function WitnessedDialog({
  what,
  medium,
  onClose,
}: {
  readonly what: 'erase' | 'destroy';
  readonly medium: Medium;
  readonly onClose: () => void;
}) {
  const t = useRegisterText();
  const erase = useCommand('media', 'eraseMedium');
  const destroy = useCommand('media', 'destroyMedium');
  const command = what === 'erase' ? erase : destroy;
  const [typed, setTyped] = useState(EMPTY);
  const [reason, setReason] = useState('');
  const mediumId = medium.id;
  // Both are read, so that the value of each keeps its own type; what is shown is the one that is asked for.
  const erasing = useFields(MediumErasing, { mediumId, ...typed }, command.error?.refusal);
  const destroying = useFields(MediumDestroying, { mediumId, ...typed, reason }, command.error?.refusal);
  const form = what === 'erase' ? erasing : destroying;
  const labels = {
    method: t('witnessed.method'),
    product: t('witnessed.product'),
    by: t('witnessed.by'),
    witness: t('witnessed.witness'),
    proof: t('witnessed.proof'),
    ...(what === 'destroy' ? { reason: t('destroy.reason') } : {}),
  };
  const { number } = medium;
  const set = (part: Partial<Typed>): void => {
    setTyped((now) => ({ ...now, ...part }));
    command.reset();
  };
  const done = {
    onSuccess: () => {
      notify(t(`${what}.done`, { number }));
      onClose();
    },
    onError: ({ refusal }: RefusalError) => leadTo(refusal.field),
  };
  const submit = (): void => {
    form.tried();
    if (what === 'erase' && erasing.value !== undefined) erase.mutate(erasing.value, done);
    if (what === 'destroy' && destroying.value !== undefined) destroy.mutate(destroying.value, done);
  };
  const fields = {
    method: form.field('method'),
    product: form.field('product'),
    by: form.field('by'),
    witness: form.field('witness'),
    proof: form.field('proof'),
    reason: form.field('reason'),
  };
  return (
    <CourseDialog
      title={t(`${what}.title`, { number })}
      why={t(`${what}.why`)}
      confirm={t(`action.${what}`)}
      danger={what === 'destroy'}
      pending={command.isPending}
      refused={form.refused(labels)}
      errors={form.problems(labels)}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
        <Select
          {...fields.method}
          label={labels.method}
          required
          autoFocus
          value={typed.method}
          onChange={(method) => set({ method })}
          options={(what === 'erase' ? ERASING_METHODS : ERASURE_METHODS).map((id) => ({
            id,
            label: t(`method.${id}`),
          }))}
        />
        {LINES.map((name) => (
          <TextField
            key={name}
            {...fields[name]}
            label={labels[name]}
            required={name !== 'product'}
            value={typed[name]}
            onChange={(text) => set({ [name]: text })}
          />
        ))}
      </div>
      {what === 'erase' ? null : (
        <TextArea
          {...fields.reason}
          label={t('destroy.reason')}
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
    </CourseDialog>
  );
}
