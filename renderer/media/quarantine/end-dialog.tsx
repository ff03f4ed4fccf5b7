import { useState } from 'react';
import { z } from '../../../shared/kernel/zod.ts';
import { QuarantineEnding } from '../../../shared/media/quarantine/model.ts';
import { ERASURE_METHODS, type ErasureMethod } from '../../../shared/media/register/model.ts';
import { useCommand } from '../../api/queries.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { SignDialog } from '../inspection/sign-dialog.tsx';
import { useRegisterText } from '../register/text.ts';
import { useFields } from '../register/use-fields.ts';
import { useQuarantineText } from './text.ts';

const Ending = z.strictObject({ ending: QuarantineEnding });
const HOWS = ['released', 'cleaned', 'handed', 'destroyed'] as const;
type How = (typeof HOWS)[number];

const EMPTY = { method: '', by: '', to: '', receipt: '', witness: '', proof: '' };

/** What is sent of what was typed: the fields of the chosen end alone. */
function endingOf(how: How | null, typed: typeof EMPTY, destroyed: ErasureMethod | null): unknown {
  const { method, by, to, receipt, witness, proof } = typed;
  switch (how) {
    case null:
      return {};
    case 'released':
      return { how };
    case 'cleaned':
      return { how, method, by };
    case 'handed':
      return { how, to, receipt };
    case 'destroyed':
      return { how, method: destroyed, by, witness, proof };
  }
}

/** An officer ends a quarantine, signed: how, with what that end has to say. */
export function EndDialog({
  requestId,
  quarantine,
  check,
  products,
  onClose,
}: {
  readonly requestId: string;
  readonly quarantine: number;
  readonly check: number;
  /** How many products have to find nothing before it is released. */
  readonly products: number;
  readonly onClose: () => void;
}) {
  const t = useQuarantineText();
  const words = useRegisterText();
  const end = useCommand('media', 'endQuarantine');
  const [how, setHow] = useState<How | null>(null);
  const [typed, setTyped] = useState(EMPTY);
  const [destroyed, setDestroyed] = useState<ErasureMethod | null>(null);
  const ending = endingOf(how, typed, destroyed);
  const form = useFields(Ending, { ending }, end.error?.refusal);
  const fields = {
    how: form.field('ending.how'),
    method: form.field('ending.method'),
    by: form.field('ending.by'),
    to: form.field('ending.to'),
    receipt: form.field('ending.receipt'),
    witness: form.field('ending.witness'),
    proof: form.field('ending.proof'),
  };
  const line = (name: keyof typeof EMPTY, label: string, required = true, description?: string) => (
    <TextField
      {...fields[name]}
      label={label}
      required={required}
      maxLength={name === 'proof' || name === 'receipt' ? 200 : 100}
      description={description}
      value={typed[name]}
      onChange={(text) => {
        end.reset();
        setTyped((now) => ({ ...now, [name]: text }));
      }}
    />
  );
  return (
    <SignDialog
      title={t('end.title')}
      pending={end.isPending}
      // What is about a field of the end stands there.
      error={end.error?.refusal.field?.startsWith('ending.') === true ? null : end.error}
      onClose={onClose}
      onSign={(reason, password, settled) => {
        form.tried();
        if (form.value === undefined) return;
        end.mutate(
          { requestId, quarantine, check, ending: form.value.ending, reason, password },
          {
            onSuccess: () => {
              notify(t('end.done'));
              onClose();
            },
            onSettled: settled,
          },
        );
      }}
    >
      <RadioGroup<How>
        name="ending.how"
        label={t('end.how')}
        required
        orientation="vertical"
        value={how}
        onChange={(next) => {
          end.reset();
          setHow(next);
        }}
        options={HOWS.map((id) => ({
          id,
          label: t(`end.${id}`),
          description: t(`end.${id}.means`, { n: products }),
        }))}
        error={fields.how.error}
      />
      {how === 'cleaned' ? (
        <>
          <TextArea
            {...fields.method}
            label={t('end.method')}
            required
            rows={2}
            maxLength={500}
            value={typed.method}
            onChange={(text) => {
              end.reset();
              setTyped((now) => ({ ...now, method: text }));
            }}
          />
          {line('by', t('end.by'))}
        </>
      ) : null}
      {how === 'handed' ? (
        <div className="grid gap-3 sm:grid-cols-2">
          {line('to', t('end.to'), true, t('end.toHint'))}
          {line('receipt', t('end.receipt'), false)}
        </div>
      ) : null}
      {how === 'destroyed' ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            {...fields.method}
            label={t('end.destroyMethod')}
            required
            value={destroyed}
            onChange={(next) => {
              end.reset();
              setDestroyed(next);
            }}
            options={ERASURE_METHODS.map((id) => ({ id, label: words(`method.${id}`) }))}
          />
          {line('by', t('end.by'))}
          {line('witness', t('end.witness'))}
          {line('proof', t('end.proof'))}
        </div>
      ) : null}
    </SignDialog>
  );
}
