import { useFieldName } from '../../requests/form/use-field-name.ts';
import { useTemplatesText } from '../text.ts';

/** What a field of the form of templates is called, by its path in the form. */
export function useFieldLabel(): (field: string) => string {
  const t = useTemplatesText();
  const nameOf = useFieldName();
  return (field) => {
    switch (field) {
      case 'content.number':
        return t('fact.number');
      case 'content.name':
        return t('fact.name');
      case 'content.reading':
        return t('fact.reading');
      case 'content.procedure':
        return t('fact.procedure');
      case 'content.maxDays':
        return t('form.maxDays');
      case 'content.validFrom':
        return t('form.validFrom');
      case 'content.validUntil':
        return t('form.validUntil');
      case 'content.reviewBy':
        return t('fact.reviewBy');
      case 'content.users':
        return t('fact.users');
      case 'reason':
        return t('form.reason');
      default:
        return nameOf(field);
    }
  };
}
