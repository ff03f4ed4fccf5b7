import { PhoneCall } from 'lucide-react';
import { useState } from 'react';
import type { Instant } from '../../../shared/kernel/time.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { REMINDED_BY, type RemindedBy, Reminding } from '../../../shared/media/reminders/model.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form, FormErrorSummary } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { leadTo, useFields } from '../register/use-fields.ts';
import { useReminderText } from './text.ts';

const Given = z.strictObject({ reminding: Reminding });

interface Typed {
  readonly whom: string;
  readonly how: RemindedBy | null;
  readonly said: string;
  readonly next: Instant | null | undefined;
}

/** Records that somebody was reminded of a medium: whom, how, what was said, when it is looked at again. */
export function RemindDialog({
  request,
  onClose,
}: {
  readonly request: Request;
  readonly onClose: () => void;
}) {
  const t = useReminderText();
  const format = useFormat();
  const remind = useCommand('media', 'remind');
  const whom = request.holder === '' ? request.bearer : request.holder;
  const [typed, setTyped] = useState<Typed>({ whom, how: 'phone', said: '', next: null });
  const form = useFields(Given, { reminding: typed }, remind.error?.refusal);
  const labels = {
    'reminding.whom': t('remind.whom'),
    'reminding.how': t('remind.how'),
    'reminding.said': t('remind.said'),
    'reminding.next': t('remind.next'),
  };
  const refused = form.refused(labels);
  const type = (more: Partial<Typed>): void => {
    remind.reset();
    setTyped((now) => ({ ...now, ...more }));
  };
  const submit = (): void => {
    form.tried();
    if (form.value === undefined) return;
    remind.mutate(
      { requestId: request.id, reminding: form.value.reminding },
      {
        onSuccess: () => {
          notify(t('remind.done', { no: request.no }));
          onClose();
        },
        onError: ({ refusal }) => leadTo(refusal.field),
      },
    );
  };
  const title = t('remind.title', { medium: request.mediumName });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form label={title} onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-sm">{t('remind.about', { due: format.dateTime(request.due) })}</p>
        <FormErrorSummary errors={form.problems(labels)} />
        <TextField
          {...form.field('reminding.whom')}
          label={t('remind.whom')}
          required
          autoFocus
          maxLength={100}
          value={typed.whom}
          onChange={(text) => type({ whom: text })}
        />
        <RadioGroup
          {...form.field('reminding.how')}
          label={t('remind.how')}
          required
          value={typed.how}
          onChange={(how) => type({ how })}
          options={REMINDED_BY.map((id) => ({ id, label: t(`how.${id}`) }))}
        />
        <TextArea
          {...form.field('reminding.said')}
          label={t('remind.said')}
          required
          maxLength={500}
          description={t('remind.saidHint')}
          value={typed.said}
          onChange={(text) => type({ said: text })}
        />
        <DateTimeField
          {...form.field('reminding.next')}
          label={t('remind.next')}
          precision="day"
          description={t('remind.nextHint')}
          value={typed.next}
          onChange={(next) => type({ next })}
        />
        {refused === undefined ? null : <ErrorText>{refused}</ErrorText>}
        <div className="flex justify-end gap-3">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="solid" icon={PhoneCall} pending={remind.isPending}>
            {t('remind.action')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
