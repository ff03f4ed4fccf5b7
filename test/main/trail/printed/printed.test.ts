import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestPaper } from '../../../../main/media/paper/queries.ts';
import { checkPrinted } from '../../../../main/trail/printed/check.ts';
import { append, ownHead } from '../../../../main/trail/append.ts';
import { signedBytes } from '../../../../main/trail/event-signature.ts';
import { place } from '../../../../main/trail/place.ts';
import { readEnvelope } from '../../../../main/trail/read.ts';
import { chainEntry } from '../../../../main/trail/printed/entry.ts';
import { fromDer, toDer } from '../../../../main/trail/printed/der.ts';
import { printedSignature } from '../../../../main/trail/printed/signature.ts';
import { run } from '../../../../main/vault/db.ts';
import { newSignatureKey, signWith } from '../../../../main/vault/signatures.ts';
import { armoured, readBlock, writeBlock } from '../../../../shared/trail/printed/block.ts';
import {
  asking,
  classified,
  decide,
  openRequests,
  PASSWORD,
  people,
  type RequestsDesk,
} from '../../media/requests-desk.ts';
import { digestsOf, opensslSays } from './openssl.ts';

let desk: RequestsDesk;
let other: RequestsDesk;
/** A request that two officers allowed, one of them with conditions. */
let allowed: string;
const paper = (id: string, of = desk) => {
  const found = requestPaper(of.test.ledger.read, id, of.now);
  if (found === undefined) throw new Error(id);
  return found;
};
const texts = (id: string, of = desk): string[] =>
  paper(id, of).signatures.map((one) => (one.state === 'holds' ? one.text : one.state));
const checked = (text: string, of = desk) => {
  const found = readBlock(text);
  return 'refusal' in found ? found : checkPrinted(of.test.ledger.read, found.block);
};
const first = (): string => texts(allowed)[0] ?? '';
const blockOf = (text: string) => {
  const found = readBlock(text);
  if ('refusal' in found) throw new Error(found.refusal.code);
  return found.block;
};

async function ask(of: RequestsDesk): Promise<string> {
  const details = asking(of.room, { classification: classified(3), purpose: '監視盤の更新 髙橋 𠮷田' });
  const { id } = await of.did('operator', 'submit', { details });
  await decide(of, 'officer', id, 'approve', { conditions: '立会いのもとで接続し、\n終わったら外すこと' });
  await decide(of, 'second', id);
  return id;
}

beforeAll(async () => {
  desk = await openRequests();
  other = await openRequests();
  allowed = await ask(desk);
}, 30_000);
afterAll(() => {
  desk.remove();
  other.remove();
});

