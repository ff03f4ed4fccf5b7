import { useState } from 'react';
import { requiredParagraph } from '../../../shared/kernel/text.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { type Medium, MediumDetails } from '../../../shared/media/register/model.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form, FormErrorSummary } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { MediumFields } from './medium-fields.tsx';
import { useRegisterText } from './text.ts';
import { type FieldState, leadTo, useFields } from './use-fields.ts';

const EMPTY: MediumDetails = {
  number: '',
  kind: 'usb-memory',
  name: '',
  maker: '',
  model: '',
  serial: '',
  capacity: '',
  encryption: 'none',
  keeper: '',
  place: '',
  seal: '',
  upTo: 1,
  note: '',
};

function detailsOf(medium: Medium): MediumDetails {
  const entries = MediumDetails.keyof().options.map((field) => [field, medium[field]]);
  return MediumDetails.parse(Object.fromEntries(entries));
}

const Registering = z.strictObject({ details: MediumDetails });
const Changing = Registering.extend({ reason: requiredParagraph(500) });

interface Props {
  /** The medium to change; null registers a new one. */
  readonly medium: Medium | null;
  readonly onClose: () => void;
  readonly onDone?: (id: string) => void;
}

/** Registers a medium or machine, or changes what the register says of one, with the reason. */
export function MediumDialog(props: Props) {
  const t = useRegisterText();
  const title =
    props.medium === null ? t('register.title') : t('change.title', { number: props.medium.number });
  return (
    <Dialog title={title} isOpen onClose={props.onClose} size="lg">
      <MediumForm {...props} />
    </Dialog>
  );
}

/** A refusal of registering names its field as the command has it; the form has it below `details`. */
function refusalOf(register: ReturnType<typeof useRegister>, change: ReturnType<typeof useChange>) {
  const { refusal } = register.error ?? {};
  if (refusal === undefined) return change.error?.refusal;
  return refusal.field === undefined ? refusal : { ...refusal, field: `details.${refusal.field}` };
}
const useRegister = () => useCommand('media', 'registerMedium');
const useChange = () => useCommand('media', 'changeMedium');

function MediumForm({ medium, onClose, onDone }: Props) {
  const t = useRegisterText();
  const register = useRegister();
  const change = useChange();
  const [details, setDetails] = useState(() => (medium === null ? EMPTY : detailsOf(medium)));
  const [reason, setReason] = useState('');
  const form = useFields<{ details: MediumDetails; reason?: string }>(
    medium === null ? Registering : Changing,
    medium === null ? { details } : { details, reason },
    refusalOf(register, change),
  );
  const set = (part: Partial<MediumDetails>): void => {
    setDetails((now) => ({ ...now, ...part }));
    register.reset();
    change.reset();
  };
  const labels = Object.fromEntries([
    ...MediumDetails.keyof().options.map((field) => [`details.${field}`, t(`field.${field}`)]),
    ['reason', t('field.reason')],
  ]) as Record<string, string>;

  const refused = form.refused(labels);
  const submit = (): void => {
    form.tried();
    const { value } = form;
    if (value === undefined) return;
    const { number } = value.details;
    if (medium === null)
      register.mutate(value.details, {
        onSuccess: ({ id }) => {
          notify(t('register.done', { number }));
          onClose();
          onDone?.(id);
        },
        onError: ({ refusal }) => leadTo(`details.${refusal.field}`),
      });
    else
      change.mutate(
        { mediumId: medium.id, details: value.details, reason },
        {
          onSuccess: () => {
            notify(t('change.done', { number }));
            onClose();
          },
          onError: ({ refusal }) => leadTo(refusal.field === 'details' ? 'reason' : refusal.field),
        },
      );
  };

  const field = (name: keyof MediumDetails): FieldState => form.field(`details.${name}`);
  const reasonField = form.field('reason');
  return (
    <Form onSubmit={submit} className="flex flex-col gap-4">
      <FormErrorSummary errors={form.problems(labels)} />
      <MediumFields details={details} set={set} field={field} />
      {medium === null ? null : (
        <TextArea
          {...reasonField}
          label={t('field.reason')}
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
      {refused === undefined ? null : <ErrorText>{refused}</ErrorText>}
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t('action.back')}</Button>
        <Button type="submit" variant="solid" pending={register.isPending || change.isPending}>
          {t(medium === null ? 'register.do' : 'change.do')}
        </Button>
      </div>
    </Form>
  );
}
