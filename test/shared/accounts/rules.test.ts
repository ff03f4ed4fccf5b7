import { describe, expect, it } from 'vitest';
import { Founding } from '../../../shared/accounts/contract.ts';
import type { Role } from '../../../shared/accounts/model.ts';
import { checkFounding, checkPassword } from '../../../shared/accounts/rules.ts';

const fine = () => false;

function person(identifier: string, roles: readonly Role[], password = 'quiet-harbour-71-lamp') {
  return { identifier, name: '氏名', reading: '', roles: [...roles], password, mustChangePassword: false };
}

function founding(accounts: readonly ReturnType<typeof person>[]) {
  return Founding.parse({ site: { code: 'midori', name: '浄水場', room: '監視室' }, accounts });
}

const two = [person('kanri1', ['administrator']), person('kanri2', ['administrator'])];
const officer = person('sekinin', ['officer', 'bcp']);

describe('founding a site', () => {
  it('is taken with two administrators and an officer', () => {
    expect(checkFounding(founding([...two, officer]), fine)).toBeUndefined();
  });

  it('is refused with one administrator, however many others there are', () => {
    expect(checkFounding(founding([person('kanri1', ['administrator']), officer]), fine)).toEqual({
      code: 'founding-two-administrators',
      field: 'accounts',
    });
  });

  it('is refused without an officer', () => {
    expect(checkFounding(founding([...two, person('souta', ['operator'])]), fine)).toEqual({
      code: 'founding-officer',
      field: 'accounts',
    });
  });

  it('is refused when an administrator would also see a ledger', () => {
    const both = person('kanri3', ['administrator', 'officer']);
    expect(checkFounding(founding([...two, both]), fine)).toEqual({
      code: 'administrator-ledger-role',
      field: 'accounts.2.roles',
    });
  });

  it('U4 is refused when an identifier comes twice, in other case or width', () => {
    for (const again of ['SEKININ', 'ｓｅｋｉｎｉｎ', ' Sekinin ']) {
      expect(checkFounding(founding([...two, officer, person(again, ['operator'])]), fine), again).toEqual({
        code: 'identifier-taken',
        field: 'accounts.3.identifier',
      });
    }
  });

  it('is refused with a common password, and names whose', () => {
    const common = (password: string) => password === 'passwordpassword';
    const weak = person('souta', ['operator'], 'PasswordPassword');
    expect(checkFounding(founding([...two, officer, weak]), common)).toEqual({
      code: 'password-common',
      field: 'accounts.3.password',
    });
  });
});

describe('what the wizard hands over', () => {
  const parse = (over: object) =>
    Founding.safeParse({
      site: { code: 'midori', name: '浄水場', room: '監視室' },
      accounts: [{ ...officer, ...over }],
    });

  it('has identifiers of the known form, folded', () => {
    expect(parse({ identifier: 'Ｓｅｋｉ.1' }).data?.accounts[0]?.identifier).toBe('seki.1');
    for (const bad of ['', 'a', '責任者', 'a b', '-ab', 'x'.repeat(33), 'a\u0000b', '../a']) {
      expect(parse({ identifier: bad }).success, JSON.stringify(bad)).toBe(false);
    }
  });

  it('has passwords of twelve characters at least, counted as people count them', () => {
    expect(parse({ password: '水'.repeat(12) }).success).toBe(true);
    expect(parse({ password: '水'.repeat(11) }).error?.issues[0]?.message).toBe('password-too-short');
    expect(parse({ password: '𠮷'.repeat(11) }).error?.issues[0]?.message).toBe('password-too-short');
    expect(parse({ password: 'x'.repeat(257) }).success).toBe(false);
  });

  it('has a site code that can stand in a chain and a file name', () => {
    const site = (code: string) =>
      Founding.safeParse({ site: { code, name: 'n', room: 'r' }, accounts: [] }).success;
    expect(['midori', 'a1', 'dai-2'].map(site)).toEqual([true, true, true]);
    expect(['', 'a', 'Midori', '-a', 'a-', 'a_b', 'a/b', '水', 'x'.repeat(25)].some(site)).toBe(false);
  });
});

describe('a password being chosen', () => {
  it('is refused when it holds its owner’s identifier, in any case', () => {
    expect(checkPassword('My-SouTa-password-9', 'souta', fine)).toEqual({
      code: 'password-holds-name',
      field: 'password',
    });
    expect(checkPassword('quiet-harbour-71-lamp', 'souta', fine)).toBeUndefined();
  });
});
