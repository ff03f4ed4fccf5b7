import { useState } from 'react';
import type { AccountRow } from '../../../shared/accounts/model.ts';
import type { Draft, FormField } from '../proposals/proposal-form.tsx';
import { ProposalForm } from '../proposals/proposal-form.tsx';
import { RoleBoxes } from '../role-boxes.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { draftOf, readHours } from './hours-draft.ts';
import { HoursFields } from './hours-fields.tsx';
import { hoursFields, nameFields } from './form-fields.ts';
import { usePeopleText } from './text.ts';
import type { Standing } from './use-standing.ts';

/** What can be proposed about one account. */
export const ACCOUNT_ACTIONS = [
  'account-rename',
  'account-roles',
  'account-hours',
  'account-reset',
  'account-key',
  'account-suspend',
  'account-restore',
  'account-close',
] as const;
export type AccountAction = (typeof ACCOUNT_ACTIONS)[number];

interface FormProps {
  readonly account: AccountRow;
  readonly standing: Standing;
  readonly onClose: () => void;
}

/** The form of one action about an account, in a dialog. */
export function AccountActionDialog({ action, ...props }: FormProps & { readonly action: AccountAction }) {
  const t = usePeopleText();
  return (
    <Dialog title={`${t(`action.${action}`)} ${props.account.name}`} isOpen onClose={props.onClose}>
      <p className="mb-4 text-sm">{t(`about.${action}`)}</p>
      <ActionForm action={action} {...props} />
    </Dialog>
  );
}

function ActionForm({ action, ...props }: FormProps & { readonly action: AccountAction }) {
  switch (action) {
    case 'account-rename':
      return <RenameForm {...props} />;
    case 'account-roles':
      return <RolesForm {...props} />;
    case 'account-hours':
      return <HoursForm {...props} />;
    case 'account-close':
      return <PlainForm {...props} draft={{ kind: action, accountIds: [props.account.id] }} danger />;
    case 'account-suspend':
      return <PlainForm {...props} draft={{ kind: action, accountId: props.account.id }} danger />;
    case 'account-restore':
    case 'account-reset':
    case 'account-key':
      return <PlainForm {...props} draft={{ kind: action, accountId: props.account.id }} />;
  }
}

function PlainForm({
  draft,
  account,
  standing,
  onClose,
  danger = false,
}: FormProps & { readonly draft: Draft; readonly danger?: boolean }) {
  return (
    <ProposalForm label={account.name} draft={draft} standing={standing} onCancel={onClose} danger={danger} />
  );
}

/** Name and reading. */
export function NameFields({
  name,
  reading,
  fields,
  onChange,
}: {
  readonly name: string;
  readonly reading: string;
  readonly fields: Readonly<Record<'name' | 'reading', FormField>>;
  readonly onChange: (part: { readonly name?: string; readonly reading?: string }) => void;
}) {
  const t = usePeopleText();
  return (
    <div className="grid gap-4 min-[48rem]:grid-cols-2">
      <TextField
        {...fields.name}
        label={t('form.name')}
        required
        autoFocus
        maxLength={100}
        value={name}
        onChange={(text) => onChange({ name: text })}
      />
      <TextField
        {...fields.reading}
        label={t('form.reading')}
        required={false}
        maxLength={100}
        description={t('form.readingHint')}
        value={reading}
        onChange={(text) => onChange({ reading: text })}
      />
    </div>
  );
}

function RenameForm({ account, standing, onClose }: FormProps) {
  const t = usePeopleText();
  const [typed, setTyped] = useState({ name: account.name, reading: account.reading });
  const same = typed.name.trim() === account.name && typed.reading.trim() === account.reading;
  return (
    <ProposalForm
      label={account.name}
      draft={{ kind: 'account-rename', accountId: account.id, ...typed }}
      problems={{ name: same ? 'proposal-nothing-changes' : undefined }}
      standing={standing}
      onCancel={onClose}
    >
      {(field) => (
        <NameFields
          {...typed}
          fields={nameFields(field, t)}
          onChange={(part) => setTyped((now) => ({ ...now, ...part }))}
        />
      )}
    </ProposalForm>
  );
}

function RolesForm({ account, standing, onClose }: FormProps) {
  const t = usePeopleText();
  const [roles, setRoles] = useState(account.roles);
  return (
    <ProposalForm
      label={account.name}
      draft={{ kind: 'account-roles', accountId: account.id, roles: [...roles] }}
      problems={{ roles: roles.length === 0 ? 'roles-required' : undefined }}
      standing={standing}
      onCancel={onClose}
    >
      {(field) => (
        <RoleBoxes
          roles={roles}
          error={field('roles', t('fact.roles')).error}
          onChange={setRoles}
          autoFocus
        />
      )}
    </ProposalForm>
  );
}

function HoursForm({ account, standing, onClose }: FormProps) {
  const t = usePeopleText();
  const [draft, setDraft] = useState(() => draftOf(account.hours));
  const { hours, problems } = readHours(draft);
  return (
    <ProposalForm
      label={account.name}
      draft={{ kind: 'account-hours', accountId: account.id, hours }}
      problems={problems}
      standing={standing}
      onCancel={onClose}
    >
      {(field) => <HoursFields draft={draft} fields={hoursFields(field, t)} onChange={setDraft} />}
    </ProposalForm>
  );
}
