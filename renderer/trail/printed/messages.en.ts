import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  title: 'Verify the signature block of a printed form',
  about:
    'Paste the text of a signature block, or click into the field and read the QR code with a scanner. One block at a time.',
  text: 'Text of the signature block',
  hint: 'From “SUIMON SIGNATURE 1” to “-----END SIGNED DATA-----”. It is verified by itself once the last line has been read. Switch Japanese input off before you scan.',
  check: 'Verify',
  clear: 'Clear, and verify the next',

  stands: 'It stands. It is the signature of entry {{seq}} of this trail.',
  'stands.means':
    'What follows was signed by the person named. Compare it with what the paper says. It may have been withdrawn since: open the request to see how it stands now.',
  unsound: 'It is entry {{seq}} of this trail, but the signature is not by the key of that person.',
  'unsound.means': 'The trail holds a signature that does not stand. Verify the trail.',
  'altered.signed': 'It was altered. The signature does not fit what was signed, or the public key.',
  'altered.head':
    'It was altered. The signature is genuine, but not as in entry {{own}} of this trail: {{parts}}.',
  'altered.means':
    'It may have been misread. If it is the same when read again, do not take this paper as a permit, and tell an officer.',
  'part.entry': 'the number',
  'part.hash': 'the hash',
  'part.signer': 'the signer’s identifier',
  'part.signed': 'the content',
  comma: ', ',
  'foreign.site': 'It is not of this ledger, but a form of site “{{site}}”.',
  'foreign.beyond': 'It is not of this ledger: this trail has no entry {{seq}}.',
  'foreign.entry': 'It is not of this ledger: entry {{seq}} of this trail is another record.',
  'foreign.means':
    'Signature and content fit each other, but this trail does not hold them: it is of another site, or somebody made it with a key of their own, or the ledger was restored from an older backup.',

  signer: 'Signer',
  signerId: 'Identifier',
  at: 'Signed',
  what: 'Kind',
  'data.decision': 'Decision',
  'data.revision': 'Revision',
  'data.conditions': 'Conditions',
  'data.reason': 'Reason',
  'data.digest': 'Digest of what is asked',
  'decision.approve': 'Permitted',
  'decision.refuse': 'Refused',
  'decision.return': 'Returned',
  'decision.acknowledge': 'Notification seen',
  open: 'Open the request',
};
