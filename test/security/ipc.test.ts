import { describe, expect, it } from 'vitest';
import { isOwnUrl, isTrustedSender } from '../../main/ipc/trusted-sender.ts';
import { contentSecurityPolicy } from '../../main/protocol-policy.ts';
import { fileOf } from '../../main/protocol-policy.ts';

const top = { url: 'app://suimon/', parent: null, top: null };

describe('P1 the sender of a call', () => {
  it('is trusted when it is the main frame of our window on our origin', () => {
    expect(isTrustedSender(top, top)).toBe(true);
  });

  it('is refused when it is null, gone, a subframe, another window, or another origin', () => {
    expect(isTrustedSender(null, top)).toBe(false);
    expect(isTrustedSender(undefined, top)).toBe(false);
    expect(isTrustedSender(top, undefined)).toBe(false);
    expect(isTrustedSender({ url: 'app://suimon/', parent: top, top }, top)).toBe(false);
    expect(isTrustedSender({ ...top }, top)).toBe(false);
    const elsewhere = { url: 'https://example.com/', parent: null, top: null };
    expect(isTrustedSender(elsewhere, elsewhere)).toBe(false);
  });

  it('is judged by scheme and host exactly', () => {
    expect(isOwnUrl('app://suimon/index.html#/entries')).toBe(true);
    for (const url of [
      'app://suimon.example/',
      'app://x@suimon/',
      'app://suimon:80/',
      'http://suimon/',
      'file:///etc/passwd',
      'about:blank',
      'data:text/html,x',
      '',
    ]) {
      expect(isOwnUrl(url), url).toBe(false);
    }
  });
});

describe('P5 the pages served', () => {
  it('are files of the built window and nothing beyond its folder', () => {
    expect(fileOf('/built/renderer', 'app://suimon/')).toBe('/built/renderer/index.html');
    expect(fileOf('/built/renderer', 'app://suimon/assets/a.js')).toBe('/built/renderer/assets/a.js');
    expect(fileOf('/built/renderer', 'app://suimon/%2e%2e/main/main.js')).toBe(
      '/built/renderer/main/main.js',
    );
    for (const url of [
      'app://suimon/..%2f..%2fetc/passwd.js',
      'app://suimon/..%5cx.js',
      'app://suimon/a%00.js',
      'app://suimon/%',
      'app://other/index.html',
      'app://suimon/secret.txt',
      'app://suimon/assets',
    ]) {
      expect(fileOf('/built/renderer', url), url).toBeUndefined();
    }
  });

  it('carry a policy without unsafe words, connections or inline code', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });
});
