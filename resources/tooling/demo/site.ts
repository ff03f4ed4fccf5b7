import type { Role } from '../../../shared/accounts/model.ts';
import type { AreaDetails, BadgeDetails } from '../../../shared/entries/model.ts';

/** The demo's site, people, areas and badges. All of it is made up. */
export const demoSite = { code: 'demo', name: 'みどり市 第二浄水場', room: '中央監視室' };

/** The one password of all demo accounts. A demo alone may hand one out to fifteen people. */
export const demoPassword = 'midori-no-suimon-2026';

/** Somebody with an account of a site made for the demo or for tests. */
export interface Person {
  readonly identifier: string;
  readonly name: string;
  readonly reading: string;
  readonly roles: readonly [Role];
}

function person(role: Role, identifier: string, name: string, reading: string): Person {
  return { identifier, name, reading, roles: [role] };
}

/** Three people a role. */
export const demoPeople: readonly Person[] = [
  person('operator', 'kanzaki', '神崎 悠斗', 'かんざき ゆうと'),
  person('operator', 'minegishi', '峯岸 彩花', 'みねぎし あやか'),
  person('operator', 'todoroki', '轟 大輔', 'とどろき だいすけ'),
  person('officer', 'hayase', '早瀬 真理子', 'はやせ まりこ'),
  person('officer', 'kuramochi', '倉持 誠', 'くらもち まこと'),
  person('officer', 'shirakawa', '白川 直美', 'しらかわ なおみ'),
  person('bcp', 'natsume', '夏目 涼介', 'なつめ りょうすけ'),
  person('bcp', 'otonashi', '音無 千尋', 'おとなし ちひろ'),
  person('bcp', 'hiiragi', '柊 健太郎', 'ひいらぎ けんたろう'),
  person('auditor', 'asagiri', '朝霧 恵', 'あさぎり めぐみ'),
  person('auditor', 'kunitachi', '国立 浩司', 'くにたち こうじ'),
  person('auditor', 'fuwa', '不破 由紀', 'ふわ ゆき'),
  person('administrator', 'tachibana', '橘 美穂', 'たちばな みほ'),
  person('administrator', 'kirishima', '霧島 徹', 'きりしま とおる'),
  person('administrator', 'ayukawa', '鮎川 詩織', 'あゆかわ しおり'),
];

/** Secure areas, the most used first. */
export const demoAreas: readonly AreaDetails[] = [
  {
    name: '中央監視室',
    reading: 'ちゅうおうかんししつ',
    level: 3,
    escort: 'visitors',
    badge: true,
    identity: true,
    guidance: '業務で必要な人だけが入れます。撮影は禁止。端末には触れさせないでください。',
  },
  {
    name: '電気室',
    reading: 'でんきしつ',
    level: 2,
    escort: 'visitors',
    badge: true,
    identity: true,
    guidance: '高圧盤あり。作業前に当直と停電範囲を確かめてください。',
  },
  {
    name: '薬品注入室',
    reading: 'やくひんちゅうにゅうしつ',
    level: 2,
    escort: 'visitors',
    badge: true,
    identity: true,
    guidance: '保護めがねと手袋を着けて入ってください。',
  },
  {
    name: 'ポンプ室',
    reading: 'ぽんぷしつ',
    level: 2,
    escort: 'visitors',
    badge: true,
    identity: true,
    guidance: '騒音あり。耳栓は入口の箱にあります。',
  },
  {
    name: 'サーバ室',
    reading: 'さーばしつ',
    level: 3,
    escort: 'everybody',
    badge: true,
    identity: true,
    guidance: '職員も一人では入れません。持ち込む機器は事前の許可が要ります。',
  },
  {
    name: '会議室',
    reading: 'かいぎしつ',
    level: 1,
    escort: 'nobody',
    badge: true,
    identity: false,
    guidance: '',
  },
];

function badges(colour: string, level: BadgeDetails['level'], count: number): BadgeDetails[] {
  return Array.from({ length: count }, (_, index) => ({
    label: `${colour}-${String(index + 1).padStart(2, '0')}`,
    level,
  }));
}

/** Badges 入館証 by level: white, blue, red. */
export const demoBadges: readonly BadgeDetails[] = [
  ...badges('白', 1, 16),
  ...badges('青', 2, 26),
  ...badges('赤', 3, 18),
];
