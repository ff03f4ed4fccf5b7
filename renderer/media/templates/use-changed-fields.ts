import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import { useTemplatesText } from './text.ts';

const OUTER = [
  'number',
  'name',
  'reading',
  'procedure',
  'protection',
  'maxDays',
  'reviewBy',
  'users',
] as const;
const INNER = [
  'kind',
  'medium',
  'purpose',
  'asset',
  'areaId',
  'destination',
  'means',
  'contents',
  'classification',
  'quoted',
  'connection',
] as const;

const differs = (one: unknown, other: unknown): boolean => canonicalJson(one) !== canonicalJson(other);

/** The names of the fields in which two versions of a template differ. */
export function useChangedFields(): (before: TemplateContent, after: TemplateContent) => readonly string[] {
  const t = useTemplatesText();
  return (before, after) => [
    ...OUTER.filter((field) => differs(before[field], after[field])).map((field) => t(`fact.${field}`)),
    ...(differs([before.validFrom, before.validUntil], [after.validFrom, after.validUntil])
      ? [t('fact.validity')]
      : []),
    ...INNER.filter((field) => differs(before.form[field], after.form[field])).map((field) =>
      t(`fact.${field}`),
    ),
  ];
}
