import { useState } from 'react';
import {
  AREA_LEVELS,
  type Area,
  AreaDetails,
  type AreaLevel,
  EscortRule,
  rulesOfLevel,
} from '../../../shared/entries/model.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useText, useWords } from '../text.ts';

const LEVEL_IDS = { 1: '1', 2: '2', 3: '3' } as const;

interface Props {
  /** The area to change; null defines a new one. */
  readonly area: Area | null;
  readonly onClose: () => void;
}

/** Defines an area, or changes one with the reason; the level proposes the rules. */
export function AreaDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const t = useText();
  const title = props.area === null ? t('areas.define') : t('areas.changeTitle', { area: props.area.name });
  return (
    <Dialog title={title} isOpen={isOpen} onClose={props.onClose}>
      <AreaForm {...props} />
    </Dialog>
  );
}

function detailsOf(area: Area | null): AreaDetails {
  if (area === null) return { name: '', reading: '', level: 2, ...rulesOfLevel(2), guidance: '' };
  const { name, reading, level, escort, badge, identity, guidance } = area;
  return { name, reading, level, escort, badge, identity, guidance };
}

function AreaForm({ area, onClose }: Props) {
  const t = useText();
  const words = useWords();
  const define = useCommand('entries', 'defineArea');
  const change = useCommand('entries', 'changeArea');
  const [details, setDetails] = useState(() => detailsOf(area));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);

  const parsed = AreaDetails.safeParse(details);
  const issues = new Map((parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
  const refused = (define.error ?? change.error)?.refusal;
  const at = refused?.field?.split('.').at(-1);
  const errorOf = (field: keyof AreaDetails): string | undefined =>
    at === field ? words(refused?.code, refused?.detail) : tried ? words(issues.get(field)) : undefined;
  const set = (part: Partial<AreaDetails>): void => {
    setDetails({ ...details, ...part });
    define.reset();
    change.reset();
  };
  const setLevel = (level: AreaLevel): void => set({ level, ...rulesOfLevel(level) });

  const submit = (): void => {
    setTried(true);
    if (!parsed.success) return;
    const done = {
      onSuccess: () => {
        notify(t(area === null ? 'areas.defined' : 'areas.changed', { area: parsed.data.name }));
        onClose();
      },
    };
    if (area === null) define.mutate(parsed.data, done);
    else if (reason.trim() !== '') change.mutate({ areaId: area.id, details: parsed.data, reason }, done);
  };

  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('areas.name')}
          required
          autoFocus
          value={details.name}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
        />
        <TextField
          label={t('field.reading')}
          required={false}
          value={details.reading}
          onChange={(reading) => set({ reading })}
          error={errorOf('reading')}
        />
      </div>
      <RadioGroup
        label={t('areas.level')}
        value={LEVEL_IDS[details.level]}
        onChange={(id) => setLevel(AREA_LEVELS.find((level) => LEVEL_IDS[level] === id) ?? details.level)}
        options={AREA_LEVELS.map((level) => ({ id: LEVEL_IDS[level], label: t(`level.${level}`) }))}
        orientation="vertical"
      />
      <fieldset className="rounded-8 border border-line p-3">
        <legend className="px-1 text-sm font-bold">{t('areas.rules')}</legend>
        <p className="mb-2 text-sm text-ink-soft">{t('areas.rulesHint')}</p>
        <Select
          label={t('areas.escort')}
          value={details.escort}
          onChange={(escort) => set({ escort })}
          options={EscortRule.options.map((id) => ({ id, label: t(`escort.${id}`) }))}
          className="max-w-xs"
        />
        <div className="mt-2 flex flex-wrap gap-x-6">
          <Checkbox isSelected={details.badge} onChange={(badge) => set({ badge })}>
            {t('areas.badge')}
          </Checkbox>
          <Checkbox isSelected={details.identity} onChange={(identity) => set({ identity })}>
            {t('areas.identity')}
          </Checkbox>
        </div>
      </fieldset>
      <TextArea
        label={t('areas.guidance')}
        required={false}
        rows={2}
        value={details.guidance}
        onChange={(guidance) => set({ guidance })}
        description={t('areas.guidanceHint')}
        error={errorOf('guidance')}
      />
      {area === null ? null : (
        <TextArea
          label={t('field.reason')}
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? words('required') : undefined}
        />
      )}
      {refused === undefined || at === 'name' ? null : (
        <ErrorText>{words(refused.code, refused.detail) ?? ''}</ErrorText>
      )}
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t('action.back')}</Button>
        <Button type="submit" variant="solid" pending={define.isPending || change.isPending}>
          {t(area === null ? 'areas.define' : 'areas.change')}
        </Button>
      </div>
    </Form>
  );
}
