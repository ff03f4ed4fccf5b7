import { useState } from 'react';
import { CorrectableFields, IDENTITY_KINDS, VISIT_KINDS, type Visit } from '../../../shared/entries/model.ts';
import { CORRECTABLE_TIMES, changedFields } from '../../../shared/entries/rules.ts';
import { useCommand, useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useText, useWords } from '../text.ts';

const LINES = [
  'name',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'belongings',
  'workReference',
] as const;
const TIMES = ['enteredAt', 'exitedAt'] as const;

interface Props {
  readonly visit: Visit;
  readonly onClose: () => void;
}

/** Corrects what was written down wrongly. The original stays in the story; the reason goes beside it. */
export function CorrectDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const t = useText();
  return (
    <Dialog
      title={t('correct.title', { no: props.visit.no, name: props.visit.name })}
      isOpen={isOpen}
      onClose={props.onClose}
      size="lg"
    >
      <CorrectForm {...props} />
    </Dialog>
  );
}

/** What of the form differs from the visit, and what is wrong with it, by field. */
function changesOf(visit: Visit, typed: CorrectableFields) {
  const parsed = CorrectableFields.safeParse(typed);
  const issues = new Map((parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
  const changed = parsed.success ? changedFields(visit, parsed.data) : undefined;
  return { issues, changed };
}

function CorrectForm({ visit, onClose }: Props) {
  const t = useText();
  const words = useWords();
  const correct = useCommand('entries', 'correct');
  const areas = useQueryOf('entries', 'areas', {});
  const [typed, setTyped] = useState<CorrectableFields>({});
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const { issues, changed } = changesOf(visit, typed);
  const refused = correct.error?.refusal;
  const errorOf = (field: string): string | undefined =>
    refused?.field === `changes.${field}` ? words(refused.code, refused.detail) : words(issues.get(field));
  const set = (part: CorrectableFields): void => {
    setTyped({ ...typed, ...part });
    if (refused !== undefined) correct.reset();
  };
  const note = (field: keyof CorrectableFields): string | undefined =>
    changed?.fields.includes(field) === true ? t('correct.changed') : undefined;
  const placed = refused?.field?.startsWith('changes.') === true;

  const submit = (): void => {
    setTried(true);
    if (changed === undefined || changed.fields.length === 0 || unread.size > 0 || reason.trim() === '')
      return;
    correct.mutate(
      { visitId: visit.id, changes: changed.after, reason },
      {
        onSuccess: () => {
          notify(t('correct.done', { no: visit.no }));
          onClose();
        },
      },
    );
  };

  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm">{t('correct.why')}</p>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-3">
        {LINES.map((field, index) => (
          <TextField
            key={field}
            label={t(`field.${field}`)}
            value={typed[field] ?? visit[field]}
            onChange={(text) => set({ [field]: text })}
            error={errorOf(field)}
            description={note(field)}
            autoFocus={index === 0}
          />
        ))}
        <Select
          label={t('field.kind')}
          value={typed.kind ?? visit.kind}
          onChange={(kind) => set({ kind })}
          options={VISIT_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
          description={note('kind')}
        />
        <Select
          label={t('field.identity')}
          value={typed.identity ?? visit.identity}
          onChange={(identity) => set({ identity })}
          options={IDENTITY_KINDS.map((id) => ({ id, label: t(`identity.${id}`) }))}
          description={note('identity')}
        />
        <Select
          label={t('field.area')}
          value={typed.areaId ?? visit.areaId}
          onChange={(areaId) => set({ areaId })}
          options={(areas.data ?? []).map((area) => ({
            id: area.id,
            label: area.retired ? t('area.retiredName', { area: area.name }) : area.name,
          }))}
          error={errorOf('areaId')}
          description={note('areaId')}
        />
        {TIMES.filter((field) => CORRECTABLE_TIMES[visit.state][field]).map((field) => (
          <DateTimeField
            key={field}
            label={t(`field.${field}`)}
            value={typed[field] === undefined ? visit[field] : typed[field]}
            onChange={(at) => {
              const next = new Set(unread);
              if (at === undefined) next.add(field);
              else {
                next.delete(field);
                set({ [field]: at });
              }
              setUnread(next);
            }}
            error={errorOf(field)}
            description={note(field)}
          />
        ))}
      </div>
      <TextArea
        label={t('field.note')}
        value={typed.note ?? visit.note}
        onChange={(text) => set({ note: text })}
        rows={2}
        error={errorOf('note')}
        description={note('note')}
      />
      <TextArea
        label={t('field.reason')}
        required
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={500}
        error={tried && reason.trim() === '' ? words('required') : undefined}
      />
      {tried && changed?.fields.length === 0 ? <ErrorText>{words('nothing-changed') ?? ''}</ErrorText> : null}
      {refused === undefined || placed ? null : (
        <ErrorText>{words(refused.code, refused.detail) ?? ''}</ErrorText>
      )}
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t('action.back')}</Button>
        <Button type="submit" variant="solid" pending={correct.isPending}>
          {t('action.correct')}
        </Button>
      </div>
    </Form>
  );
}
