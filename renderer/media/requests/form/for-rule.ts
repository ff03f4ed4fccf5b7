import { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { type Draft, detailsFrom } from './draft.ts';

const SOME = '-';
/** Any time: the rule does not look at it. */
const ANY = 1_700_000_000_000;

/**
 * What the rule that will apply depends on, as soon as the form has it: kind, area, classification and connection. What else the
 * contract asks for and is not there yet is made up, since the rule does not look at it; undefined while something it looks at is missing.
 */
export function forRule(draft: Draft): RequestDetails | undefined {
  if (draft.areaId === null) return undefined;
  const details = detailsFrom(draft);
  const { connection, classification } = details;
  const parsed = RequestDetails.safeParse({
    kind: draft.kind,
    medium: {
      from: 'described',
      kind: draft.mediumKind ?? 'other',
      name: SOME,
      serial: '',
      owner: SOME,
      encryption: draft.encryption ?? 'none',
    },
    purpose: SOME,
    asset: '',
    workReference: '',
    areaId: draft.areaId,
    bearer: SOME,
    organisation: '',
    contents: SOME,
    classification,
    quoted: [],
    from: ANY,
    until: ANY + 1,
    returnDue: null,
    destination: SOME,
    means: SOME,
    protection: SOME,
    connection:
      connection === null
        ? null
        : {
            target: SOME,
            checks: {
              'antimalware-current': 'yes',
              'os-patched': 'yes',
              'no-other-network': 'yes',
              'only-needed-software': 'yes',
              'personal-account': 'yes',
              supervised: 'yes',
            },
            note: '',
          },
    note: '',
  });
  return parsed.success ? parsed.data : undefined;
}
