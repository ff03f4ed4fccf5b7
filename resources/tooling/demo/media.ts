import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { areas, board } from '../../../main/entries/queries.ts';
import { recordCheck } from '../../../main/media/inspection/commands.ts';
import { contentDigest, type ListedLine, partsOf } from '../../../main/media/inspection/list.ts';
import * as commands from '../../../main/media/requests/commands.ts';
import { requestById } from '../../../main/media/requests/queries.ts';
import type { VisitRow } from '../../../shared/entries/model.ts';
import { DAY, type Instant, MINUTE } from '../../../shared/kernel/time.ts';
import type { NewMediaEvent } from '../../../shared/media/events.ts';
import type { CheckRecord, Way } from '../../../shared/media/inspection/model.ts';
import type { DecisionKind, RequestDetails } from '../../../shared/media/requests/model.ts';
import type { Book } from './book.ts';
import { demoAreas, demoPassword } from './site.ts';

const HOUR = 60 * MINUTE;
const OPERATOR = 'kanzaki';
const OFFICER = 'hayase';
const SECOND = 'kuramochi';
const OWN = 'みどり市上下水道局';

/** Something that happens at a time. */
interface Step {
  readonly at: Instant;
  readonly act: () => Promise<void>;
}

/** A request that asks little; each one of the demo says what is different. */
function plain(areaId: string, from: Instant, until: Instant): RequestDetails {
  return {
    kind: 'carry-in',
    medium: {
      from: 'described',
      kind: 'usb-memory',
      name: '作業用USBメモリ',
      serial: '',
      owner: OWN,
      encryption: 'hardware',
    },
    purpose: '',
    asset: '',
    workReference: '',
    areaId,
    bearer: '神崎 悠斗',
    organisation: '',
    contents: '',
    classification: { confidentiality: 1, integrity: 1, availability: 1, restrictions: [] },
    quoted: [],
    from,
    until,
    returnDue: null,
    destination: '',
    means: '',
    protection: '',
    connection: null,
    note: '',
  };
}

/** A few requests in different states, written by the program's own commands and signed with the officers' own keys. */
export class MediaPlay {
  readonly #book: Book;
  readonly #now: Instant;
  readonly #areas: readonly string[];

  constructor(book: Book, now: Instant) {
    this.#book = book;
    this.#now = now;
    const known = areas(book.read);
    this.#areas = demoAreas.map(({ name }) => known.find((area) => area.name === name)?.id ?? '');
  }

  /** What happened in the days before now, and in the last minutes with those who are inside. */
  steps(): Step[] {
    return [
      ...this.#overdue(),
      ...this.#broughtBack(),
      ...this.#refused(),
      ...this.#withdrawn(),
      ...this.#returned(),
      ...this.#endorsed(),
      ...this.#waiting(),
      ...this.#notified(),
      ...this.#withVisitors(),
    ];
  }

