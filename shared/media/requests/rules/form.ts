import type { Confidentiality } from '../../../kernel/classification.ts';
import type { Instant } from '../../../kernel/time.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import type { Encryption, MediumKind, MediumState } from '../../register/model.ts';
import { checkTemplate, type TemplateInUse, type TemplateUser } from '../../templates/rules/fit.ts';
import type { RequestDetails } from '../model.ts';
import { checkInherited } from './rule-for.ts';

/** A medium of the register, as far as a request asks about it. */
export interface RegisteredMedium {
  readonly kind: MediumKind;
  /** Number and name, as shown. */
  readonly name: string;
  readonly state: MediumState;
  readonly encryption: Encryption;
  readonly upTo: Confidentiality;
}

/** What the form names, as the ledgers know it; undefined for what there is not. */
export interface FormFacts {
  readonly area: { readonly name: string; readonly level: number; readonly retired: boolean } | undefined;
  /** Of the register; undefined as well when the form describes a medium. */
  readonly medium: RegisteredMedium | undefined;
  /** The template that the form names, and who hands it in; a form that names none needs neither. */
  readonly template?: TemplateInUse | undefined;
  readonly user?: TemplateUser;
  /** The medium is in quarantine, under whatever request. */
  readonly quarantined: boolean;
}

const NOBODY: TemplateUser = { id: '', roles: [] };

/** Refuses a medium of the register that is not at its place. */
export function checkKept(medium: RegisteredMedium | undefined, field: string): Refused | undefined {
  if (medium === undefined) return refusal('medium-missing', { field });
  return medium.state === 'kept'
    ? undefined
    : refusal('medium-not-kept', { field, detail: { medium: medium.name } });
}

function mediumField({ medium }: RequestDetails): string {
  return medium.from === 'described' ? 'details.medium.serial' : 'details.medium.mediumId';
}

function checkMedium(details: RequestDetails, medium: RegisteredMedium | undefined): Refused | undefined {
  if (details.medium.from === 'described') return undefined;
  const field = 'details.medium.mediumId';
  const { confidentiality } = details.classification;
  return firstRefusal([
    checkKept(medium, field),
    medium !== undefined && confidentiality > medium.upTo
      ? refusal('medium-not-for', {
          field,
          detail: { medium: medium.name, upTo: medium.upTo, confidentiality },
        })
      : undefined,
  ]);
}

function checkArea(area: FormFacts['area']): Refused | undefined {
  if (area === undefined) return refusal('area-missing', { field: 'details.areaId' });
  return area.retired
    ? refusal('area-retired', { field: 'details.areaId', detail: { area: area.name } })
    : undefined;
}

function checkEncryption(
  { medium, classification }: RequestDetails,
  registered: RegisteredMedium | undefined,
): Refused | undefined {
  const described = medium.from === 'described';
  const encryption = described ? medium.encryption : registered?.encryption;
  return classification.restrictions.includes('encrypt') && encryption === 'none'
    ? refusal('encryption-required', {
        field: described ? 'details.medium.encryption' : 'details.medium.mediumId',
      })
    : undefined;
}

function checkPeriod(
  { kind, from, until, returnDue }: RequestDetails,
  now: Instant,
): readonly (Refused | undefined)[] {
  return [
    until <= from ? refusal('until-before-from', { field: 'details.until' }) : undefined,
    until <= now ? refusal('period-over', { field: 'details.until' }) : undefined,
    kind === 'carry-out' && returnDue === null
      ? refusal('return-due-required', { field: 'details.returnDue' })
      : undefined,
    returnDue !== null && (returnDue <= from || returnDue > until)
      ? refusal('due-outside-period', { field: 'details.returnDue' })
      : undefined,
  ];
}

function checkGoing({ kind, destination, means, protection, classification }: RequestDetails) {
  return [
    kind !== 'carry-in' && destination === ''
      ? refusal('destination-required', { field: 'details.destination' })
      : undefined,
    kind === 'transfer' && means === '' ? refusal('means-required', { field: 'details.means' }) : undefined,
    kind === 'transfer' && classification.confidentiality >= 2 && protection === ''
      ? refusal('protection-required', { field: 'details.protection' })
      : undefined,
  ];
}

function checkConnection(
  { kind, medium, connection }: RequestDetails,
  registered: RegisteredMedium | undefined,
): Refused | undefined {
  const mediumKind = medium.from === 'described' ? medium.kind : registered?.kind;
  if (connection === null) {
    return kind === 'carry-in' && mediumKind === 'maintenance-computer'
      ? refusal('connection-required', { field: 'details.connection' })
      : undefined;
  }
  return connection.note === '' && Object.values(connection.checks).includes('no')
    ? refusal('connection-unexplained', { field: 'details.connection.note' })
    : undefined;
}

/**
 * Checks what a form asks, in its order: the medium, the area, what is on it, the period, where it goes, the connection, the template. Guideline
 * 3.2 ①, ④, ⑤ (classification goes along, means and protection are chosen), 3.5 (20) table 3-6.
 */
export function checkForm(details: RequestDetails, facts: FormFacts, now: Instant): Refused | undefined {
  return firstRefusal([
    checkMedium(details, facts.medium),
    facts.quarantined ? refusal('medium-quarantined', { field: mediumField(details) }) : undefined,
    checkArea(facts.area),
    checkInherited(details),
    checkEncryption(details, facts.medium),
    ...checkPeriod(details, now),
    ...checkGoing(details),
    checkConnection(details, facts.medium),
    checkTemplate(details, facts.template, facts.user ?? NOBODY, now),
  ]);
}
