import { useState } from 'react';
import type { z } from '../../../shared/kernel/zod.ts';
import type { Refusal } from '../../../shared/kernel/result.ts';
import { codeOf, useCodeText } from '../../app/i18n.ts';
import type { FieldProblem } from '../../ui/form.tsx';

/** What a field of a form needs to know of itself. */
export interface FieldState {
  readonly name: string;
  readonly error: string | undefined;
  readonly onBlur: () => void;
}

export interface Fields<T> {
  /** What was typed, read; undefined while something is wrong with it. */
  readonly value: T | undefined;
  /** A field by its path in the schema, which is the path in a refusal too. */
  readonly field: (name: string) => FieldState;
  /** Everything that is wrong once it was tried to send; `labels` are those of the fields by their paths. */
  readonly problems: (labels: Readonly<Record<string, string>>) => readonly FieldProblem[];
  /** Somebody tried to send: from now on everything that is wrong is said. */
  readonly tried: () => void;
  /** Why it was refused, where that concerns none of the fields that have labels. */
  readonly refused: (labels: Readonly<Record<string, string>>) => string | undefined;
}

/** A form read with the schema by which main reads it: errors beside the fields once they were left, together once it is sent. */
export function useFields<T>(schema: z.ZodType<T>, typed: unknown, refusal: Refusal | undefined): Fields<T> {
  const code = useCodeText('media');
  const [sent, setSent] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const parsed = schema.safeParse(typed);
  const issues = new Map<string, string>();
  for (const { path, message } of parsed.error?.issues ?? [])
    if (!issues.has(path.join('.'))) issues.set(path.join('.'), message);
  const error = (name: string): string | undefined =>
    refusal?.field === name
      ? code(codeOf(refusal), refusal.detail)
      : sent || left.has(name)
        ? code(issues.get(name))
        : undefined;
  return {
    value: parsed.data,
    field: (name) => ({ name, error: error(name), onBlur: () => setLeft((now) => new Set(now).add(name)) }),
    problems: (labels) =>
      sent
        ? Object.entries(labels).flatMap(([name, label]) => {
            const message = error(name);
            return message === undefined ? [] : [{ name, label, message }];
          })
        : [],
    tried: () => setSent(true),
    refused: (labels) =>
      refusal === undefined || Object.hasOwn(labels, refusal.field ?? '')
        ? undefined
        : code(codeOf(refusal), refusal.detail),
  };
}

/** Leads to the field that a refusal names: the button that was pressed has lost the focus while it could not be pressed again. */
export function leadTo(field: string | undefined): void {
  if (field !== undefined) document.getElementsByName(field)[0]?.focus();
}
