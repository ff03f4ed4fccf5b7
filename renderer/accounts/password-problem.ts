import { NewPassword, PASSWORD_MIN } from '../../shared/accounts/model.ts';
import { checkPassword } from '../../shared/accounts/rules.ts';

/**
 * What is wrong with a password being chosen, as a code; undefined when the window finds nothing. `least` is the number of
 * characters asked for at this site. Common ones main knows.
 */
export function passwordProblem(
  password: string,
  identifier: string,
  least: number = PASSWORD_MIN,
): string | undefined {
  const parsed = NewPassword.safeParse(password);
  if (!parsed.success) return parsed.error.issues[0]?.message;
  if ([...parsed.data].length < least) return 'password-too-short';
  return checkPassword(parsed.data, identifier, () => false)?.code;
}
