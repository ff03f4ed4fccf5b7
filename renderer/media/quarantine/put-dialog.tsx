import { Archive } from 'lucide-react';
import { useState } from 'react';
import { z } from '../../../shared/kernel/zod.ts';
import type { Way } from '../../../shared/media/inspection/model.ts';
import { QuarantinePlace } from '../../../shared/media/quarantine/model.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form, FormErrorSummary } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { leadTo, useFields } from '../register/use-fields.ts';
import { useQuarantineText } from './text.ts';

const Kept = z.strictObject({ kept: QuarantinePlace });
const FIELDS = ['place', 'seal', 'from', 'keeper'] as const;
const HINTS = { seal: 'put.sealHint', from: 'put.fromHint', keeper: 'put.keeperHint' } as const;

/** Records that the medium of a request was put in quarantine. `bearer` is whoever had it, as far as the request says. */
export function PutDialog({
  requestId,
  way,
  check,
  bearer,
  onClose,
}: {
  readonly requestId: string;
  readonly way: Way;
  readonly check: number;
  readonly bearer: string;
  readonly onClose: () => void;
}) {
  const t = useQuarantineText();
  const put = useCommand('media', 'quarantine');
  const [typed, setTyped] = useState({ place: '', seal: '', from: bearer, keeper: '' });
  const form = useFields(Kept, { kept: typed }, put.error?.refusal);
  const labels = {
    'kept.place': t('place'),
    'kept.seal': t('seal'),
    'kept.from': t('from'),
    'kept.keeper': t('keeper'),
  };
  const fields = {
    place: form.field('kept.place'),
    seal: form.field('kept.seal'),
    from: form.field('kept.from'),
    keeper: form.field('kept.keeper'),
  };
  const refused = form.refused(labels);
  const submit = (): void => {
    form.tried();
    if (form.value === undefined) return;
    put.mutate(
      { requestId, way, check, kept: form.value.kept },
      {
        onSuccess: () => {
          notify(t('put.done'));
          onClose();
        },
        onError: ({ refusal }) => leadTo(refusal.field),
      },
    );
  };
  return (
    <Dialog title={t('put.title')} isOpen onClose={onClose}>
      <Form label={t('put.title')} onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-sm">{t('put.about')}</p>
        <FormErrorSummary errors={form.problems(labels)} />
        <div className="grid gap-3 sm:grid-cols-2">
          {FIELDS.map((name) => (
            <TextField
              key={name}
              {...fields[name]}
              label={t(name)}
              required
              autoFocus={name === 'place'}
              maxLength={100}
              description={name === 'place' ? undefined : t(HINTS[name])}
              value={typed[name]}
              onChange={(text) => {
                put.reset();
                setTyped((now) => ({ ...now, [name]: text }));
              }}
            />
          ))}
        </div>
        {refused === undefined ? null : <ErrorText>{refused}</ErrorText>}
        <div className="flex justify-end gap-3">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="solid" icon={Archive} pending={put.isPending}>
            {t('put.do')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
