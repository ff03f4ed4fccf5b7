import type { refusalsJa } from './refusals.ja.ts';

/** What happened, what was kept, what to do: for every code with which account work is refused. */
export const refusalsEn = {
  'refusal.recovery-fault':
    'There is something wrong with the ledger file ({{fault}}). Nothing has changed. Restore it from a backup and try again.',
  'refusal.recovery-nothing': 'The sheets are not complete yet. Enter them from the beginning.',
  'refusal.share-length': 'A sheet has 72 letters: six rows of twelve. Check that none is missing.',
  'refusal.share-row': 'Row {{row}} holds a mistake. Look at row {{row}} on the paper.',
  'refusal.share-version': 'This version of the program cannot read this sheet.',
  'refusal.share-same-half': "The same half was entered twice. Enter the other custodian's sheet.",
  'refusal.share-other-pair': 'These sheets are of different pairs. Use two of the same pair.',
  'refusal.share-other-generation':
    'These sheets were issued at different times. Use two that were handed over together.',
  'refusal.share-no-pair': 'The sheets of this pair have been used or revoked and open nothing.',
  'refusal.share-old-generation':
    'This sheet is an old one. Use the one handed over when they were issued anew.',
  'refusal.share-wrong':
    'These two sheets do not open this ledger. They are of another site, or were altered.',
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
  'refusal.password-too-short': 'Use at least {{min}} characters.',
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

  // Account work by two people
  'refusal.sign-in-hours':
    'This identifier cannot be used at this hour. Ask an administrator about its hours.',
  'refusal.account-missing': 'There is no such account. Nothing has changed. Choose from the list again.',
  'refusal.account-active': '{{name}} is not suspended. Nothing has changed.',
  'refusal.account-suspended': '{{name}} is suspended: restore the account first. Nothing has changed.',
  'refusal.account-closed':
    'The identifier of {{name}} is closed, and closed ones stay closed. Nothing has changed.',
  'refusal.account-no-key': 'The roles of this account have no signing key: there is none to replace.',
  'refusal.last-administrators':
    'This would leave fewer than two active administrators. Register another administrator first.',
  'refusal.last-officer': 'This would leave no active security officer. Register another officer first.',
  'refusal.policy-password-min': 'The shortest password has to be between 12 and 64 characters.',
  'refusal.policy-iterations': 'Iterations have to be between 600,000 and 10,000,000.',
  'refusal.recovery-same-custodian': 'The two custodians have to be two people.',
  'refusal.check-incomplete': 'Not yet judged: {{missing}}. Judge every account.',
  'refusal.check-changed':
    'Accounts changed since the check was begun. Nothing was recorded. Open the screen again and look once more.',
  'refusal.proposal-missing': 'There is no such proposal. Nothing has changed. Choose from the list again.',
  'refusal.proposal-nothing-changes': 'This is how it is already. Change something.',
  'refusal.proposal-own': 'Whoever proposes cannot confirm or refuse. Somebody else with the right has to.',
  'refusal.proposal-own-account':
    'Nobody proposes or confirms something about themselves. Somebody else with the right has to.',
  'refusal.proposal-open-already':
    'A proposal about the same already waits. Have it confirmed, or withdraw it, first.',
  'refusal.proposal-nobody-to-confirm':
    'Nobody could confirm this. Besides whoever proposes, another active administrator is needed.',
  'refusal.proposal-confirmed': 'This proposal has been confirmed already. Nothing has changed.',
  'refusal.proposal-refused': 'This proposal has been refused. Nothing has changed.',
  'refusal.proposal-withdrawn': 'This proposal has been withdrawn. Nothing has changed.',
  'refusal.proposal-void':
    'Whoever proposed this has been suspended or closed or has other roles: it is void. Propose it anew if it is needed.',
  'refusal.proposal-expired': 'This proposal has expired. Propose it anew if it is needed.',
  'refusal.recovery-no-pair':
    'There is no recovery key of this pair. Nothing has changed. Check the number of the pair.',
  'refusal.proposal-not-own': 'Only whoever proposed it can withdraw it. Others can refuse it.',
  'refusal.rotation-failed':
    'The ledger could not be encrypted anew. It stands under its earlier key and nothing is lost. Check the free space and try again.',

  // What the window alone refuses
  'refusal.close-lines': 'Some pasted lines cannot be closed. Correct or remove the lines named.',
  'refusal.close-nobody': 'Tick or paste whom to close.',
  'refusal.roles-required': 'Choose at least one role.',
  'refusal.policy-numbers': 'Some values are out of range. Put the marked fields right.',
} as const satisfies Readonly<Record<keyof typeof refusalsJa, string>>;
