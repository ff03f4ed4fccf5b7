/** Below this score of zxcvbn (0 to 4) a password is guessed within 10^8 tries: it counts as common. */
const ENOUGH = 3;

/**
 * Loads the judge of common passwords: dictionaries of leaked and common ones, keyboard walks, repetitions, dates. It works
 * offline and is loaded only when somebody chooses a password. The answer says whether a password is too common.
 */
export async function commonPasswords(): Promise<(password: string) => boolean> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password) => judge.check(password).score < ENOUGH;
}
