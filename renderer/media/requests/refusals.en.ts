import type { RequestRefusal } from '../../../shared/media/requests/refusals.ts';

export const requestRefusalsEn = {
  'refusal.medium-missing': 'The register has no such medium. Choose one of it, or describe the medium.',
  'refusal.medium-not-kept':
    'Medium {{medium}} is not at its place (out, lost or destroyed). Look it up in the register, and choose another.',
  'refusal.medium-not-for':
    'Medium {{medium}} may carry confidentiality {{upTo}} at most. Choose another for confidentiality {{confidentiality}}.',
  'refusal.area-missing': 'There is no such area. Choose another.',
  'refusal.area-retired': 'Area {{area}} is not in use any more. Choose another.',
  'refusal.classification-below-quoted':
    'The classification is lower than that of “{{title}}”, which it quotes (confidentiality {{confidentiality}}). Make it as high at least.',
  'refusal.restriction-missing':
    'Restrictions of “{{title}}”, which it quotes, are left out. Tick all of them.',
  'refusal.encryption-required':
    'The restrictions ask for encryption and the medium is not encrypted. Choose an encrypted one.',
  'refusal.until-before-from': 'The period ends before it begins. Correct the period.',
  'refusal.period-over': 'The period is over. Correct the period and submit again.',
  'refusal.return-due-required': 'What is carried out has to come back. Enter when it is due.',
  'refusal.due-outside-period':
    'The return is due outside the period. Enter a time after its beginning and not after its end.',
  'refusal.destination-required': 'A carry-out or transfer needs a destination. Enter it.',
  'refusal.means-required': 'A transfer needs its means. Enter how it is sent or carried.',
  'refusal.protection-required':
    'A transfer of confidentiality 2 or 3 needs protection. Enter encryption, seal or the like.',
  'refusal.connection-required':
    'A maintenance computer needs its connection checked. Enter what it is connected to, and the answers.',
  'refusal.connection-unexplained':
    'There is a “no” among the checks of the connection. Enter why, and what is done instead, in the note.',
  'refusal.emergency-kind':
    'Only carrying in can be an emergency. Submit a usual request for a carry-out or transfer.',
  'refusal.allowed-by-self':
    'Whoever allowed it by word of mouth is the person who records it. Enter the name of whoever is in charge.',
  'refusal.allowed-by-bearer':
    'Whoever allowed it by word of mouth is {{bearer}}, who carries it. Enter the name of whoever is in charge.',

  'refusal.request-missing':
    'There is no such request. Its retention may have ended and it was erased. Choose another from the list.',
  'refusal.request-undecided':
    'Request no. {{no}} ({{medium}}) has not been decided yet. Wait for the officer’s decision.',
  'refusal.request-endorsed':
    'The first officer has agreed to request no. {{no}} ({{medium}}). A second officer has to approve it.',
  'refusal.request-returned':
    'Request no. {{no}} ({{medium}}) was returned. Wait until it has been completed and submitted again.',
  'refusal.request-approved': 'Request no. {{no}} ({{medium}}) is approved. Nothing has changed.',
  'refusal.request-notified':
    'No. {{no}} ({{medium}}) is a notification, which is not approved or refused. Take note of it, return it or withdraw it.',
  'refusal.request-acknowledged':
    'Notification no. {{no}} ({{medium}}) was taken note of. Nothing has changed.',
  'refusal.request-emergency':
    'No. {{no}} ({{medium}}) is an emergency that waits for its decision. It cannot be submitted again or taken back.',
  'refusal.request-refused':
    'Request no. {{no}} ({{medium}}) was refused. If the medium is inside, have it taken out.',
  'refusal.request-withdrawn':
    'The permission of request no. {{no}} ({{medium}}) was withdrawn. Have the medium taken out, or brought back.',
  'refusal.request-retracted': 'Request no. {{no}} ({{medium}}) was taken back. Submit a new one.',
  'refusal.permission-needed':
    'Request no. {{no}} ({{medium}}) needs a permission. Taking note is not enough: approve or refuse it.',
  'refusal.emergency-not-returned':
    'Emergency no. {{no}} ({{medium}}) cannot be returned. Approve or refuse it.',

  'refusal.own-request': 'Request no. {{no}} ({{medium}}) is your own. Another officer has to decide on it.',
  'refusal.same-officer':
    'You have agreed to request no. {{no}} ({{medium}}) already. Another officer has to approve it.',
  'refusal.not-requester':
    'Only whoever submitted request no. {{no}} ({{medium}}) can change it or take it back.',
  'refusal.request-changed':
    'Request no. {{no}} ({{medium}}) changed after it was shown. No decision was recorded. Open it again and read it.',
  'refusal.nothing-changed': 'It is as it was. Nothing has changed.',
  'refusal.reason-required': 'Enter the reason. Whoever asked will read it.',

  'refusal.wrong-kind':
    'This cannot be recorded for the kind of request no. {{no}} ({{medium}}): carry-in, carry-out or transfer.',
  'refusal.already-carried':
    'The medium of request no. {{no}} ({{medium}}) has been carried in or out already.',
  'refusal.already-over': 'Request no. {{no}} ({{medium}}) is over: taken out, given back or delivered.',
  'refusal.not-inside': 'The medium of request no. {{no}} ({{medium}}) is not inside.',
  'refusal.not-outside': 'The medium of request no. {{no}} ({{medium}}) is not outside.',
  'refusal.too-early': 'The period has not begun. Wait for it, or request another period.',
  'refusal.too-late': 'The period is over. Submit a new request.',
  'refusal.visit-missing': 'There is no such visit. Choose another.',
  'refusal.visit-not-inside': '{{visitor}} is not inside. Sign them in first.',
  'refusal.visit-required':
    'This has to be tied to the visit of {{bearer}}. Sign them in and choose the visit.',
  'refusal.bearer-differs':
    'The request names {{bearer}} as bearer, and the visit is that of {{visitor}}. Choose the bearer’s visit, or submit the request again.',
  'refusal.handed-to-bearer':
    'It would be handed over to {{bearer}}, who carried it in. Enter the name of somebody of the site.',
  'refusal.before-visit': 'This is before the visitor came in. Enter a later time.',
  'refusal.before-carried': 'This is before the medium was carried in or out. Enter a later time.',
  'refusal.in-future': 'This lies in the future. Enter a time before now.',
  'refusal.late-reason-required':
    'What happened more than 5 minutes ago needs a reason for being recorded late. Enter it.',

  'refusal.quarantined': 'Medium {{medium}} is in quarantine. It is not moved until an officer ends that.',
  'refusal.check-missing': 'No malware check of {{medium}} is recorded. Check it and record the result.',
  'refusal.second-check-missing':
    'Medium {{medium}} needs a second malware check with another product. Check it and record the result.',
  'refusal.check-outdated':
    'Medium {{medium}} was checked with definitions that are out of date. Check it again with current ones.',
  'refusal.check-before-leaving':
    'Medium {{medium}} has left the site since it was checked. Nobody knows what was written on it outside: check it again, and record that.',
  'refusal.check-after-move':
    'The check of {{medium}} was made after it moved. If it was checked before, record that check with its own time; if not, tell an officer. Nothing was recorded.',
  'refusal.check-too-old':
    'The check of medium {{medium}} is older than the rules for media allow. Check it again, and record that.',
  'refusal.findings-open':
    'Something was found on {{medium}} and is not decided on. It stays where it is until an officer decides.',
  'refusal.findings-refused':
    'Because of what was found on {{medium}}, an officer decided that it is not moved. It stays until that is decided otherwise.',
  'refusal.listing-missing': 'There is no content list of {{medium}}. Take one.',
  'refusal.difference-open':
    'What is on {{medium}} differs from before. It stays where it is until an officer has looked at it.',

  'refusal.draft-too-many': 'There can be 50 drafts. Delete one that is not needed, then save.',
} as const satisfies Readonly<Record<`refusal.${RequestRefusal}`, string>>;
