import type { ja } from './messages.ja.ts';

export const en: Readonly<Record<keyof typeof ja, string>> = {
  'visit.title': 'Media and machines brought along',
  'visit.none': 'Nothing was carried in with this visit.',
  'visit.carryIn': 'Carry in a medium',
  'visit.emergency': 'Emergency carry-in',
  'visit.open': 'Open request {{no}}',

  'action.carryIn': 'Carry in',
  'action.takeOut': 'Take out',
  'action.handOver': 'Hand over',
  'action.carryOut': 'Carry out',
  'action.giveBack': 'Take back',
  'action.deliver': 'Delivered',

  'title.carryIn': 'Record the carry-in: {{medium}}',
  'title.takeOut': 'Record the way out: {{medium}}',
  'title.handOver': 'Record the hand-over: {{medium}}',
  'title.carryOut': 'Record the carry-out: {{medium}}',
  'title.giveBack': 'Record the return: {{medium}}',
  'title.deliver': 'Record the delivery: {{medium}}',
  'title.choose': 'Carry in with {{name}}',

  'about.carryIn': 'Look at the serial number and the seal before you record it.',
  'about.takeOut': 'See that everything is there and how the seal is before you record it.',
  'about.handOver': 'With somebody of the utility, it stays inside while its visitor leaves.',
  'about.carryOut': 'Write down the seal and tell when it has to be back.',
  'about.giveBack': 'See whether the seal is as it was before you record it.',
  'about.deliver': 'Write down who took it.',

  'looked.open': 'Open the request to record checks and lists',

  'field.seal': 'Seal',
  'field.sealHint': 'Such as: seal A-1024, intact',
  'seal.before': 'Seal as recorded before: {{seal}}',
  'seal.none': 'No seal was recorded.',
  'field.at': 'When it happened',
  'field.lateReason': 'Why it is recorded late',
  'field.to.handOver': 'Who keeps it',
  'field.to.deliver': 'Who took it',
  'field.reason': 'Why it stays',
  'field.holder': 'Who carries it out',
  'field.visit': 'The visitor it comes with',
  'field.visitHint': 'A visitor inside of the bearer’s name',
  'field.noVisit': 'No visit (staff)',
  'field.request': 'Permitted or notified request',

  'late.open': 'It happened earlier',
  'late.close': 'It happens now',

  'choose.none': 'Nothing may be carried in now',
  'choose.noneDo':
    'Only what is permitted or notified and within its period is shown. If it cannot wait, record an emergency carry-in, which an officer decides afterwards.',
  'choose.other': 'Requests of other people',

  'done.carryIn': '{{medium}} was carried in',
  'done.takeOut': '{{medium}} was taken out',
  'done.handOver': '{{medium}} is kept by {{to}}',
  'done.carryOut': '{{medium}} was carried out',
  'done.giveBack': '{{medium}} is back',
  'done.deliver': '{{medium}} was delivered to {{to}}',

  'leave.title': 'A medium is still inside',
  'leave.again': 'Nothing is inside any more. Let the visitor out again.',
  'leave.do': 'Take it out or hand it over, then let the visitor out again.',
};
