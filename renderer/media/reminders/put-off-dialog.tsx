import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import type { Instant } from '../../../shared/kernel/time.ts';
import { reminderChannels } from '../../../shared/media/reminders/contract.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form, FormErrorSummary } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { leadTo, useFields } from '../register/use-fields.ts';
import { useReminderText } from './text.ts';

interface Typed {
  readonly due: Instant | null | undefined;
  readonly reason: string;
  readonly password: string;
}

/** An officer puts off when a medium has to be back or out, signed. It is about the due time that was shown when the dialog was opened. */
export function PutOffDialog({
  request,
  onClose,
}: {
  readonly request: Request;
  readonly onClose: () => void;
}) {
  const t = useReminderText();
  const words = useText();
  const format = useFormat();
  const { me } = useSession();
  const putOff = useCommand('media', 'putOff');
  const [{ id: requestId, no, due: before }] = useState(request);
  const [typed, setTyped] = useState<Typed>({ due: null, reason: '', password: '' });
  const form = useFields(
    reminderChannels.putOff.input,
    // An empty field is missing, not null.
    { requestId, before, ...typed, due: typed.due ?? undefined },
    putOff.error?.refusal,
  );
  const labels = { due: t('putOff.due'), reason: words('field.reason'), password: t('putOff.password') };
  const refused = form.refused(labels);
  const type = (more: Partial<Typed>): void => {
    putOff.reset();
    setTyped((now) => ({ ...now, ...more }));
  };
  const submit = (): void => {
    form.tried();
    const { value } = form;
    if (value === undefined) return;
    putOff.mutate(value, {
      onSuccess: () => {
        notify(t('putOff.done', { no, due: format.dateTime(value.due) }));
        onClose();
      },
      onError: ({ refusal }) => leadTo(refusal.field),
    });
  };
  const title = t('putOff.title', { no });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form label={title} onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-sm">{t('putOff.about', { due: format.dateTime(before) })}</p>
        <FormErrorSummary errors={form.problems(labels)} />
        <DateTimeField
          {...form.field('due')}
          label={t('putOff.due')}
          required
          value={typed.due}
          onChange={(due) => type({ due })}
        />
        <TextArea
          {...form.field('reason')}
          label={words('field.reason')}
          required
          maxLength={500}
          value={typed.reason}
          onChange={(reason) => type({ reason })}
        />
        <TextField
          {...form.field('password')}
          type="password"
          label={t('putOff.password')}
          required
          maxLength={256}
          description={t('putOff.passwordHint', { name: me.name })}
          value={typed.password}
          onChange={(password) => type({ password })}
        />
        {refused === undefined ? null : <ErrorText>{refused}</ErrorText>}
        <div className="flex justify-end gap-3">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="solid" icon={CalendarPlus} pending={putOff.isPending}>
            {t('putOff.action')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
