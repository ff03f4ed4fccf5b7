import type { Refusal } from '../../../shared/kernel/result.ts';
import { codeOf, useCodeText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useTemplatesText } from './text.ts';

/** Where an officer proves by their password that they are there; `tried`: from now on an empty one is said. */
export function PasswordField({
  value,
  onChange,
  refusal,
  tried,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly refusal: Refusal | undefined;
  readonly tried: boolean;
}) {
  const t = useTemplatesText();
  const code = useCodeText('media');
  const { me } = useSession();
  return (
    <TextField
      type="password"
      name="password"
      label={t('password')}
      required
      maxLength={256}
      autoComplete="current-password"
      description={t('passwordHint', { name: me.name })}
      value={value}
      onChange={onChange}
      error={
        refusal?.field === 'password'
          ? code(codeOf(refusal), refusal.detail)
          : tried && value === ''
            ? code('required')
            : undefined
      }
    />
  );
}
