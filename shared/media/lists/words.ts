import { CONFIDENTIALITY, type Confidentiality } from '../../kernel/classification.ts';
import type { Encryption, MediumKind, MediumState } from '../register/model.ts';
import type { ListField } from './model.ts';

/** A cell as words are looked for in it: alike in width and case, without blanks and punctuation. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

function firstOf<T>(words: readonly (readonly [RegExp, T])[], text: string): T | undefined {
  const looked = bare(text.slice(0, 200));
  return words.find(([pattern]) => pattern.test(looked))?.[1];
}

const HEADERS: readonly (readonly [RegExp, ListField])[] = [
  [/製造番号|シリアル|serial|^sn$|機番/u, 'serial'],
  [/封印|シール番号|^seal/u, 'seal'],
  [
    /管理番号|媒体番号|整理番号|台帳番号|備品番号|資産番号|^番号$|管理no|^no$|controlnumber|^number$|^id$|inventory/u,
    'number',
  ],
  [/保管者|管理者|責任者|使用者|担当|keeper|custodian|owner/u, 'keeper'],
  [/保管場所|設置場所|置場|場所|保管先|^place|location|storedat/u, 'place'],
  [/機密性|格付|保存できる情報|取扱情報|confidential|classification|mayhold/u, 'upTo'],
  [/暗号|encrypt/u, 'encryption'],
  [/容量|サイズ|capacity/u, 'capacity'],
  [/種類|種別|区分|媒体種|^kind|^type|category/u, 'kind'],
  [/メーカ|製造者|製造元|製造会社|maker|manufacturer|vendor/u, 'maker'],
  [/型式|型番|型名|機種|model/u, 'model'],
  [/名称|品名|媒体名|機器名|用途|^name|description|use$/u, 'name'],
  [/状態|状況|現況|^state|status/u, 'state'],
  [/備考|摘要|メモ|特記|note|remark|comment/u, 'note'],
];

/** What a header says its column holds; undefined if it says nothing known. */
export function fieldOf(header: string): ListField | undefined {
  return firstOf(HEADERS, header);
}

const KINDS: readonly (readonly [RegExp, MediumKind])[] = [
  [/その他|^他$|other/u, 'other'],
  [/usbメモリ|フラッシュメモリ|usbフラッシュ|usbmemory|flashdrive|usbstick|^usb$/u, 'usb-memory'],
  [/メモリカード|メモリーカード|sdカード|microsd|sdhc|cfカード|memorycard|^sd$/u, 'memory-card'],
  [/光ディスク|cdr|dvd|ブルーレイ|bdr|opticaldis|^cd$|^bd$/u, 'optical-disc'],
  [/テープ|lto|tape/u, 'tape'],
  [/外付|ポータブル|hdd|ssd|ハードディスク|external/u, 'external-drive'],
  [/パソコン|pc|端末|コンピュータ|computer|laptop/u, 'maintenance-computer'],
];

/** The kind that a word stands for. */
export function kindOf(text: string): MediumKind | undefined {
  return firstOf(KINDS, text);
}

const ENCRYPTIONS: readonly (readonly [RegExp, Encryption])[] = [
  [/なし|無し?$|^未|していない|none|^no$|notencrypted/u, 'none'],
  [/ハード|機器|媒体自体|hardware|itself|device/u, 'hardware'],
  [/ソフト|bitlocker|software/u, 'software'],
];

/** How a medium is encrypted. That it is, without how, is not enough. */
export function encryptionOf(text: string): Encryption | undefined {
  return /^[×✕xX]$/u.test(text.trim()) ? 'none' : firstOf(ENCRYPTIONS, text);
}

/** The highest confidentiality that may be put on a medium: `2`, `機密性2`, `機密性２まで`. */
export function upToOf(text: string): Confidentiality | undefined {
  const found = /^(?:(?:upto)?(?:機密性|confidentiality|level))?([1-3])(?:まで|以下)?$/u.exec(bare(text));
  return CONFIDENTIALITY.find((level) => String(level) === found?.[1]);
}

const STATES: readonly (readonly [RegExp, MediumState])[] = [
  [/廃棄|処分|destroyed|disposed/u, 'destroyed'],
  [/紛失|亡失|lost/u, 'lost'],
  [/持出|持ち出|貸出|^out$|carriedout/u, 'out'],
];

/** Where a list says a medium is; anything that does not say that it is gone or out is kept. */
export function stateOf(text: string): MediumState {
  return firstOf(STATES, text) ?? 'kept';
}
