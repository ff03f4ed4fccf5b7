import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/media/messages.en.ts';
import { ja } from '../../../renderer/media/messages.ja.ts';
import { en as registerEn } from '../../../renderer/media/register/messages.en.ts';
import { ja as registerJa } from '../../../renderer/media/register/messages.ja.ts';
import { en as requestsEn } from '../../../renderer/media/requests/messages.en.ts';
import { ja as requestsJa } from '../../../renderer/media/requests/messages.ja.ts';
import { LIST_WORDS } from '../../../shared/media/lists/export-words.ts';
import { LIST_FIELDS } from '../../../shared/media/lists/model.ts';
import { encryptionOf, fieldOf, kindOf, stateOf, upToOf } from '../../../shared/media/lists/words.ts';
import { ENCRYPTIONS, MEDIUM_KINDS, MEDIUM_STATES } from '../../../shared/media/register/model.ts';
import { REQUEST_KINDS, REQUEST_STATES } from '../../../shared/media/requests/model.ts';

const LANGUAGES = [
  ['ja', LIST_WORDS.ja, ja, registerJa, requestsJa],
  ['en', LIST_WORDS.en, en, registerEn, requestsEn],
] as const;

describe.each(LANGUAGES)('the words of a list that goes out in %s', (_, words, media, register, requests) => {
  it('are those on screen', () => {
    for (const kind of MEDIUM_KINDS) expect(words.kind[kind]).toBe(media[`kind.${kind}`]);
    for (const one of ENCRYPTIONS) expect(words.encryption[one]).toBe(media[`encryption.${one}`]);
    for (const level of [1, 2, 3] as const)
      expect(`${words.confidentiality}${level}`).toBe(media[`confidentiality.${level}`]);
    for (const state of MEDIUM_STATES) expect(words.state[state]).toBe(register[`state.${state}`]);
    for (const field of LIST_FIELDS)
      if (field !== 'state') expect(words.columns[field]).toBe(register[`field.${field}`]);
    for (const kind of REQUEST_KINDS) expect(words.requestKind[kind]).toBe(requests[`kind.${kind}`]);
    for (const state of REQUEST_STATES) expect(words.requestState[state]).toBe(requests[`state.${state}`]);
    expect(words.quarantined).toBe(requests['where.quarantined']);
  });

  it('are understood when they come back', () => {
    for (const field of LIST_FIELDS) expect(fieldOf(words.columns[field])).toBe(field);
    for (const kind of MEDIUM_KINDS) expect(kindOf(words.kind[kind])).toBe(kind);
    for (const one of ENCRYPTIONS) expect(encryptionOf(words.encryption[one])).toBe(one);
    for (const level of [1, 2, 3] as const) expect(upToOf(`${words.confidentiality}${level}`)).toBe(level);
    for (const state of MEDIUM_STATES) expect(stateOf(words.state[state])).toBe(state);
  });
});

describe('what offices write', () => {
  it.each([
    ['媒体管理番号', 'number'],
    ['管理Ｎｏ．', 'number'],
    ['種別', 'kind'],
    ['品名', 'name'],
    ['メーカー名', 'maker'],
    ['型番', 'model'],
    ['シリアル番号', 'serial'],
    ['管理責任者', 'keeper'],
    ['保管場所\n(部屋)', 'place'],
    ['格付', 'upTo'],
    ['摘要', 'note'],
    ['備考', 'note'],
    ['購入年月日', undefined],
  ])('%s is %s', (header, field) => expect(fieldOf(header)).toBe(field));

  it.each([
    ['ＵＳＢメモリー', 'usb-memory'],
    ['外付けＨＤＤ', 'external-drive'],
    ['microSD カード', 'memory-card'],
    ['DVD-R', 'optical-disc'],
    ['LTO-8', 'tape'],
    ['ノートＰＣ', 'maintenance-computer'],
    ['フロッピー', undefined],
  ])('%s is %s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it('says how media are encrypted, or not enough', () => {
    expect(['無', '×', '未対応', 'BitLocker', 'ハードウェア暗号化', 'あり', '○'].map(encryptionOf)).toEqual([
      'none',
      'none',
      'none',
      'software',
      'hardware',
      undefined,
      undefined,
    ]);
    expect(['２', '機密性３', '機密性2まで', '4', '高', '12'].map(upToOf)).toEqual([
      2,
      3,
      2,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['廃棄（R5）', '紛失', '貸出中', '良好', ''].map(stateOf)).toEqual([
      'destroyed',
      'lost',
      'out',
      'kept',
      'kept',
    ]);
  });
});
