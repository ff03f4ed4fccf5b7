import { Chip, ChipGroup } from '../../ui/chip.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FormField } from '../proposals/proposal-form.tsx';
import type { HoursDraft } from './hours-draft.ts';
import { usePeopleText } from './text.ts';
import { useWeekdays, WEEK } from './words.ts';

/** When an account may be used: at any time, or days and times. */
export function HoursFields({
  draft,
  fields,
  onChange,
}: {
  readonly draft: HoursDraft;
  readonly fields: Readonly<Record<'days' | 'from' | 'until', FormField>>;
  readonly onChange: (draft: HoursDraft) => void;
}) {
  const t = usePeopleText();
  const weekday = useWeekdays();
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label={t('hours.choice')}
        value={draft.limited ? 'limited' : 'any'}
        onChange={(choice) => onChange({ ...draft, limited: choice === 'limited' })}
        options={[
          { id: 'any', label: t('hours.any') },
          { id: 'limited', label: t('hours.limited') },
        ]}
      />
      {draft.limited ? (
        <>
          <ChipGroup label={t('hours.days')}>
            {WEEK.map((day) => (
              <Chip
                key={day}
                isSelected={draft.days.includes(day)}
                onChange={(on) =>
                  onChange({
                    ...draft,
                    days: on ? [...draft.days, day] : draft.days.filter((one) => one !== day),
                  })
                }
              >
                {weekday(day)}
              </Chip>
            ))}
          </ChipGroup>
          {fields.days.error === undefined ? null : <ErrorText>{fields.days.error}</ErrorText>}
          <div className="grid grid-cols-2 gap-4">
            {(['from', 'until'] as const).map((end) => (
              <TextField
                key={end}
                {...fields[end]}
                label={t(`hours.${end}`)}
                required
                maxLength={10}
                description={t('hours.timeHint')}
                value={draft[end]}
                onChange={(text) => onChange({ ...draft, [end]: text })}
              />
            ))}
          </div>
          <p className="text-sm text-ink-soft">{t('hours.hint')}</p>
        </>
      ) : null}
    </div>
  );
}