describe('the signature block of a form', () => {
  it('names signer, suite, entry and hash, has every decision that counts, and is ASCII', () => {
    const { signatures, request } = paper(allowed);
    expect(
      signatures.map(({ state, signerId, signerName, seq }) => ({ state, signerId, signerName, seq })),
    ).toEqual(
      request.decisions.map(({ seq, officerId, officerName }) => ({
        state: 'holds',
        signerId: officerId,
        signerName: officerName,
        seq,
      })),
    );
    expect(signatures).toHaveLength(2);
    for (const text of texts(allowed)) expect(text).toMatch(/^[\n\x20-\x7e]+$/u);
    const { site, entry, signer, algorithm } = blockOf(first());
    expect({ site, entry, signer, algorithm }).toEqual({
      site: 'test-site',
      entry: request.decisions[0]?.seq,
      signer: people.officer.id,
      algorithm: 'ed25519',
    });
  });

  it('is verified by openssl with the commands of the manual, and what was signed is shown', () => {
    for (const [at, text] of texts(allowed).entries()) {
      const { verified, signed, said } = opensslSays(text);
      expect(verified, said).toBe(true);
      const event = JSON.parse(signed.split('\n')[1] ?? '') as Record<string, unknown>;
      const { request } = paper(allowed);
      expect(event).toMatchObject({
        type: 'request.decided',
        subject: `request:${allowed}`,
        actor: request.decisions[at]?.officerId,
        data: {
          decision: 'approve',
          revision: 1,
          digest: request.digest,
          conditions: request.decisions[at]?.conditions,
        },
      });
    }
  });

  it('is refused by openssl once one character of key, signature or signed bytes was changed', () => {
    const block = blockOf(first());
    const turned = (base64: string, at: number): string => {
      const bytes = Buffer.from(base64, 'base64');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes.toString('base64');
    };
    for (const part of ['key', 'signature', 'signed'] as const) {
      const text = writeBlock({ ...block, [part]: turned(block[part], 20) });
      expect(opensslSays(text).verified, part).toBe(false);
      expect(checked(text), part).toMatchObject({ result: 'altered', parts: ['signed'] });
    }
    const signed = Buffer.from(block.signed, 'base64').toString('utf8');
    const forged = signed.replace('立会いのもとで', '立会いなしで');
    expect(forged).not.toBe(signed);
    const text = writeBlock({ ...block, signed: Buffer.from(forged, 'utf8').toString('base64') });
    expect(opensslSays(text).verified).toBe(false);
    expect(checked(text)).toMatchObject({ result: 'altered', parts: ['signed'], own: null });
  });

  it('binds the whole of what is asked: openssl finds the digest that was signed', () => {
    const { asked, request } = paper(allowed);
    const form = `${first()}\n${armoured('REQUEST DATA', asked)}\n`;
    expect(digestsOf(form)).toEqual({ asked: request.digest, signed: request.digest });
    const changed = Buffer.from(
      Buffer.from(asked, 'base64').toString('utf8').replace('監視盤', '操作盤'),
    ).toString('base64');
    const { asked: now, signed } = digestsOf(`${first()}\n${armoured('REQUEST DATA', changed)}\n`);
    expect(now).toMatch(/^[0-9a-f]{64}$/u);
    expect(now).not.toBe(signed);
  });

  it('is of ECDSA as well in the form that openssl takes', () => {
    const { public: key, privateKey } = newSignatureKey('ecdsa-p256-sha256');
    for (let n = 0; n < 40; n += 1) {
      const signature = signWith(key.algorithm, privateKey, Buffer.from(`suimon event 1\n${n}`));
      expect(fromDer(toDer(signature))).toEqual(signature);
    }
    const bytes = Buffer.from('suimon event 1\n{}');
    const base = {
      site: 'x',
      entry: 1,
      hash: '0'.repeat(64),
      signer: 'y',
      algorithm: key.algorithm,
      key: key.key,
    };
    const signature = toDer(signWith(key.algorithm, privateKey, bytes)).toString('base64');
    const whole = { ...base, signature, signed: bytes.toString('base64') };
    expect(opensslSays(writeBlock(whole)).verified).toBe(true);
    const changed = Buffer.from('suimon event 1\n{ }').toString('base64');
    expect(opensslSays(writeBlock({ ...whole, signed: changed })).verified).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (junk) => {
        const read = fromDer(Buffer.from(junk));
        return read === undefined || toDer(read).equals(Buffer.from(junk));
      }),
    );
  });
});

describe('a block held against the ledger', () => {
  it('stands, whatever became of its blanks, and says what was signed', () => {
    const text = first();
    const { signatures } = paper(allowed);
    for (const form of [
      text,
      `水門 申請書\n${text}\n1 / 2 ページ`,
      text.replaceAll('\n', ''),
      text.replaceAll('\n', '\r\n'),
      text.replaceAll(/(.{17})/gu, '$1 \t\n'),
      // Scanned while a Japanese keyboard typed in full width.
      text.replaceAll(/[!-~]/gu, (character) =>
        String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
      ),
    ])
      expect(checked(form)).toMatchObject({
        result: 'stands',
        entry: signatures[0]?.seq,
        signerName: people.officer.name,
        content: { type: 'request.decided', subject: `request:${allowed}` },
      });
  });

  it('is altered where its head is not that of the entry', () => {
    const block = blockOf(first());
    const seq = block.entry;
    const others = { entry: seq - 1, hash: 'f'.repeat(64), signer: people.second.id };
    for (const [part, value] of Object.entries(others))
      expect(checked(writeBlock({ ...block, [part]: value }))).toEqual({
        site: 'test-site',
        entry: part === 'entry' ? seq - 1 : seq,
        result: 'altered',
        parts: [part],
        own: seq,
      });
  });

  it('is not of this ledger when it is of another, and beyond when the chain is shorter', async () => {
    expect(checked(first(), other)).toMatchObject({ result: 'foreign', why: 'beyond' });
    await ask(other);
    expect(checked(first(), other)).toMatchObject({ result: 'foreign', why: 'entry' });
    expect(checked(writeBlock({ ...blockOf(first()), site: 'elsewhere' }))).toMatchObject({
      result: 'foreign',
      why: 'site',
    });
    // Signed anew with a key of somebody's own: sound in itself, and nobody's here.
    const { public: key, privateKey } = newSignatureKey('ed25519');
    const bytes = Buffer.from(blockOf(first()).signed, 'base64');
    const own = writeBlock({
      ...blockOf(first()),
      key: key.key,
      signature: signWith('ed25519', privateKey, bytes).toString('base64'),
    });
    expect(opensslSays(own).verified).toBe(true);
    expect(checked(own)).toMatchObject({ result: 'foreign', why: 'entry' });
  });

  it('never stands after any one character was changed', () => {
    const text = first();
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code)),
        (at, character) => {
          if (/\s/u.test(text[at] ?? ' ') || text[at] === character) return true;
          const found = checked(text.slice(0, at) + character + text.slice(at + 1));
          return 'refusal' in found || found.result !== 'stands';
        },
      ),
      { numRuns: 600 },
    );
  });

  it('what is no block is refused by name', () => {
    const text = first();
    const refused = (of: string) => {
      const found = checked(of);
      return 'refusal' in found ? found.refusal : found.result;
    };
    expect(refused('')).toEqual({ code: 'printed-none', field: 'text' });
    expect(refused(`${text}\n${text}`)).toEqual({ code: 'printed-several', field: 'text' });
    expect(refused(text.slice(0, -30))).toEqual({
      code: 'printed-part',
      field: 'text',
      detail: { part: 'SIGNED DATA' },
    });
    expect(refused(text.replace('hash:', 'hush:'))).toMatchObject({ detail: { part: 'entry' } });
    fc.assert(
      fc.property(fc.boolean(), fc.string({ maxLength: 300 }), (begins, junk) => {
        return 'refusal' in readBlock(begins ? `${text.slice(0, 300)}${junk}` : junk);
      }),
    );
  });

  it('is found to stand by its hash even after the payload is gone', () => {
    const block = first();
    const { entry } = blockOf(block);
    const db = desk.test.ledger.write;
    db.exec('BEGIN IMMEDIATE');
    db.exec('DROP TRIGGER chain_payload_no_delete');
    run(db, 'DELETE FROM chain_payload WHERE place = ?', place(1, entry));
    expect(printedSignature(db, entry)).toMatchObject({ state: 'erased' });
    expect(checkPrinted(db, blockOf(block))).toMatchObject({ result: 'stands' });
    db.exec('ROLLBACK');
  });
});

