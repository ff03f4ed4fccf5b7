import type { ReactNode } from 'react';
import type { TemplateVersion } from '../../../shared/media/templates/model.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useRequestsText } from '../requests/text.ts';
import { useText } from '../text.ts';
import { useTemplatesText } from './text.ts';

const lines = (text: string): ReactNode => <span className="whitespace-pre-line">{text}</span>;

function useUsers({ content: { users }, personNames }: TemplateVersion): string {
  const t = useTemplatesText();
  switch (users.who) {
    case 'all':
      return t('users.all');
    case 'roles':
      return users.roles.map((role) => t(`users.role.${role}`)).join(t('users.comma'));
    case 'persons':
      return personNames.join(t('users.comma'));
  }
}

function useFormFacts({ content: { form }, areaName, mediumName }: TemplateVersion): readonly Fact[] {
  const t = useTemplatesText();
  const words = useText();
  const asked = useRequestsText();
  const { medium, classification, quoted, connection } = form;
  const { confidentiality, integrity, availability, restrictions } = classification;
  const classified = [
    words(`confidentiality.${confidentiality}`),
    asked(`fact.integrity.${integrity}`),
    asked(`fact.availability.${availability}`),
    ...restrictions.map((one) => words(`restriction.${one}`)),
  ].join(t('users.comma'));
  return [
    { label: t('fact.kind'), value: t(`kind.${form.kind}`) },
    { label: t('fact.medium'), value: mediumName },
    ...(medium.from === 'register'
      ? []
      : [
          { label: t('fact.owner'), value: medium.owner },
          { label: t('fact.encryption'), value: words(`encryption.${medium.encryption}`) },
          ...(medium.serial === '' ? [] : [{ label: t('fact.serial'), value: medium.serial }]),
        ]),
    { label: t('fact.purpose'), value: form.purpose },
    { label: t('fact.asset'), value: form.asset },
    { label: t('fact.areaId'), value: areaName },
    ...(form.kind === 'carry-in' ? [] : [{ label: t('fact.destination'), value: form.destination }]),
    ...(form.kind === 'transfer' ? [{ label: t('fact.means'), value: form.means }] : []),
    { label: t('fact.classification'), value: classified },
    ...(quoted.length === 0
      ? []
      : [
          {
            label: t('fact.quoted'),
            value: quoted
              .map((one) => `${one.title}(${words(`confidentiality.${one.confidentiality}`)})`)
              .join(t('users.comma')),
          },
        ]),
    ...(connection === null ? [] : [{ label: t('fact.connection'), value: connection.target }]),
    { label: t('fact.contents'), value: lines(form.contents), wide: true },
  ];
}

/** What one version of a template says: procedure and protection first, then what its requests say, then when and by whom it is used. */
export function TemplateFacts({ version }: { readonly version: TemplateVersion }) {
  const t = useTemplatesText();
  const format = useFormat();
  const formFacts = useFormFacts(version);
  const users = useUsers(version);
  const { procedure, protection, maxDays, validFrom, validUntil, reviewBy } = version.content;
  return (
    <FactList
      facts={[
        { label: t('fact.procedure'), value: lines(procedure), wide: true },
        { label: t('fact.protection'), value: lines(protection), wide: true },
        ...formFacts,
        { label: t('fact.maxDays'), value: t('fact.maxDaysValue', { n: maxDays }) },
        {
          label: t('fact.validity'),
          value: t('fact.validityValue', {
            from: format.dateTime(validFrom),
            until: format.dateTime(validUntil),
          }),
        },
        { label: t('fact.reviewBy'), value: format.shortDate(reviewBy) },
        { label: t('fact.users'), value: users },
      ]}
    />
  );
}
