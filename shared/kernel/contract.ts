import type { Reply } from './result.ts';
import type { z } from './zod.ts';

declare const OUTPUT: unique symbol;

/**
 * One call over the bridge. `access` says whether it can be made before sign-in (`open`) or only within a session; which
 * roles may make it stands in the one matrix, `shared/accounts/matrix.ts`.
 */
export interface Channel<A extends 'open' | 'session', I extends z.ZodType, O> {
  readonly access: A;
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly [OUTPUT]?: O;
}

export type AnyChannel = Channel<'open' | 'session', z.ZodType, unknown>;

/** What main tells the window without being asked; the value is the type of the message. */
export interface Push<M> {
  readonly [OUTPUT]?: M;
}

export interface Contract<
  N extends string = string,
  C extends Record<string, AnyChannel> = Record<string, AnyChannel>,
  P extends Record<string, Push<unknown>> = Record<string, Push<unknown>>,
> {
  readonly name: N;
  readonly channels: C;
  readonly pushes: P;
}

/** Declares a feature's contract: everything that crosses the bridge for it, in one place. */
export function defineContract<
  const N extends string,
  C extends Record<string, AnyChannel>,
  P extends Record<string, Push<unknown>> = Record<never, never>,
>(name: N, channels: C, pushes?: P): Contract<N, C, P> {
  return { name, channels, pushes: (pushes ?? {}) as P };
}

/** Reads something within a session. Call as `query<Output>()(inputSchema)`. */
export const query =
  <O>() =>
  <I extends z.ZodType>(input: I): Channel<'session', I, O> => ({ access: 'session', kind: 'query', input });

/** Changes something within a session. */
export const command =
  <O>() =>
  <I extends z.ZodType>(input: I): Channel<'session', I, O> => ({
    access: 'session',
    kind: 'command',
    input,
  });

/** Reads something before sign-in. */
export const openQuery =
  <O>() =>
  <I extends z.ZodType>(input: I): Channel<'open', I, O> => ({ access: 'open', kind: 'query', input });

/** Does something before sign-in. */
export const openCommand =
  <O>() =>
  <I extends z.ZodType>(input: I): Channel<'open', I, O> => ({ access: 'open', kind: 'command', input });

/** A message from main to the window. */
export const push = <M>(): Push<M> => ({});

export type InputOf<C> = C extends Channel<'open' | 'session', infer I, unknown> ? z.input<I> : never;
export type ParsedInputOf<C> = C extends Channel<'open' | 'session', infer I, unknown> ? z.output<I> : never;
export type OutputOf<C> = C extends Channel<'open' | 'session', z.ZodType, infer O> ? O : never;
export type MessageOf<P> = P extends Push<infer M> ? M : never;

/** The functions that a contract turns into on the window's side. */
export type ClientOf<K extends Contract> = {
  readonly [C in keyof K['channels']]: (
    input: InputOf<K['channels'][C]>,
  ) => Promise<Reply<OutputOf<K['channels'][C]>>>;
};