  #submit(details: RequestDetails, who = OPERATOR): Promise<string> {
    return this.#book.do(who, commands.submit, { details }).then(({ id }) => id);
  }

  #decide(requestId: string, decision: DecisionKind, words = '', who = OFFICER): Promise<null> {
    const digest = requestById(this.#book.read, requestId)?.digest ?? '';
    const refuses = decision === 'refuse' || decision === 'return';
    return this.#book.sign(who, demoPassword, commands.decide, {
      requestId,
      digest,
      decision,
      conditions: refuses ? '' : words,
      reason: refuses ? words : '',
    });
  }

  #of(area: number, from: Instant, until: Instant): RequestDetails {
    return plain(this.#areas[area] ?? '', from, until);
  }

  /** Handed in at a time, decided an hour later, and what comes after. */
  #life(
    at: Instant,
    details: RequestDetails,
    decision: DecisionKind,
    words: string,
    after: readonly [Instant, (id: string) => Promise<unknown>][] = [],
  ): Step[] {
    let id = '';
    return [
      { at, act: async () => void (id = await this.#submit(details)) },
      { at: at + HOUR, act: async () => void (await this.#decide(id, decision, words)) },
      ...after.map(([when, act]): Step => ({ at: when, act: async () => void (await act(id)) })),
    ];
  }

  #areaOf({ areaName }: VisitRow): string {
    return this.#areas[demoAreas.findIndex(({ name }) => name === areaName)] ?? '';
  }

  #moved(requestId: string, seal: string) {
    return { requestId, at: null, lateReason: '', seal };
  }

  /** A check made on the office's machine and a content list, as they are taken before a medium passes. */
  async #lookOver(requestId: string, way: Way): Promise<void> {
    const now = this.#book.now;
    const check: CheckRecord = {
      way,
      machine: '検査用端末 1号',
      product: 'ClamAV',
      version: '1.0.9',
      definitionsAt: now - DAY,
      checkedAt: now,
      by: '神崎 悠斗',
      result: 'clean',
      findings: [],
      exception: '',
    };
    await this.#book.do(OPERATOR, recordCheck, { requestId, check });
    const lines: ListedLine[] = ['点検記録様式.xlsx', '設定値控え/2系.csv'].map((path, index) => [
      path,
      18_432 + index,
      createHash('sha256').update(path).digest('hex'),
      this.#now - 20 * DAY,
      null,
    ]);
    const listing = v7();
    const about = { version: 1, subject: `request:${requestId}` } as const;
    const events: NewMediaEvent[] = [
      ...[...partsOf(lines)].map(
        (part): NewMediaEvent => ({
          ...about,
          type: 'media.listedPart',
          data: { listing, request: requestId, way, ...part },
        }),
      ),
      {
        ...about,
        type: 'media.listed',
        data: {
          listing,
          way,
          source: 'E:/',
          files: lines.length,
          bytes: lines.reduce((sum, [, size]) => sum + size, 0),
          problems: 0,
          digest: contentDigest(lines),
        },
      },
    ];
    await this.#book.do(OPERATOR, () => ({ events, value: null }), null);
  }

  async #carryOut(id: string, seal: string, holder: string): Promise<null> {
    await this.#lookOver(id, 'entry');
    return this.#book.do(OPERATOR, commands.carryOut, { ...this.#moved(id, seal), holder });
  }

  #overdue(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(0, now - 6 * DAY, now + 2 * DAY),
      kind: 'carry-out',
      medium: {
        from: 'described',
        kind: 'external-drive',
        name: '運転記録の持出用ディスク',
        serial: 'MDR-2203-118',
        owner: OWN,
        encryption: 'hardware',
      },
      purpose: '薬品注入量の解析を委託先と行う',
      asset: '運転記録装置',
      bearer: '峯岸 彩花',
      contents: '運転記録(令和8年4月〜10月)',
      classification: { confidentiality: 2, integrity: 1, availability: 1, restrictions: ['encrypt'] },
      returnDue: now - DAY,
      destination: '県水質管理センター',
      protection: '機器による暗号化、封印袋',
    };
    return this.#life(now - 7 * DAY, details, 'approve', '封印袋で運ぶこと', [
      [now - 6 * DAY + HOUR, (id) => this.#carryOut(id, '封印 A-1018', '峯岸 彩花')],
    ]);
  }

  #broughtBack(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(3, now - 12 * DAY, now - 8 * DAY),
      kind: 'carry-out',
      medium: {
        from: 'described',
        kind: 'usb-memory',
        name: 'ポンプ振動測定データ用USBメモリ',
        serial: 'U-0417',
        owner: OWN,
        encryption: 'software',
      },
      purpose: '振動測定の結果を本庁へ提出',
      asset: '2号送水ポンプ',
      contents: '振動測定の結果',
      returnDue: now - 9 * DAY,
      destination: '本庁 設備課',
    };
    return this.#life(now - 13 * DAY, details, 'approve', '', [
      [now - 12 * DAY + HOUR, (id) => this.#carryOut(id, '封印 A-1003', '神崎 悠斗')],
      [
        now - 10 * DAY,
        async (id) => {
          await this.#lookOver(id, 'exit');
          return this.#book.do(OPERATOR, commands.giveBack, this.#moved(id, '封印 A-1003 異常なし'));
        },
      ],
    ]);
  }

  #refused(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(4, now - 5 * DAY, now + DAY),
      medium: {
        from: 'described',
        kind: 'other',
        name: '私物のスマートフォン',
        serial: '',
        owner: '東みどり電設工業㈱',
        encryption: 'none',
      },
      purpose: '作業状況の写真撮影',
      bearer: '﨑山 亮',
      organisation: '東みどり電設工業㈱',
      contents: '撮影した写真',
      classification: { confidentiality: 2, integrity: 1, availability: 1, restrictions: ['no-copy'] },
    };
    return this.#life(
      now - 6 * DAY,
      details,
      'refuse',
      'サーバ室での撮影は認めていません。必要な写真は職員が撮って渡します。',
    );
  }

  #withdrawn(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(2, now - 3 * DAY, now + 4 * DAY),
      purpose: '残留塩素計の校正値の書き込み',
      asset: '残留塩素計',
      contents: '校正値',
    };
    return this.#life(now - 4 * DAY, details, 'approve', '', [
      [
        now - 2 * DAY,
        (requestId) =>
          this.#book.sign(OFFICER, demoPassword, commands.withdraw, {
            requestId,
            reason: 'メーカーから校正値に誤りがあると連絡があったため',
          }),
      ],
    ]);
  }

  #returned(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(3, now + DAY, now + 2 * DAY),
      purpose: 'ポンプ制御盤の設定変更',
      asset: 'ポンプ制御盤',
      contents: '設定ファイル',
      classification: { confidentiality: 2, integrity: 2, availability: 1, restrictions: [] },
    };
    return this.#life(
      now - 28 * HOUR,
      details,
      'return',
      '変更する設定の一覧と、元に戻す手順を備考に書いてください。',
    );
  }

  #endorsed(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(4, now - HOUR, now + 3 * DAY),
      kind: 'transfer',
      medium: {
        from: 'described',
        kind: 'optical-disc',
        name: '施設図面の写し(DVD-R)',
        serial: '',
        owner: OWN,
        encryption: 'software',
      },
      purpose: '耐震診断の委託先へ図面を渡す',
      asset: '',
      bearer: '轟 大輔',
      contents: '浄水場の全体図、配管図、制御系統図',
      classification: {
        confidentiality: 3,
        integrity: 1,
        availability: 1,
        restrictions: ['no-copy', 'no-redistribution', 'encrypt'],
      },
      quoted: [
        {
          title: '第二浄水場 制御系統図(秘)',
          confidentiality: 3,
          restrictions: ['no-copy', 'no-redistribution'],
        },
      ],
      destination: '㈱青嵐構造設計',
      means: '職員2名が公用車で運搬し、手渡す',
      protection: 'パスワードと暗号化。パスワードは別に電話で伝える',
    };
    return this.#life(now - 26 * HOUR, details, 'approve', '受領書を持ち帰ること');
  }

  #waiting(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(0, now + 20 * HOUR, now + 30 * HOUR),
      medium: {
        from: 'described',
        kind: 'maintenance-computer',
        name: '監視制御装置 保守用ノートPC',
        serial: 'AK-NB-0093',
        owner: '株式会社あおば計装',
        encryption: 'software',
      },
      purpose: '監視制御装置の改修版を入れる',
      asset: '監視制御装置 2系',
      workReference: '作業-0231',
      bearer: '渡邉 健一',
      organisation: '株式会社あおば計装',
      contents: '監視制御プログラム改修版 Ver.4.2.1、作業手順書',
      classification: { confidentiality: 2, integrity: 2, availability: 2, restrictions: ['no-copy'] },
      quoted: [{ title: '監視制御装置 改修仕様書', confidentiality: 2, restrictions: ['no-copy'] }],
      connection: {
        target: '監視制御装置 2系 保守用ポート',
        checks: {
          'antimalware-current': 'yes',
          'os-patched': 'no',
          'no-other-network': 'yes',
          'only-needed-software': 'yes',
          'personal-account': 'yes',
          supervised: 'yes',
        },
        note: 'メーカーの動作確認が済むまで10月分の修正を当てていない。ほかのネットワークにつながず、作業のあと外す。',
      },
    };
    return [{ at: now - 3 * HOUR, act: async () => void (await this.#submit(details)) }];
  }

  #notified(): Step[] {
    const now = this.#now;
    const details: RequestDetails = {
      ...this.#of(5, now - HOUR, now + 8 * HOUR),
      medium: {
        from: 'described',
        kind: 'other',
        name: '説明用ノートPC',
        serial: 'HKR-77',
        owner: '北嶺ポンプ製作所',
        encryption: 'software',
      },
      purpose: '更新計画の説明',
      bearer: '勅使河原 純',
      organisation: '北嶺ポンプ製作所',
      contents: '説明資料',
    };
    return [{ at: now - 2 * HOUR, act: async () => void (await this.#submit(details, 'minegishi')) }];
  }

  /** With those who are inside now: one medium permitted and carried in, one carried in in an emergency. */
  #withVisitors(): Step[] {
    const now = this.#now;
    const visitors = (): readonly VisitRow[] =>
      board(this.#book.read, this.#book.now).inside.filter(
        ({ kind, organisation }) => kind === 'visitor' && organisation !== '',
      );
    const brought = (visit: VisitRow): RequestDetails => ({
      ...plain(this.#areaOf(visit), this.#book.now - MINUTE, now + 5 * HOUR),
      purpose: visit.purpose,
      bearer: visit.name,
      organisation: visit.organisation,
      contents: '点検記録の様式、設定値の控え',
      classification: { confidentiality: 2, integrity: 1, availability: 1, restrictions: [] },
      medium: {
        from: 'described',
        kind: 'usb-memory',
        name: '点検記録用USBメモリ',
        serial: 'TK-3391',
        owner: visit.organisation,
        encryption: 'hardware',
      },
    });
    return [
      {
        at: now - 2 * MINUTE,
        act: async () => {
          const visit = visitors()[0];
          if (visit === undefined) return;
          const id = await this.#submit(brought(visit));
          await this.#decide(id, 'approve', '作業のあと収録内容を確かめること', SECOND);
          await this.#lookOver(id, 'entry');
          await this.#book.do(OPERATOR, commands.carryIn, {
            ...this.#moved(id, '封印 B-2207'),
            visitId: visit.id,
          });
        },
      },
      {
        at: now - MINUTE,
        act: async () => {
          const visit = visitors()[1];
          if (visit === undefined) return;
          await this.#book.do(OPERATOR, commands.emergency, {
            details: {
              ...brought(visit),
              purpose: '監視画面が止まったため、予備の設定を読み込む',
              asset: '監視制御装置 1系',
              contents: '監視制御装置の設定の控え',
              medium: {
                from: 'described',
                kind: 'external-drive',
                name: '復旧用ディスク',
                serial: 'RSC-0052',
                owner: visit.organisation,
                encryption: 'none',
              },
            },
            reason: '1系の監視画面が応答しなくなり、復旧を急ぐ必要があったため',
            allowedBy: '早瀬 真理子',
            visitId: visit.id,
            seal: '',
          });
        },
      },
    ];
  }
}
