import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CONNECTION_CHECKS, type Request } from '../../../shared/media/requests/model.ts';
import { useSession } from '../../app/session.ts';
import { type Fact, FactList } from '../../ui/fact-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useText } from '../text.ts';
import { useRequestsText } from './text.ts';

interface Props {
  readonly request: Request;
}

const lines = (text: string): ReactNode => <span className="whitespace-pre-line">{text}</span>;
const linkClass = 'focus-ring font-bold text-accent underline';

function useMediumFacts({ details, mediumName, mediumKind, mediumId }: Request): readonly Fact[] {
  const t = useRequestsText();
  const words = useText();
  const { may } = useSession();
  const { medium } = details;
  const kind: Fact = { label: t('fact.mediumKind'), value: words(`kind.${mediumKind}`) };
  if (medium.from === 'register') {
    const name =
      mediumId !== null && may('media.policy') ? (
        <Link to={`/media/register/${mediumId}`} className={linkClass}>
          {mediumName}
        </Link>
      ) : (
        mediumName
      );
    return [{ label: t('fact.fromRegister'), value: name }, kind];
  }
  return [
    { label: t('fact.medium'), value: medium.name },
    kind,
    { label: t('fact.serial'), value: medium.serial },
    { label: t('fact.owner'), value: medium.owner },
    { label: t('fact.encryption'), value: words(`encryption.${medium.encryption}`) },
  ];
}

/** What is asked: the medium, what for, where, by whom, when; and what has become of it. */
export function RequestFacts({ request }: Props) {
  const t = useRequestsText();
  const format = useFormat();
  const { may } = useSession();
  const { details, kind, visitId } = request;
  const time = (at: number | null): string => (at === null ? '' : format.dateTime(at));
  const some = (label: string, value: ReactNode): readonly Fact[] =>
    value === '' || value === null ? [] : [{ label, value }];
  const facts: readonly Fact[] = [
    ...useMediumFacts(request),
    { label: t('fact.purpose'), value: details.purpose },
    { label: t('fact.asset'), value: details.asset },
    { label: t('fact.area'), value: request.areaName },
    ...some(t('fact.workReference'), details.workReference),
    { label: t('fact.bearer'), value: details.bearer },
    { label: t('fact.organisation'), value: details.organisation },
    {
      label: t('fact.period'),
      value: t('fact.periodValue', { from: time(details.from), until: time(details.until) }),
      wide: true,
    },
    ...some(t(kind === 'carry-in' ? 'fact.leaveBy' : 'fact.returnDue'), time(details.returnDue)),
    ...(kind === 'carry-in' ? [] : [{ label: t('fact.destination'), value: details.destination }]),
    ...(kind === 'transfer' ? [{ label: t('fact.means'), value: details.means }] : []),
    { label: t('fact.requester'), value: request.requestedBy },
    { label: t('fact.requestedAt'), value: time(request.requestedAt) },
    ...(visitId === null || !may('entries.visit')
      ? []
      : [
          {
            label: t('fact.visit'),
            value: (
              <Link to={`/entries/visits/${visitId}`} className={linkClass}>
                {t('fact.visitOpen')}
              </Link>
            ),
          },
        ]),
    ...some(t('fact.carriedAt'), time(request.carriedAt)),
    ...some(t('fact.endedAt'), time(request.endedAt)),
    ...some(t('fact.holder'), request.holder),
    ...(details.note === '' ? [] : [{ label: t('fact.note'), value: lines(details.note), wide: true }]),
  ];
  return <FactList facts={facts} />;
}

/** What is on it, how it is classified and by which documents, how it is protected. */
export function InformationFacts({ request: { details } }: Props) {
  const t = useRequestsText();
  const words = useText();
  const { classification, quoted } = details;
  const { confidentiality, integrity, availability, restrictions } = classification;
  const named = (all: typeof restrictions): string =>
    all.length === 0
      ? t('fact.noRestrictions')
      : all.map((one) => words(`restriction.${one}`)).join(t('list.comma'));
  const facts: readonly Fact[] = [
    { label: t('fact.contents'), value: lines(details.contents), wide: true },
    {
      label: t('fact.classification'),
      value: [
        words(`confidentiality.${confidentiality}`),
        t(`fact.integrity.${integrity}`),
        t(`fact.availability.${availability}`),
      ].join(t('list.dot')),
    },
    { label: t('fact.restrictions'), value: named(restrictions) },
    ...(quoted.length === 0
      ? []
      : [
          {
            label: t('fact.quoted'),
            wide: true,
            value: (
              <ul className="list-disc pl-5">
                {quoted.map((one, at) => (
                  <li key={at}>
                    {one.title}({words(`confidentiality.${one.confidentiality}`)}
                    {t('list.dot')}
                    {named(one.restrictions)})
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(details.protection === ''
      ? []
      : [{ label: t('fact.protection'), value: lines(details.protection), wide: true }]),
  ];
  return <FactList facts={facts} />;
}

/** What was looked at before a maintenance computer is connected; a “no” stands out and is explained. */
export function ConnectionFacts({ request: { details } }: Props) {
  const t = useRequestsText();
  const { connection } = details;
  if (connection === null) return null;
  return (
    <>
      <FactList
        columns={1}
        facts={[
          { label: t('fact.target'), value: connection.target },
          ...(connection.note === ''
            ? []
            : [{ label: t('fact.connectionNote'), value: lines(connection.note) }]),
        ]}
      />
      <table className="mt-2 w-full border-collapse text-left text-sm">
        <tbody>
          {CONNECTION_CHECKS.map((check) => {
            const answer = connection.checks[check];
            return (
              <tr key={check} className="border-t border-line">
                <th scope="row" className="py-1 pr-3 font-normal">
                  {t(`check.${check}`)}
                </th>
                <td
                  className={`w-24 py-1 whitespace-nowrap ${answer === 'no' ? 'font-bold text-danger' : ''}`}
                >
                  {t(`answer.${answer}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
