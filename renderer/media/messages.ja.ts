import { refusalsJa } from './refusals.ja.ts';

/** The texts of the media ledger. The parts of the room keep theirs beside their components. */
export const ja = {
  'page.title': '媒体',
  'kind.usb-memory': 'USBメモリ',
  'kind.external-drive': '外付けディスク',
  'kind.memory-card': 'メモリカード',
  'kind.optical-disc': '光ディスク',
  'kind.tape': '磁気テープ',
  'kind.maintenance-computer': '保守用パソコン',
  'kind.other': 'その他の機器',
  'encryption.none': '暗号化なし',
  'encryption.software': 'ソフトウェアで暗号化',
  'encryption.hardware': '機器自体が暗号化',
  'confidentiality.1': '機密性1',
  'confidentiality.2': '機密性2',
  'confidentiality.3': '機密性3',
  'restriction.no-copy': '複製禁止',
  'restriction.no-carry-out': '持出禁止',
  'restriction.no-redistribution': '再配布禁止',
  'restriction.encrypt': '暗号化必須',
  'restriction.destroy-after-reading': '読後廃棄',

  'refusal.attest-refused': 'パスワードが違います。何も記録していません。',
  'refusal.attest-no-key': 'あなたには署名の鍵がありません。何も記録していません。',
  'refusal.sign-in-wait': '続けて失敗したため、あと {{seconds}} 秒待ってください。何も記録していません。',
  ...refusalsJa,
} as const;
