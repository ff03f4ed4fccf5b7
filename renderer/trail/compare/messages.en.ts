import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  'slip.title': 'Compare a checkpoint slip',
  'slip.about':
    'Type the number and hash of a checkpoint kept elsewhere, on paper for instance, to see whether the trail is still the one of that time. The result goes on the trail.',
  'slip.size': 'Number (entries)',
  'slip.head': 'Hash',
  'slip.headHint':
    'All 64 digits, or the first 16 at least. Groups of four, capitals and full width are fine.',
  'slip.compare': 'Compare',
  'slip.equal': 'The same. Up to entry {{size}} this is the trail of that time.',
  'slip.equalMeans': 'Of what comes after entry {{size}} this slip says nothing.',
  'slip.differs': 'Different. This is not the trail of that time.',
  'slip.differsMeans':
    'Something from entry 1 to entry {{size}} was made anew after the slip was taken. Comparing a file of checkpoints narrows it down. Make sure, too, that the slip was copied right.',
  'slip.beyond': 'This ledger has no entry {{size}}. It has {{ledger}} now.',
  'slip.beyondMeans':
    'The ledger is shorter than it was then: entries are missing from {{next}} on at the latest. An older ledger may have been put back. Make sure, too, that the number was copied right.',
  'slip.part': 'The first {{n}} digits alone were compared.',
  'slip.read': 'Hash as read',
  'slip.taken': 'Letters that no hash has were read as the digit they look like: {{letters}}',

  'file.title': 'Compare a file of checkpoints',
  'file.about':
    'Choose the checkpoints.txt of an earlier export, or a file of signed checkpoints that were copied. Signatures are checked, and you see up to where the trail is the same and where the first bad entry can be.',
  'file.choose': 'Choose a file',
  'file.good': 'The same. All {{n}} checkpoints of “{{name}}” fit this trail, signature and content.',
  'file.doubt': 'Some of the {{n}} checkpoints of “{{name}}” cannot be taken as this site’s.',
  'file.bad': 'Different. The first bad entry is one of {{first}} to {{last}}.',
  'file.badOne': 'Different. The first bad entry is number {{seq}}.',
  'file.badMeans':
    'A checkpoint says only whether everything up to it is the same. Which entry of these it is, no checkpoint tells. Compare with backups or exports of that time.',
  'file.equalUpTo': 'Up to entry {{n}} this is the trail for which the checkpoint was made.',
  'file.nothingEqual': 'No checkpoint is equal, so no entry can be said to be right.',
  'file.unsigned':
    'The signature of {{n}} cannot be confirmed: altered, of another site, or the trail was made anew together with the site’s key. They were not used for the range.',
  'file.contradictory':
    'The checkpoints with number {{sizes}} cannot stand beside later ones. They are of another trail and were not used.',
  'file.list': 'Result for each checkpoint',
  'file.size': 'Number',
  'file.result': 'Result',
  'file.signature': 'Signature',
  'result.equal': 'Same',
  'result.differs': 'Different',
  'result.beyond': 'Not in the ledger',
  'signature.holds': 'Right',
  'signature.fails': 'Wrong',
  'signature.other-key': 'Another key',

  keep: 'Keep this ledger, its backups and the checkpoint that was compared as they are, and tell the information security officer.',
};
