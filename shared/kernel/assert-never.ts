/** Closes a switch over a union: a case that was forgotten is a compile error, and a loud failure should it still arrive. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
