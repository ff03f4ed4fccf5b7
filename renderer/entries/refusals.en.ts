import type { EntriesRefusal } from '../../shared/entries/refusals.ts';

/** What happened, what was kept, what to do: for every code with which the entry log refuses. */
export const refusalsEn = {
  // Visits
  'refusal.visit-missing': 'There is no such visit. Nothing has changed. Choose it again from the list.',
  'refusal.already-inside': '{{name}} (no. {{no}}) is inside already. Nothing has changed.',
  'refusal.already-over': 'This visit of {{name}} (no. {{no}}) is over. Log a new one.',
  'refusal.visit-cancelled': 'The visit of {{name}} (no. {{no}}) was cancelled. Log a new one.',
  'refusal.not-expected': '{{name}} (no. {{no}}) is not an expected visit. Nothing has changed.',
  'refusal.not-inside': '{{name}} (no. {{no}}) is not inside. Nothing has changed.',
  'refusal.not-unknown': 'The exit of {{name}} (no. {{no}}) is not unknown. Nothing has changed.',
  'refusal.listed-twice': 'The same visit is listed twice. Remove one.',
  'refusal.same-person-inside':
    '{{name}} is inside already (no. {{no}}). Check whether it is the same person.',
  'refusal.same-person-expected': '{{name}} is expected (no. {{no}}). Check whether it is the same person.',
  'refusal.media-inside':
    '{{name}} carried in {{media}}, which is still inside. Nobody has left. Record that it is taken out, or handed over to somebody.',
  'refusal.party-name-twice':
    '“{{name}}” is entered twice. If they are two people, write them so that they can be told apart.',
  // What an area demands
  'refusal.area-missing': 'There is no such area. Choose another.',
  'refusal.area-retired': '{{area}} is retired. Choose another area.',
  'refusal.purpose-required': 'Enter the purpose.',
  'refusal.host-required': 'Enter the person visited.',
  'refusal.escort-required': 'This area needs an escort. Enter who accompanies.',
  'refusal.escort-is-visitor': 'Whoever enters cannot be the escort. Enter somebody else.',
  'refusal.identity-required': 'This area needs an identity document to be seen. Choose its kind.',
  'refusal.follow-in-unregistered': 'There is a party: choose that all who follow in are entered.',
  'refusal.follow-in-empty': 'Add who follows in to the party, or choose that nobody does.',
  // Times
  'refusal.in-future': 'This lies in the future. Enter a time up to now.',
  'refusal.in-past': 'This day is past. Enter today or later.',
  'refusal.late-reason-required': 'Enter why it is recorded later.',
  'refusal.exit-before-entry': 'The exit lies before the entry. Check the times.',
  'refusal.until-before-entry': 'The expected exit lies before the entry. Check the times.',
  'refusal.until-before-from': 'The expected exit lies before the arrival. Check the times.',
  'refusal.time-required': 'This time cannot be empty.',
  // Corrections
  'refusal.not-correctable': 'This time cannot be corrected in this state.',
  'refusal.nothing-changed': 'Nothing differs from the original. Change what is wrong.',
  // Badges
  'refusal.badge-missing': 'There is no such badge. Choose another.',
  'refusal.badge-required':
    'This area needs a badge. If none is free, record a return or ask an officer to register more.',
  'refusal.badge-not-free': 'Badge {{badge}} is not free. Choose another.',
  'refusal.badge-level-low':
    'Badge {{badge}} is not good enough for this area. Choose one of a higher level.',
  'refusal.badge-twice': 'Badge {{badge}} is chosen for two people. Change one.',
  'refusal.badge-open':
    'The exit was stopped: badge {{badge}} of {{name}} has not come back. Take it back first, or report it as lost.',
  'refusal.badge-lent': 'Badge {{badge}} is lent out. Record its return or loss first.',
  'refusal.badge-not-lent': 'The badge is not lent out. Nothing has changed.',
  'refusal.badge-still-worn': '{{name}} is inside and wears it. It is returned with the exit.',
  'refusal.badge-lost': 'Badge {{badge}} is reported lost already.',
  'refusal.badge-not-lost': 'Badge {{badge}} is not reported lost.',
  'refusal.badge-retired': 'Badge {{badge}} is retired.',
  'refusal.badge-label-taken':
    'Badge {{badge}} is registered already. None was registered. Choose other numbers.',
  'refusal.badge-label-twice': '{{badge}} is listed twice. None was registered.',
  // Areas
  'refusal.area-name-taken': 'There is an area called {{area}} already. Choose another name.',
  'refusal.area-occupied': '{{count}} people are inside this area. Retire it when all have left.',
  'refusal.area-expected':
    '{{count}} visits to this area are expected. Cancel them or wait until they are over.',
} as const satisfies Readonly<Record<`refusal.${EntriesRefusal}`, string>>;
