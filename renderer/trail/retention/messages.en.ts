import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  'kind.visitor': 'Entries (visitors)',
  'kind.delivery': 'Entries (deliveries)',
  'kind.staff': 'Entries (staff)',
  'kind.media-requests': 'Media (requests, decisions, checks)',
  'kind.media-contents': 'Media (content lists)',
  'kind.media-register': 'Media (register: destroyed and lost)',

  'periods.title': 'Retention periods',
  'periods.about':
    'For how many years each kind of record is kept after the fiscal year it belongs to. An officer proposes, another officer or an auditor confirms.',
  'periods.none': 'Not set. Nothing is erased.',
  'periods.first': '{{n}} years (as nobody has set it otherwise)',
  'periods.never': 'Without end. Nothing is erased.',
  'periods.years': '{{n}} years',
  'periods.set': '{{at}}: proposed by {{proposed}}, confirmed by {{confirmed}}',
  'periods.propose': 'Propose a change',
  'periods.proposeFor': 'Propose a change of retention: {{kind}}',

  'due.title': 'Records whose retention has ended',
  'due.none': 'There is nothing to erase.',
  'due.noneUnset': 'No retention period is set, so there is nothing to erase.',
  'due.what': '{{kind}} {{year}}',
  'due.count': '{{n}} records',
  'due.since': 'May be erased since {{at}}',
  'due.open': '{{n}} open records (inside, exit unknown, badge not returned) are kept.',
  'due.openMedia':
    '{{n}} open records (undecided, inside or outside, overdue, in dispute, medium in use) are kept.',
  'due.propose': 'Propose erasure',
  'due.proposeFor': 'Propose to erase {{kind}} {{year}}',

  'pending.title': 'Proposals that wait to be confirmed',
  'pending.erasure': 'Erase {{kind}} {{year}}',
  'pending.years': 'Keep {{kind}} for {{n}} years',
  'pending.never': 'Keep {{kind}} without end',
  'pending.who': 'Proposed {{at}} by {{name}}. Another officer or an auditor confirms by {{until}}.',

  'erasing.going': 'Erasing',
  'erasing.about': 'If you stop it, nothing is erased.',

  'erased.title': 'Erased records',
  'erased.none': 'Nothing has been erased yet.',
  'erased.what': '{{kind}} {{year}}, {{n}} records',
  'erased.who': '{{at}}: proposed by {{proposed}}, confirmed by {{confirmed}} (trail entry {{seq}})',
  'erased.residue':
    'What was erased is gone from the ledger, the search and the write-ahead log. Fragments that may remain between the rows of the file are removed when the ledger is opened next: its file is then written anew.',
  'erased.backupsWhich': '{{name}} ({{at}}, {{folder}})',
  'erased.backups':
    'Backups made before an erasure still hold what was erased. Keep them safe until newer ones have taken their place. So do the copies that an upgrade left beside the ledger (ledger.suimon.before-…).',

  'form.setTitle': 'Propose a change of retention',
  'form.years': 'Years to keep',
  'form.yearsHint': 'A number from 1 to 100. Left empty: without end, nothing is erased.',
  'form.eraseTitle': 'Propose erasure',
  'form.eraseWhat':
    'Erases the content of {{n}} records: {{kind}} {{year}}. This cannot be undone. That they were recorded (entry and hash) stays on the trail.',
};
