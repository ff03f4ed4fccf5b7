import { retentionRefusalsEn } from '../trail/retention/refusals.en.ts';
import type { ja } from './messages.ja.ts';
import { refusalsEn } from './refusals.en.ts';

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
  'login.restore': 'Restore the ledger from a backup',
  'login.ended.suspended':
    'Signed out: two administrators suspended this identifier. Everything recorded is kept. If you do not know why, ask an administrator.',
  'login.ended.hours':
    'Signed out: the hours in which this identifier may be used are over. Everything recorded is kept. Whoever goes on signs in.',
  'login.recover': 'Nobody can sign in (recovery)',
  'login.wait': 'Wait another {{seconds}} s.',

  'password.title': 'Change password',
  'password.must':
    'Replace your password by a new one of your own: it was handed to you, or has reached its age. Until then nothing else can be done.',
  'password.first':
    'Replace the password that was handed to you by one of your own. Until then nothing else can be done.',
  'password.current': 'Present password',
  'password.handed': 'Password handed to you',
  'password.next': 'New password',
  'password.repeat': 'New password, once more',
  'password.rule':
    'At least {{min}} characters. Length matters; signs and digits are not asked for. No common passwords, and not your identifier in it.',
  'password.submit': 'Change',
  'password.done': 'The password was changed.',

  roles: 'Roles',

  ...refusalsEn,
  'refusal.retention-years': 'A number of years from 1 to 100, or nothing.',
  ...retentionRefusalsEn,
} satisfies Record<keyof typeof ja, string>;
