import type { ja } from './messages.ja.ts';

export const en = {
  title: 'Common rules',
  about: 'These hold for everybody at this site. It takes two administrators to change them.',
  change: 'Propose a change',
  form: 'Change of the common rules',
  unchanged: 'This is how it is already. Change something.',

  passwordMin: 'Length of passwords',
  'passwordMin.unit': 'At least {{n}} characters',
  'passwordMin.about':
    'The shortest password that may be chosen from now on. Present ones can be used until they are changed.',
  'passwordMin.range': '12 to 64 characters',
  passwordMaxDays: 'Age of passwords',
  'passwordMaxDays.unit': '{{n}} days',
  'passwordMaxDays.never': 'No limit',
  'passwordMaxDays.about': 'An older one has to be replaced at the next sign-in. 0 sets no limit.',
  'passwordMaxDays.range': '0 to 3650 days',
  idleMinutes: 'Lock when nobody works',
  'idleMinutes.unit': '{{n}} min',
  'idleMinutes.about': 'A session locks after so many minutes in which nobody works.',
  'idleMinutes.range': '1 to 120 min',
  unusedDays: 'Days until an account counts as unused',
  'unusedDays.unit': '{{n}} days',
  'unusedDays.about': 'Whoever has not signed in for so long stands out at the check of accounts.',
  'unusedDays.range': '7 to 730 days',
  signatureSuite: 'Suite of signatures',
  'signatureSuite.about':
    'The suite of signing keys made from now on. Whoever holds another gets a new key at the next sign-in. Earlier signatures are still checked.',
  iterations: 'Iterations of key derivation (PBKDF2)',
  'iterations.unit': '{{n}} times',
  'iterations.about':
    'More of them withstand guessing better and make sign-in slower. Each person changes over at their next sign-in.',
  'iterations.range': '600000 to 10000000',
  ledgerEncryption: 'Encryption of the ledger',
  'ledgerEncryption.about':
    'How the ledger file is encrypted and how changes of it are detected. Another one takes effect at once: the whole ledger is encrypted anew, under a new key. The door goes on meanwhile. Backups under the one before can still be restored.',

  'encryption.sqlcipher-4-aes-256-cbc-hmac-sha512': 'AES-256-CBC + HMAC-SHA-512',
  'encryption.sqlcipher-4-aes-256-cbc-hmac-sha256': 'AES-256-CBC + HMAC-SHA-256',
  'suite.ed25519': 'Ed25519 (EdDSA)',
  'suite.ecdsa-p256-sha256': 'ECDSA P-256 (SHA-256)',
  fieldRange: '{{field}} ({{range}})',
  wrongNumber: 'Type a whole number ({{range}}).',
} satisfies Record<keyof typeof ja, string>;
