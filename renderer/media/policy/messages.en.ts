import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  title: 'Rules for media',
  about:
    'These hold for media carried in and out at this site. The security officer changes them with a signature. The change stands on the trail, and the next review points it out.',
  usb: 'This program does not block USB ports. It records whether the rules are kept; to keep media from being plugged in takes settings of the machine or sealed ports.',
  change: 'Change the rules',
  back: 'Cancel',
  form: 'Change of the rules for media',
  sign: 'Sign and change',
  done: 'The rules for media were changed.',
  reason: 'Reason',
  password: 'Password of {{name}}',
  signs: 'Your own key signs the change.',

  definitionsMaxDays: 'Age of malware definitions',
  'definitionsMaxDays.unit': 'Up to {{n}} days',
  'definitionsMaxDays.about':
    'A check made with older definitions does not suffice, unless an exception was given with its reason.',
  'definitionsMaxDays.range': '1 to 90 days',
  checkHours: 'How long a check is good',
  'checkHours.unit': '{{n}} hours from the check',
  'checkHours.about':
    'A medium with an older check cannot be moved until it is checked again: what was written since, nobody has looked at.',
  'checkHours.range': '1 to 168 hours',
  twoProductsFrom: 'Check with two products',
  'twoProductsFrom.value': '{{level}} and above',
  'twoProductsFrom.none': 'Not asked for (one is enough)',
  'twoProductsFrom.about': 'Media with information of this confidentiality are checked with two products.',
  releaseProducts: 'Checks to release from quarantine',
  'releaseProducts.unit': '{{n}} products',
  'releaseProducts.about':
    'A medium is released from quarantine as it is only if so many different products find nothing on it afterwards.',
  'releaseProducts.range': '1 to 2 products',
  contentList: 'Content lists',
  'contentList.yes': 'Taken on the way in and out',
  'contentList.no': 'Not taken',
  'contentList.about':
    'Names, sizes and hashes of all files on a medium, compared on the way out. What was added stops it until an officer has decided.',
  emergencyHours: 'Deciding on emergencies',
  'emergencyHours.unit': 'Within {{n}} hours',
  'emergencyHours.about':
    'An officer decides within this time on a medium that was carried in before it was permitted. Until then it stands on every home screen.',
  'emergencyHours.range': '1 to 72 hours',
  remindDays: 'Reminder of returns',
  'remindDays.unit': 'From {{n}} days before',
  'remindDays.zero': 'On the day',
  'remindDays.about': 'From how many days before its return is due a medium outside is pointed out.',
  'remindDays.range': '0 to 30 days',
  fieldRange: '{{field}} ({{range}})',
};
