import { describe, expect, test } from 'vitest';
import { en as accountsEn } from '../../../renderer/accounts/messages.en.ts';
import { ja as accountsJa } from '../../../renderer/accounts/messages.ja.ts';
import { en as checkEn } from '../../../renderer/accounts/check/messages.en.ts';
import { ja as checkJa } from '../../../renderer/accounts/check/messages.ja.ts';
import { en as peopleEn } from '../../../renderer/accounts/people/messages.en.ts';
import { ja as peopleJa } from '../../../renderer/accounts/people/messages.ja.ts';
import { en as policyEn } from '../../../renderer/accounts/policy/messages.en.ts';
import { ja as policyJa } from '../../../renderer/accounts/policy/messages.ja.ts';
import { en as proposalsEn } from '../../../renderer/accounts/proposals/messages.en.ts';
import { ja as proposalsJa } from '../../../renderer/accounts/proposals/messages.ja.ts';
import { en as wizardEn } from '../../../renderer/accounts/wizard/messages.en.ts';
import { ja as wizardJa } from '../../../renderer/accounts/wizard/messages.ja.ts';
import { en as faultEn } from '../../../renderer/app/fault/messages.en.ts';
import { ja as faultJa } from '../../../renderer/app/fault/messages.ja.ts';
import { en as appEn } from '../../../renderer/app/messages.en.ts';
import { ja as appJa } from '../../../renderer/app/messages.ja.ts';
import { en as mediaEn } from '../../../renderer/media/messages.en.ts';
import { ja as mediaJa } from '../../../renderer/media/messages.ja.ts';
import { en as mediaPolicyEn } from '../../../renderer/media/policy/messages.en.ts';
import { ja as mediaPolicyJa } from '../../../renderer/media/policy/messages.ja.ts';
import { en as registerEn } from '../../../renderer/media/register/messages.en.ts';
import { ja as registerJa } from '../../../renderer/media/register/messages.ja.ts';
import { en as trailEn } from '../../../renderer/trail/messages.en.ts';
import { ja as trailJa } from '../../../renderer/trail/messages.ja.ts';
import { en as slipEn } from '../../../renderer/trail/checkpoint/messages.en.ts';
import { ja as slipJa } from '../../../renderer/trail/checkpoint/messages.ja.ts';
import { en as sheetsEn } from '../../../renderer/ui/sheet/messages.en.ts';
import { ja as sheetsJa } from '../../../renderer/ui/sheet/messages.ja.ts';
import { en as trailReviewEn } from '../../../renderer/trail/review/messages.en.ts';
import { ja as trailReviewJa } from '../../../renderer/trail/review/messages.ja.ts';
import { en as trailCompareEn } from '../../../renderer/trail/compare/messages.en.ts';
import { ja as trailCompareJa } from '../../../renderer/trail/compare/messages.ja.ts';
import { en as trailExportEn } from '../../../renderer/trail/export/messages.en.ts';
import { ja as trailExportJa } from '../../../renderer/trail/export/messages.ja.ts';
import { en as keysEn } from '../../../renderer/accounts/keys/messages.en.ts';
import { ja as keysJa } from '../../../renderer/accounts/keys/messages.ja.ts';
import { en as vaultEn } from '../../../renderer/vault/messages.en.ts';
import { ja as vaultJa } from '../../../renderer/vault/messages.ja.ts';
import { en as trailRetentionEn } from '../../../renderer/trail/retention/messages.en.ts';
import { ja as trailRetentionJa } from '../../../renderer/trail/retention/messages.ja.ts';
import { accountsEvents } from '../../../shared/accounts/events.ts';
import { OPENING_FAULTS } from '../../../shared/accounts/model.ts';
import { ACCOUNTS_REFUSALS } from '../../../shared/accounts/rules.ts';
import { entriesEvents } from '../../../shared/entries/events.ts';
import { mediaEvents } from '../../../shared/media/events.ts';
import { SHEETS_REFUSALS } from '../../../shared/sheets/contract.ts';
import { trailEvents } from '../../../shared/trail/events.ts';
import { TRAIL_REFUSALS } from '../../../shared/trail/refusals.ts';
import { BREAKS } from '../../../shared/trail/model.ts';
import { vaultEvents } from '../../../shared/vault/events.ts';
import { BACKUP_FAULTS } from '../../../shared/vault/model.ts';
import { VAULT_REFUSALS } from '../../../shared/vault/rules.ts';

const both: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  Readonly<Record<string, string>>,
])[] = [
  ['app', appJa, appEn],
  ['accounts', accountsJa, accountsEn],
  ['accounts/check', checkJa, checkEn],
  ['accounts/people', peopleJa, peopleEn],
  ['accounts/policy', policyJa, policyEn],
  ['accounts/proposals', proposalsJa, proposalsEn],
  ['wizard', wizardJa, wizardEn],
  ['fault', faultJa, faultEn],
  ['media', mediaJa, mediaEn],
  ['media: rules', mediaPolicyJa, mediaPolicyEn],
  ['media: register', registerJa, registerEn],
  ['trail', trailJa, trailEn],
  ['checkpoint slip', slipJa, slipEn],
  ['the trail: review', trailReviewJa, trailReviewEn],
  ['the trail: compare', trailCompareJa, trailCompareEn],
  ['the trail: export', trailExportJa, trailExportEn],
  ['the trail: retention', trailRetentionJa, trailRetentionEn],
  ['sheets', sheetsJa, sheetsEn],
  ['vault', vaultJa, vaultEn],
  ['keys', keysJa, keysEn],
];

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name).toSorted();

describe.each(both)('the texts of %s', (_, ja, en) => {
  test('are there in both languages with the same placeholders', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(ja).toSorted());
    for (const [key, text] of Object.entries(ja)) {
      expect([key, text.length > 0, (en[key] ?? '').length > 0]).toEqual([key, true, true]);
      expect([key, placeholders(en[key] ?? '')]).toEqual([key, placeholders(text)]);
    }
  });
});

test('every refusal of account work has words', () => {
  expect(ACCOUNTS_REFUSALS.filter((code) => !(`refusal.${code}` in accountsJa))).toEqual([]);
});

test('every refusal of the trail has words', () => {
  expect(TRAIL_REFUSALS.filter((code) => !(`refusal.${code}` in trailJa))).toEqual([]);
});

test('every refusal of a sheet has words', () => {
  expect(SHEETS_REFUSALS.filter((code) => !(`refusal.${code}` in sheetsJa))).toEqual([]);
});

test('every fault at opening says what happened, what is kept and what to do', () => {
  const wanted = OPENING_FAULTS.flatMap((fault) => ['what', 'kept', 'do'].map((part) => `${fault}.${part}`));
  expect(wanted.filter((key) => !(key in faultJa))).toEqual([]);
});

test('every kind of damage and every type of event has words on the trail', () => {
  const events = { ...accountsEvents, ...entriesEvents, ...mediaEvents, ...trailEvents, ...vaultEvents };
  const types = Object.keys(events).map((type) => `type.${type}`);
  const wanted = [...types, ...BREAKS.map((kind) => `break.${kind}`)];
  expect(wanted.filter((key) => !(key in trailJa))).toEqual([]);
});

test('every refusal and every fault of a backup has words', () => {
  const wanted = [...VAULT_REFUSALS, ...BACKUP_FAULTS].map((code) => `refusal.${code}`);
  const short = BACKUP_FAULTS.map((fault) => `fault.${fault}`);
  expect([...wanted, ...short].filter((key) => !(key in vaultJa))).toEqual([]);
});
