import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Role } from '../../../shared/accounts/model.ts';
import { Card } from '../../ui/list-detail.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ProposalForm } from '../proposals/proposal-form.tsx';
import { RoleBoxes } from '../role-boxes.tsx';
import { WorkPage } from '../work-page.tsx';
import { NameFields } from './account-forms.tsx';
import { hoursFields, nameFields } from './form-fields.ts';
import { draftOf, readHours } from './hours-draft.ts';
import { HoursFields } from './hours-fields.tsx';
import { usePeopleText } from './text.ts';
import { type Standing, useStanding } from './use-standing.ts';

/** 利用者を登録: a proposal of somebody new. */
export function CreatePage() {
  const t = usePeopleText();
  const standing = useStanding();
  return (
    <WorkPage title={t('create.title')}>
      <div className="w-full max-w-3xl p-4">
        <Card>
          <p className="mb-4 text-sm">{t('create.about')}</p>
          {standing === undefined ? <LoadingState /> : <CreateForm standing={standing} />}
        </Card>
      </div>
    </WorkPage>
  );
}

function CreateForm({ standing }: { readonly standing: Standing }) {
  const t = usePeopleText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ name: '', reading: '', identifier: '' });
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [hoursDraft, setHoursDraft] = useState(() => draftOf(null));
  const { hours, problems } = readHours(hoursDraft);
  const change = (part: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...part }));
  return (
    <ProposalForm
      label={t('create.title')}
      draft={{ kind: 'account-create', ...typed, roles: [...roles], hours }}
      problems={{
        ...problems,
        identifier: typed.identifier.trim() === '' ? 'required' : undefined,
        roles: roles.length === 0 ? 'roles-required' : undefined,
      }}
      standing={standing}
      onCancel={() => void navigate('/accounts')}
    >
      {(field) => (
        <>
          <NameFields
            name={typed.name}
            reading={typed.reading}
            fields={nameFields(field, t)}
            onChange={change}
          />
          <TextField
            {...field('identifier', t('form.identifier'))}
            label={t('form.identifier')}
            required
            maxLength={64}
            description={t('form.identifierHint')}
            value={typed.identifier}
            onChange={(identifier) => change({ identifier })}
          />
          <RoleBoxes roles={roles} error={field('roles', t('fact.roles')).error} onChange={setRoles} />
          <HoursFields draft={hoursDraft} fields={hoursFields(field, t)} onChange={setHoursDraft} />
        </>
      )}
    </ProposalForm>
  );
}
