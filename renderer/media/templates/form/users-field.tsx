import { USER_ROLES } from '../../../../shared/media/templates/model.ts';
import { useQueryOf } from '../../../api/queries.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ErrorText } from '../../../ui/field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Field } from '../../requests/form/fields.tsx';
import { useTemplatesText } from '../text.ts';
import type { TemplateFormState } from './use-template-form.ts';

const WHO = ['all', 'roles', 'persons'] as const;
const PATH = 'content.users';

function withOne<T>(all: readonly T[], one: T, on: boolean): readonly T[] {
  return on ? [...all.filter((other) => other !== one), one] : all.filter((other) => other !== one);
}

/** Who may begin a request from the template: everybody, roles, or people by name. */
export function UsersField({ form }: { readonly form: TemplateFormState }) {
  const t = useTemplatesText();
  const { who, roles, persons } = form.draft;
  const people = useQueryOf('media', 'templatePeople', {}, { enabled: who === 'persons' });
  const error = form.errorOf(PATH);
  return (
    <>
      <Field path={PATH} width="whole">
        <RadioGroup
          label={t('fact.users')}
          name={PATH}
          required
          value={who}
          onChange={(next) => form.edit({ who: next })}
          options={WHO.map((id) => ({ id, label: t(`users.${id}`) }))}
        />
      </Field>
      {who === 'roles' ? (
        <fieldset className="col-span-full flex flex-wrap gap-x-5">
          <legend className="text-sm font-bold">{t('form.roles')}</legend>
          {USER_ROLES.map((role) => (
            <Checkbox
              key={role}
              isSelected={roles.includes(role)}
              onChange={(on) => form.edit({ roles: withOne(roles, role, on) })}
            >
              {t(`users.role.${role}`)}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      {who === 'persons' ? (
        <fieldset className="col-span-full flex flex-wrap gap-x-5">
          <legend className="text-sm font-bold">{t('form.persons')}</legend>
          {(people.data ?? []).map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={persons.includes(id)}
              onChange={(on) => form.edit({ persons: withOne(persons, id, on) })}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      {error === undefined ? null : (
        <div className="col-span-full">
          <ErrorText>{error}</ErrorText>
        </div>
      )}
    </>
  );
}
