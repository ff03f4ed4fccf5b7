import type { ja } from './messages.ja.ts';

export const en = {
  title: 'The ledger cannot be opened',
  what: 'What happened',
  kept: 'What is kept',
  do: 'What to do',
  file: 'The file concerned',
  again: 'Look again',
  recover: 'Recover (sheets of two custodians)',
  restore: 'Restore from a backup',

  'ledger-missing.what': 'The ledger file is not there. The key file still is.',
  'ledger-missing.kept': 'The keys are kept. Nothing can be said from here about the ledger.',
  'ledger-missing.do':
    'If the file was moved, put it back. If it is gone, restore it from a backup. Do not set up a new one.',
  'ledger-plaintext.what':
    'An unencrypted database stands where the ledger should be. It is not this ledger.',
  'ledger-plaintext.kept': 'That file has not been touched.',
  'ledger-plaintext.do':
    'Somebody may have put it there. Keep the file somewhere else, tell the officer, and restore from a backup.',
  'ledger-damaged.what': 'The ledger file is damaged or cut short.',
  'ledger-damaged.kept': 'The damaged file is left as it is. Nothing has been written to it.',
  'ledger-damaged.do':
    'Copy the file somewhere safe first, then restore from a backup. Have the disk checked.',
  'ledger-newer.what': 'This ledger was made by a newer version of Suimon.',
  'ledger-newer.kept': 'The ledger is well. It was not opened, because an older version could harm it.',
  'ledger-newer.do': 'Open it with the same or a newer version of Suimon.',
  'ledger-other-cipher.what': 'The ledger is encrypted in another way than the one laid down.',
  'ledger-other-cipher.kept': 'That file has not been touched.',
  'ledger-other-cipher.do':
    'Somebody may have put it there. Keep the file, tell the officer, and restore from a backup.',
  'keys-missing.what': 'The key file is not there. The ledger is, but there is no key to open it with.',
  'keys-missing.kept': 'The ledger is kept.',
  'keys-missing.do':
    'Restore the key file to its place from a backup. Without any copy of it the ledger cannot be opened.',
  'keys-damaged.what': 'The key file is damaged and cannot be read.',
  'keys-damaged.kept': 'The ledger is kept.',
  'keys-damaged.do': 'Restore the key file from a backup. Keep the damaged one.',
  'keys-altered.what': 'The key file was altered, or an old one was put back.',
  'keys-altered.kept': 'The ledger is kept. The altered keys were not used.',
  'keys-altered.do':
    'Somebody may have done this. Keep the present file, tell the officer, then restore the right copy.',
  'keys-algorithm.what': 'The key file names an algorithm or a number of rounds that is not permitted.',
  'keys-algorithm.kept': 'The ledger is kept. What the file names was not used.',
  'keys-algorithm.do':
    'It was altered or belongs to another version. Tell the officer and restore the right copy.',
  'secret-missing.what': "The site's secret file on this machine is missing or cannot be read.",
  'secret-missing.kept': 'The ledger and the key file are kept.',
  'secret-missing.do':
    "Restore Suimon's folder on this machine from a backup. If this is another machine than before, open the ledger on the first one.",
  'folder-unreadable.what': "The ledger's folder cannot be read.",
  'folder-unreadable.kept': 'Its content has not been touched.',
  'folder-unreadable.do':
    'Check that the disk is connected and that the permissions of the folder are right.',
} satisfies Record<keyof typeof ja, string>;
