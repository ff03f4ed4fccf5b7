/**
 * Why something was not done. `code` is looked up in the messages of the feature; `field` names the input field it concerns
 * (dot path); `detail` fills the placeholders of the message. Never holds a secret.
 */
export interface Refusal {
  readonly code: string;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What every channel answers: a value, or a refusal after which nothing has changed. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** A reply that carries a value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A reply that refuses. `field` and `detail` as in {@link Refusal}. */
export function refuse(
  code: string,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, ...more } };
}
