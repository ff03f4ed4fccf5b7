import { PASSWORD_MIN } from '../../../shared/accounts/model.ts';
import { useCodeText } from '../../app/i18n.ts';
import { TextField } from '../../ui/text-field.tsx';
import { RoleBoxes } from '../role-boxes.tsx';
import type { Person, PersonField, Problems } from './people.ts';
import { useWizardText } from './text.ts';

/** What is asked of a person. `problems` are shown as they come; whoever shows this decides when. */
export function PersonFields({
  person,
  problems,
  onChange,
  onLeave,
  autoFocus = false,
}: {
  readonly person: Person;
  readonly problems: Problems<PersonField>;
  readonly onChange: (change: Partial<Person>) => void;
  readonly onLeave: (field: PersonField) => void;
  readonly autoFocus?: boolean;
}) {
  const t = useWizardText();
  const code = useCodeText('accounts');
  const field = (name: 'identifier' | 'name' | 'reading' | 'password' | 'repeat') => ({
    name: `${person.key}-${name}`,
    value: person[name],
    error: code(problems[name], { min: PASSWORD_MIN }),
    onBlur: () => onLeave(name),
  });
  return (
    <div className="grid gap-4 min-[48rem]:grid-cols-2">
      <TextField
        {...field('name')}
        label={t('person.name')}
        required
        autoFocus={autoFocus}
        maxLength={100}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        {...field('reading')}
        label={t('person.reading')}
        required={false}
        maxLength={100}
        description={t('person.readingHint')}
        onChange={(reading) => onChange({ reading })}
      />
      <TextField
        {...field('identifier')}
        label={t('person.identifier')}
        required
        maxLength={64}
        description={t('person.identifierHint')}
        onChange={(identifier) => onChange({ identifier })}
        className="min-[48rem]:col-span-2"
      />
      {person.handed ? (
        <div className="min-[48rem]:col-span-2">
          <RoleBoxes
            roles={person.roles}
            error={code(problems.roles)}
            onChange={(roles) => onChange({ roles })}
          />
        </div>
      ) : (
        <>
          <TextField
            {...field('password')}
            type="password"
            label={t('person.password')}
            required
            description={t('person.passwordHint')}
            onChange={(password) => onChange({ password })}
            className="min-[48rem]:col-span-2"
          />
          <TextField
            {...field('repeat')}
            type="password"
            label={t('person.repeat')}
            required
            onChange={(repeat) => onChange({ repeat })}
            className="min-[48rem]:col-span-2"
          />
        </>
      )}
    </div>
  );
}
