import type { INSPECTION_REFUSALS } from '../../../shared/media/inspection/refusals.ts';

export const inspectionRefusalsEn = {
  'refusal.inspection-over':
    'This request has ended or came to nothing. No checks or lists can be added to it.',
  'refusal.entry-over':
    'The medium has been moved already. Checks and lists of the way in cannot be added afterwards.',
  'refusal.exit-not-yet':
    'The medium has not been moved yet. Record checks and lists of the way out once it has.',
  'refusal.check-in-future': 'The time of the check is later than now. Enter when it was made.',
  'refusal.definitions-in-future':
    'The date of the definitions is later than the check. Look at the date again.',
  'refusal.definitions-outdated':
    'The definitions are {{days}} days old ({{max}} are allowed). Update them and check again, or give a reason for an exception. Nothing was recorded.',
  'refusal.definitions-unknown':
    'This product does not tell the date of its definitions. See whether definitions are installed. Nothing was recorded.',
  'refusal.findings-missing': 'When something was found, enter at least one file and the name of what it is.',
  'refusal.findings-contradict': 'Findings are entered although nothing was found. Correct one of the two.',
  'refusal.findings-none': 'There are no findings to decide on.',
  'refusal.findings-changed': 'Another finding was recorded after you looked. Look at it before you decide.',
  'refusal.inspection-own-request': 'You asked for this medium yourself, so another officer has to decide.',
  'refusal.difference-none': 'There is no difference to decide on.',
  'refusal.difference-changed':
    'Another list was made after you looked. Look at the new difference before you decide.',
  'refusal.difference-settled': 'A decision on this difference has been recorded already.',
  'refusal.listing-not-wanted': 'No content list is made of machines of this kind.',
  'refusal.listing-erased':
    'The files of this list were erased: their retention has ended. That the list was taken, and its digest, stay.',
  'refusal.listing-unknown': 'This content list is not found. Open the request again.',
  'refusal.listing-too-many':
    'There are too many files to list (500,000 at most). Nothing was recorded. Take a part of them, or ask an officer.',
  'refusal.folder-forgotten': 'The drive you chose is no longer known. Choose it again.',
  'refusal.folder-own':
    '“{{path}}” holds the ledger of this program. Choose the drive of the medium that is to be looked at.',
  'refusal.folder-gone': '“{{path}}” is not there. See whether the medium is connected and choose it again.',
  'refusal.drive-gone':
    '“{{path}}” could no longer be read (the medium may have been pulled out). Nothing was recorded. Connect it and choose it again.',
  'refusal.inspection-running': 'Another check or list is under way. Wait for it, or stop it.',
  'refusal.scanner-missing':
    'This product is not found on this machine. Choose another, or check elsewhere and record it by hand.',
  'refusal.scan-failed': '{{product}} could not finish its check. Nothing was recorded. It says: {{why}}',
  'refusal.scan-incomplete':
    '{{n}} files could not be read, so nothing can be said to be clean (for instance {{path}}). Nothing was recorded. Make them readable and check again.',
} as const satisfies Readonly<Record<`refusal.${(typeof INSPECTION_REFUSALS)[number]}`, string>>;
