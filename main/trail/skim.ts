import type { Instant } from '../../shared/kernel/time.ts';

/** What a list shows of a payload. */
export interface Skimmed {
  readonly at: Instant;
  readonly actor: string;
  readonly type: string;
  readonly version: number;
  readonly subject: string;
  readonly signed: boolean;
}

// Canonical JSON sorts the members: actor, at, data, nonce, signature?, subject, type, version. The beginning and the end of the text
// belong to the outermost object, whatever the data in between; a quote within a text is always escaped.
const BEGINNING = /^\{"actor":"([^"\\]*)","at":(\d+),"data":/u;
const END =
  /"nonce":"[\w-]+",(?:("signature":\{(?:"\w+":"[^"\\]*",?)+\}),)?"subject":"([^"\\]*)","type":"([\w.]+)","version":(\d+)\}$/u;
/** Longer than the end of any payload this program writes. */
const END_LENGTH = 1200;

/**
 * Reads off a payload's canonical JSON what a list needs, without parsing the data within: a page of a list has up to 200 of
 * them. Undefined if the text is not of the form this program writes; then it has to be parsed.
 */
export function skim(text: string): Skimmed | undefined {
  const beginning = BEGINNING.exec(text);
  const end = END.exec(text.slice(-END_LENGTH));
  const [, actor, at] = beginning ?? [];
  const [, signature, subject, type, version] = end ?? [];
  if (
    actor === undefined ||
    at === undefined ||
    subject === undefined ||
    type === undefined ||
    version === undefined
  ) {
    return undefined;
  }
  return {
    at: Number(at),
    actor,
    type,
    version: Number(version),
    subject,
    signed: signature !== undefined,
  };
}
