import { NewPassword } from '../../shared/accounts/model.ts';
import { checkPassword } from '../../shared/accounts/rules.ts';

/** What is wrong with a password being chosen, as a code; undefined when the window finds nothing. Common ones main knows. */
export function passwordProblem(password: string, identifier: string): string | undefined {
  const parsed = NewPassword.safeParse(password);
  if (!parsed.success) return parsed.error.issues[0]?.message;
  return checkPassword(parsed.data, identifier, () => false)?.code;
}
