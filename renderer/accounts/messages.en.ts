import { retentionRefusalsEn } from '../trail/retention/refusals.en.ts';
import type { ja } from './messages.ja.ts';

export const en = {
  'login.title': 'Sign in',
  'login.identifier': 'Identifier',
  'login.password': 'Password',
  'login.submit': 'Sign in',
  'login.pending': 'Checking',
  'login.recorded': 'Your sign-in and everything you do afterwards is recorded.',
  'login.ended.locked': 'Locked. Whoever goes on signs in.',
  'login.ended.idle': 'Locked because nobody was working.',
  'login.ended.signed-out': 'Signed out.',
  'login.ended.failed': 'The session ended because work could not go on. Everything recorded is kept.',
  'login.wait': 'Wait another {{seconds}} s.',

  'password.title': 'Change password',
  'password.must':
    'Replace the password that was handed to you by one of your own. Until then nothing else can be done.',
  'password.current': 'Present password',
  'password.handed': 'Password handed to you',
  'password.next': 'New password',
  'password.repeat': 'New password, once more',
  'password.rule':
    'At least 12 characters. Length matters; signs and digits are not asked for. No common passwords, and not your identifier in it.',
  'password.submit': 'Change',
  'password.done': 'The password was changed.',

  'list.title': 'Accounts',
  'list.name': 'Name',
  'list.identifier': 'Identifier',
  'list.roles': 'Roles',
  'list.created': 'Created',
  'list.lastSignIn': 'Last sign-in',
  'list.never': 'Not yet',
  'list.count': 'People: {{n}}',
  'list.note':
    'Adding, suspending and changing roles takes two administrators. This version has the list alone.',
  'list.filter': 'Filter by name, reading or identifier',
  'list.none': 'No account matches.',

  'refusal.attest-refused': 'Wrong password or identifier. Nothing has changed.',
  'refusal.attest-no-key':
    'This person has no signing key. An officer, auditor or administrator has to do it.',
  'refusal.founding-two-administrators': 'Two administrators are needed.',
  'refusal.founding-officer': 'A security officer is needed.',
  'refusal.identifier-taken': 'Somebody else has this identifier. One person, one identifier.',
  'refusal.identifier-form':
    'Use 2 to 32 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or digit.',
  'refusal.administrator-ledger-role':
    'An administrator cannot also work in the ledgers. Make a second identifier for that.',
  'refusal.password-common': 'This password is a common one. Choose another.',
  'refusal.password-holds-name': 'A password cannot hold the identifier.',
  'refusal.password-too-short': 'Use at least 12 characters.',
  'refusal.password-wrong': 'The present password is wrong.',
  'refusal.password-same': 'This is the present one. Choose another.',
  'refusal.password-different': 'The two are not the same.',
  'refusal.already-founded': 'A site exists on this machine already. Start the program again.',
  'refusal.founding-failed':
    'The site could not be made. Nothing was left behind. Check the free space and the permissions of the folder.',
  'refusal.sign-in-refused': 'Sign-in is not possible. Check identifier and password.',
  'refusal.sign-in-wait': 'After several failures you have to wait.',
  'refusal.sign-in-fault': 'The ledger could not be opened.',
  'refusal.malformed': 'Use 2 to 24 of a-z, 0-9 and hyphen.',
  ...retentionRefusalsEn,
} satisfies Record<keyof typeof ja, string>;