describe('a signature that does not stand', () => {
  it('has no block: bytes or view changed behind the chain', async () => {
    const id = await ask(desk);
    const db = desk.test.ledger.write;
    db.exec('BEGIN IMMEDIATE');
    run(
      db,
      "UPDATE media_decision SET conditions = '無条件' WHERE request = (SELECT no FROM media_request WHERE id = ?)",
      id,
    );
    expect(requestPaper(db, id, desk.now)?.signatures.map(({ state }) => state)).toEqual(['fails', 'fails']);
    db.exec('ROLLBACK');
    expect(texts(id)).toHaveLength(2);
    expect(paper(id).signatures.map(({ state }) => state)).toEqual(['holds', 'holds']);
  });

  it('is that of an entry signed with a key that was not its signer’s: on the chain, and unsound', async () => {
    const { id } = await desk.did('operator', 'submit', { details: asking(desk.room) });
    const { request } = paper(id);
    const { public: key, privateKey } = newSignatureKey('ed25519');
    const db = desk.test.ledger.write;
    const head = ownHead(db);
    if (head === undefined) throw new Error('no site');
    const data = {
      revision: 1,
      digest: request.digest,
      decision: 'approve',
      conditions: '',
      reason: '',
    } as const;
    const signs = (bytes: Uint8Array) => ({
      ...key,
      value: signWith('ed25519', privateKey, bytes).toString('base64'),
    });
    const forged = { type: 'request.decided', version: 1, subject: `request:${id}`, data } as const;
    db.exec('BEGIN IMMEDIATE');
    const after = append(db, head, [forged], people.officer.id, desk.now, signs);
    expect(after).toBeDefined();
    const seq = head.seq + 1;
    expect(requestPaper(db, id, desk.now)?.signatures).toEqual([
      { seq, at: desk.now, signerId: people.officer.id, signerName: people.officer.name, state: 'fails' },
    ]);
    const entry = chainEntry(db, seq);
    const event = readEnvelope(entry?.bytes ?? Buffer.alloc(0));
    const found = checkPrinted(db, {
      site: 'test-site',
      entry: seq,
      hash: entry?.hash.toString('hex') ?? '',
      signer: people.officer.id,
      algorithm: 'ed25519',
      key: key.key,
      signature: event.signature?.value ?? '',
      signed: signedBytes(event).toString('base64'),
    });
    db.exec('ROLLBACK');
    expect(found).toMatchObject({ result: 'unsound', signerName: people.officer.name });
  });

  it('and a withdrawal has its own, beside that of the permission', async () => {
    const id = await ask(desk);
    await desk.did('officer', 'withdraw', { requestId: id, reason: '工事中止', password: PASSWORD });
    const found = texts(id);
    expect(found).toHaveLength(3);
    const { signed, verified } = opensslSays(found[2] ?? '');
    expect(verified).toBe(true);
    expect(signed).toContain('"type":"request.withdrawn"');
    expect(signed).toContain('工事中止');
  });
});
