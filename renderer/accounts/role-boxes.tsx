import { ROLES, type Role } from '../../shared/accounts/model.ts';
import { useText } from '../app/i18n.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorText, RequiredMark } from '../ui/field.tsx';
import { useAccountsText } from './text.ts';

/** The five roles to be ticked, in their order. */
export function RoleBoxes({
  roles,
  error,
  onChange,
  autoFocus = false,
}: {
  readonly roles: readonly Role[];
  readonly error: string | undefined;
  readonly onChange: (roles: readonly Role[]) => void;
  readonly autoFocus?: boolean;
}) {
  const t = useAccountsText();
  const app = useText();
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-bold">
        {t('roles')}
        <RequiredMark required />
      </legend>
      <div className="flex flex-wrap gap-x-5">
        {ROLES.map((role, index) => (
          <Checkbox
            key={role}
            autoFocus={autoFocus && index === 0}
            isSelected={roles.includes(role)}
            onChange={(on) => onChange(ROLES.filter((one) => (one === role ? on : roles.includes(one))))}
          >
            {app(`role.${role}`)}
          </Checkbox>
        ))}
      </div>
      {error === undefined ? null : <ErrorText>{error}</ErrorText>}
    </fieldset>
  );
}
