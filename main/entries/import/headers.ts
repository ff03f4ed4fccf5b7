import type { ImportField } from '../../../shared/entries/import-model.ts';

/** `person` names somebody, `card` something that stands for somebody: used as a name where no column names a person. */
export type HeaderWord = Exclude<ImportField, 'name'> | 'person' | 'part' | 'card';

/** What headers mean, the first that matches. Matched against headers in NFKC, lower case, without spaces and punctuation. */
const WORDS: readonly (readonly [RegExp, HeaderWord])[] = [
  [/ふりがな|フリガナ|カナ|かな|よみ|読み|kana|furigana|reading|phonetic/u, 'reading'],
  [/訪問先|面会|応対|担当|host|visited|tosee|contact/u, 'host'],
  [/付添|付き添い|立会|立ち会い|随行|同行|escort|accompan/u, 'escort'],
  [
    /所属|会社|団体|法人|事業者|勤務先|組織|部署|課名|compan|organi[sz]ation|affiliation|employer|department/u,
    'organisation',
  ],
  [/用件|目的|用務|理由|作業内容|purpose|reason/u, 'purpose'],
  [
    /区域|場所|部屋|室名|エリア|ゾーン|扉|ドア|ゲート|リーダ|地点|建物|フロア|^階|階$|zone|area|floor|room|location|door|gate|reader|building|place/u,
    'area',
  ],
  [/持込|持ち込み|携行|持ち物|所持品|belonging|items?carried/u, 'belongings'],
  [/作業番号|工事番号|許可番号|作業票|件名番号|workorder|permit|ticket|reference/u, 'workReference'],
  [/備考|メモ|摘要|note|remark|comment/u, 'note'],
  [
    /(?:退室|退館|退出|退場|退社|退域|出門|exit|checkout|signout|clockout|left|leave|out).*(?:日時|datetime|timestamp)/u,
    'exitedAt',
  ],
  [
    /(?:退室|退館|退出|退場|退社|退域|出門|exit|checkout|signout|left|leave).*(?:日付|年月日|日$|date)/u,
    'exitedDate',
  ],
  [
    /退室|退館|退出|退場|退社|退域|出門|終了時|exit|checkout|signout|clockout|timeout|departure|^left|^out/u,
    'exitedTime',
  ],
  [/(?:日時|datetime|timestamp)/u, 'enteredAt'],
  [/日付|年月日|(?:入室|入館|入場|入域|来訪|来館|訪問|受付|利用)日$|^日$|^date|date$/u, 'enteredDate'],
  [
    /時刻|時間|入室|入館|入場|入域|入門|来訪時|来館時|checkin|signin|clockin|timein|entry|entered|arriv|^time|time$|^in$/u,
    'enteredTime',
  ],
  [/^(?:姓|名|苗字|lastname|firstname|surname|givenname|familyname)$/u, 'part'],
  [
    /氏名|名前|お名前|入退者|来訪者|来客|訪問者|利用者|使用者|社員名|職員名|作業員|visitor|fullname|^name|name$|person|employee/u,
    'person',
  ],
  [/カード|社員|職員|proxid|card|badge|userid|^user$|^id$/u, 'card'],
];

/** What a header says its column holds; undefined if it says nothing known. */
export function headerWord(header: string): HeaderWord | undefined {
  const word = header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
  return WORDS.find(([pattern]) => pattern.test(word))?.[1];
}
