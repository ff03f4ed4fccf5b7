import { areas } from '../../../main/entries/queries.ts';
import * as register from '../../../main/media/register/commands.ts';
import { mediumByNumber } from '../../../main/media/register/queries.ts';
import { contentDigest } from '../../../main/media/templates/digest.ts';
import * as templates from '../../../main/media/templates/commands.ts';
import { DAY, type Instant } from '../../../shared/kernel/time.ts';
import type { MediumDetails } from '../../../shared/media/register/model.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import type { Book } from './book.ts';
import { demoPassword } from './site.ts';

const OPERATOR = 'kanzaki';
const OFFICER = 'hayase';
const ROOM = '中央監視室 鍵付き書庫';

const medium = (
  number: string,
  kind: MediumDetails['kind'],
  name: string,
  more: Partial<MediumDetails>,
): MediumDetails => ({
  number,
  kind,
  name,
  maker: '',
  model: '',
  serial: '',
  capacity: '',
  encryption: 'hardware',
  keeper: '神崎 悠斗',
  place: ROOM,
  seal: '',
  upTo: 2,
  note: '',
  ...more,
});

/** The utility's own media, as a room of this size keeps them. */
const MEDIA: readonly MediumDetails[] = [
  ...['運転記録の移送用', '設定値の控え用', '帳票の受け渡し用', '予備'].map((use, index) =>
    medium(`媒体-${index + 1}`, 'usb-memory', `USBメモリ(${use})`, {
      maker: '北嶺電子',
      model: 'SEC-16',
      serial: `SEC16-00${40 + index}`,
      capacity: '16 GB',
      seal: index < 2 ? `A-10${index + 1}` : '',
    }),
  ),
  medium('媒体-5', 'external-drive', '外付けディスク(バックアップ 甲)', {
    serial: 'BK-A-2021',
    capacity: '2 TB',
    upTo: 3,
    seal: 'A-105',
  }),
  medium('媒体-6', 'external-drive', '外付けディスク(バックアップ 乙)', {
    serial: 'BK-B-2021',
    capacity: '2 TB',
    upTo: 3,
    place: '管理棟 耐火金庫',
    keeper: '早瀬 真理子',
  }),
  medium('媒体-7', 'optical-disc', 'DVD-R(監視制御装置 導入時の原本)', {
    encryption: 'none',
    place: '管理棟 耐火金庫',
    keeper: '早瀬 真理子',
    upTo: 3,
  }),
  medium('媒体-10', 'memory-card', 'SDカード(水質計器 記録用)', {
    encryption: 'none',
    capacity: '8 GB',
    upTo: 1,
    place: '薬品注入室 計器盤',
  }),
  medium('保守-1', 'maintenance-computer', 'ノートPC(PLC保守用)', {
    maker: 'みどり計算機',
    serial: 'MK-88120',
    encryption: 'software',
    place: '電気室 保管庫',
    keeper: '峯岸 彩花',
    note: '媒体のほかは接続しない。更新は月1回、責任者の立ち会いで行う。',
  }),
];

const SHREDDED = '媒体-7';
const LOST = '媒体-10';

/** A register with a stocktake, a loss and a destruction, and a template that is in force. */
export class RegisterPlay {
  readonly #book: Book;
  readonly #now: Instant;

  constructor(book: Book, now: Instant) {
    this.#book = book;
    this.#now = now;
  }

  /** What happened, and when. */
  steps(): { readonly at: Instant; readonly act: () => Promise<void> }[] {
    const now = this.#now;
    return [
      { at: now - 40 * DAY, act: () => this.#register() },
      { at: now - 20 * DAY, act: () => this.#stocktake() },
      { at: now - 19 * DAY, act: () => this.#loseAndDestroy() },
      { at: now - 15 * DAY, act: () => this.#template() },
    ];
  }

  #idOf(number: string): string {
    const found = mediumByNumber(this.#book.read, number);
    if (found === undefined) throw new Error(`the demo's register has no ${number}`);
    return found.id;
  }

  async #register(): Promise<void> {
    for (const details of MEDIA) await this.#book.do(OFFICER, register.registerMedium, details);
  }

  async #stocktake(): Promise<void> {
    const lines = MEDIA.map(({ number, seal }) => ({
      mediumId: this.#idOf(number),
      seen: number !== LOST,
      sealIntact: seal === '' ? null : true,
      note: number === LOST ? '計器盤の中に見当たらない' : '',
    }));
    await this.#book.do(OPERATOR, register.stocktake, { lines });
  }

  async #loseAndDestroy(): Promise<void> {
    await this.#book.do(OPERATOR, register.loseMedium, {
      mediumId: this.#idOf(LOST),
      circumstances: '棚卸で所在が分からず、薬品注入室と計器盤を探したが見つからなかった',
      reportedTo: '早瀬 真理子',
    });
    await this.#book.do(OFFICER, register.destroyMedium, {
      mediumId: this.#idOf(SHREDDED),
      method: 'shred',
      product: 'シュレッダー(DVD対応)',
      by: '神崎 悠斗',
      witness: '早瀬 真理子',
      proof: '廃棄記録 第4号、写真2枚',
      reason: '装置の更新により不要になったため',
    });
  }

  async #template(): Promise<void> {
    const now = this.#book.now;
    const area = areas(this.#book.read).find(({ name }) => name === '中央監視室');
    const content: TemplateContent = {
      number: '定型-1',
      name: '運転日報の本庁への移送',
      reading: 'うんてんにっぽうのほんちょうへのいそう',
      form: {
        kind: 'carry-out',
        medium: { from: 'register', mediumId: this.#idOf('媒体-1') },
        purpose: '運転日報と月報の元データの提出',
        asset: '監視制御装置 1系',
        areaId: area?.id ?? '',
        contents: '前月分の運転日報(CSV)',
        classification: { confidentiality: 2, integrity: 1, availability: 1, restrictions: ['no-copy'] },
        quoted: [],
        destination: '本庁 浄水課',
        means: '',
        connection: null,
      },
      procedure:
        '1. 検査用端末で検査する。\n2. 前月分だけを書き込み、収録内容一覧をとる。\n3. 封印し、職員が公用車で運ぶ。\n4. 受け取った担当者の名前を聞き、その日のうちに持ち帰る。',
      protection: '媒体の暗号化(パスコードは別に電話で伝える)、封印',
      maxDays: 2,
      validFrom: now,
      validUntil: now + 365 * DAY,
      reviewBy: now + 180 * DAY,
      users: { who: 'all' },
    };
    const { id } = await this.#book.do(OPERATOR, templates.write, { content });
    await this.#book.sign(OFFICER, demoPassword, templates.enforce, {
      templateId: id,
      version: 1,
      digest: contentDigest(content),
    });
  }
}
