import type { ja } from './messages.ja.ts';

export const en = {
  title: 'Set up Suimon',
  steps: 'Steps',
  stepOf: '{{n}} of {{total}}',
  'step.intro': 'Before you begin',
  'step.site': 'Site',
  'step.administrator1': 'Administrator 1',
  'step.administrator2': 'Administrator 2',
  'step.officer': 'Security officer',
  'step.others': 'Other people',
  'step.review': 'Review',

  'intro.what': 'Suimon keeps the entry log of this room on this one machine, encrypted. It uses no network.',
  'intro.recorded':
    'Everything that is done here (signing in, logging, correcting, verifying) is recorded on a trail with who did it and when. It cannot be removed or altered afterwards. Tell everybody who will use it.',
  'intro.people':
    'Two administrators and a security officer now choose a password each. Make sure that all three are here.',
  'intro.loss': 'Nobody can read a password back. If everybody forgets theirs, the ledger cannot be opened.',
  'intro.folder': 'Folder of the ledger',

  'site.code': 'Site code',
  'site.codeHint':
    '2 to 24 of a-z, 0-9 and hyphen. It goes on the trail and cannot be changed later. For instance daini-jousui',
  'site.name': 'Name of the site',
  'site.nameHint': 'For instance Second Purification Plant',
  'site.room': 'Room',
  'site.roomHint': 'For instance Central control room',

  'person.turn': 'To be filled in by the person who becomes: {{role}}. Nobody else looks at the screen.',
  'person.administrator':
    'Handles accounts and roles alone and sees no ledger. Changing roles takes two administrators together.',
  'person.officer': 'Decides on carry-ins and standing permits, and reviews the trail.',
  'person.identifier': 'Identifier',
  'person.identifierHint':
    '2 to 32 of a-z, 0-9, dot, hyphen and underscore. One a person; never given to another.',
  'person.name': 'Name',
  'person.reading': 'Reading',
  'person.readingHint': 'In hiragana, for sorting and searching.',
  'person.password': 'Password',
  'person.passwordHint':
    'At least 12 characters. Length matters; signs and digits are not asked for. No common passwords, and not the identifier in it.',
  'person.repeat': 'Password, once more',

  'others.about':
    'Add the operators and other people. Their first passwords are made here, shown once at the end, and changed by them at their first sign-in.',
  'others.none': 'Nobody yet. People can be added later, but logging visitors takes an operator.',
  'others.add': 'Add a person',
  'others.remove': 'Take {{name}} out',
  'others.removeUnnamed': 'Take this person out',
  'others.person': 'Person {{n}}',

  'review.about':
    'The site is made as follows. Its code and the beginning of its trail cannot be changed later.',
  'review.site': 'Site',
  'review.people': 'People: {{n}}',
  'review.own': 'chose a password',
  'review.handed': 'gets a first password',
  'review.create': 'Make the site',
  'review.edit': 'Change',

  'create.label': 'Making keys and ledger (about {{seconds}} s)',
  'create.wait': 'Leave the machine on until it is done. Should it stop, no half-made ledger is left.',

  'done.title': 'The site is ready',
  'done.handed': 'Hand these first passwords over. They are not shown again once this is closed.',
  'done.none': 'Everybody can sign in with their identifier and password.',
  'done.identifier': 'Identifier',
  'done.name': 'Name',
  'done.password': 'First password',
  'done.ack': 'I have written them down. This may be closed.',
  'done.finish': 'Go to sign-in',
} satisfies Record<keyof typeof ja, string>;
