import { describe, expect, test } from 'vitest';
import { foundingOf, newPerson, problemsOf } from '../../../renderer/accounts/wizard/people.ts';
import { whereRefused } from '../../../renderer/accounts/wizard/steps.ts';
import { Founding } from '../../../shared/accounts/contract.ts';

const good = {
  name: '管理 一郎',
  identifier: 'admin1',
  password: 'a good long password',
  repeat: 'a good long password',
};

describe('a person in the wizard', () => {
  test('has nothing wrong when all is filled in', () => {
    const person = { ...newPerson(['administrator']), ...good };
    expect(problemsOf(person, [person])).toEqual({});
  });
  test('is told each thing that is wrong, by field', () => {
    const person = { ...newPerson([]), password: 'short', repeat: 'other' };
    expect(problemsOf(person, [person])).toEqual({
      identifier: 'required',
      name: 'required',
      roles: 'required',
      password: 'password-too-short',
      repeat: 'password-different',
    });
  });
  test('cannot take an identifier that another has, in any case or width', () => {
    const first = { ...newPerson(['administrator']), ...good };
    const second = { ...newPerson(['administrator']), ...good, identifier: 'ＡＤＭＩＮ１' };
    expect(problemsOf(second, [first, second])).toEqual({ identifier: 'identifier-taken' });
  });
  test('cannot use the identifier within the password, nor be administrator and operator', () => {
    const person = {
      ...newPerson(['operator', 'administrator']),
      ...good,
      password: 'my-admin1-password',
      repeat: 'my-admin1-password',
    };
    expect(problemsOf(person, [person])).toEqual({
      password: 'password-holds-name',
      roles: 'administrator-ledger-role',
    });
  });
});

test('what the wizard hands over is what the contract takes', () => {
  const people = [
    { ...newPerson(['administrator']), ...good },
    { ...newPerson(['operator'], true), name: '山田', identifier: 'yamada' },
  ];
  const parsed = Founding.parse(
    foundingOf({ code: 'daini', name: '第二浄水場', room: '中央監視室' }, people),
  );
  expect(
    parsed.accounts.map(({ identifier, mustChangePassword, roles }) => ({
      identifier,
      mustChangePassword,
      roles,
    })),
  ).toEqual([
    { identifier: 'admin1', mustChangePassword: false, roles: ['administrator'] },
    { identifier: 'yamada', mustChangePassword: true, roles: ['operator'] },
  ]);
});

test.each([
  ['site.code', { step: 'site', person: undefined, field: 'code' }],
  ['accounts.0.password', { step: 'administrator1', person: 0, field: 'password' }],
  ['accounts.2.identifier', { step: 'officer', person: 2, field: 'identifier' }],
  ['accounts.5.roles', { step: 'others', person: 5, field: 'roles' }],
  ['accounts', { step: 'review', person: undefined, field: '' }],
  [undefined, { step: 'review', person: undefined, field: '' }],
])('a refusal of %s leads to its step', (field, expected) => {
  expect(whereRefused({ code: 'x', ...(field === undefined ? {} : { field }) })).toEqual(expected);
});
