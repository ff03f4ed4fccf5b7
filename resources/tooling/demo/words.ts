// Small lists from which the demo's people and firms are put together. Common names, firms that do not exist.

type Name = readonly [name: string, reading: string];

/** Surnames, some in the variants of kanji that real ledgers are full of. */
export const SURNAMES: readonly Name[] = [
  ['佐藤', 'さとう'],
  ['髙橋', 'たかはし'],
  ['高橋', 'たかはし'],
  ['渡邉', 'わたなべ'],
  ['渡邊', 'わたなべ'],
  ['渡辺', 'わたなべ'],
  ['齋藤', 'さいとう'],
  ['斎藤', 'さいとう'],
  ['斉藤', 'さいとう'],
  ['齊藤', 'さいとう'],
  ['濵田', 'はまだ'],
  ['浜田', 'はまだ'],
  ['﨑山', 'さきやま'],
  ['崎山', 'さきやま'],
  ['髙野', 'たかの'],
  ['山﨑', 'やまざき'],
  ['吉田', 'よしだ'],
  ['𠮷田', 'よしだ'],
  ['桒原', 'くわばら'],
  ['伊藤', 'いとう'],
  ['中村', 'なかむら'],
  ['小林', 'こばやし'],
  ['加藤', 'かとう'],
  ['山本', 'やまもと'],
  ['井上', 'いのうえ'],
  ['木村', 'きむら'],
  ['清水', 'しみず'],
  ['森', 'もり'],
  ['池田', 'いけだ'],
  ['橋本', 'はしもと'],
  ['石川', 'いしかわ'],
  ['前田', 'まえだ'],
  ['岡田', 'おかだ'],
  ['長谷川', 'はせがわ'],
  ['近藤', 'こんどう'],
  ['村上', 'むらかみ'],
  ['遠藤', 'えんどう'],
  ['青木', 'あおき'],
  ['坂本', 'さかもと'],
  ['西村', 'にしむら'],
  ['金子', 'かねこ'],
  ['藤井', 'ふじい'],
  ['福田', 'ふくだ'],
  ['太田', 'おおた'],
  ['三浦', 'みうら'],
  ['竹内', 'たけうち'],
  ['上野', 'うえの'],
  ['小笠原', 'おがさわら'],
  ['勅使河原', 'てしがわら'],
  ['東海林', 'しょうじ'],
];

export const GIVEN: readonly Name[] = [
  ['健一', 'けんいち'],
  ['実', 'みのる'],
  ['直樹', 'なおき'],
  ['浩', 'ひろし'],
  ['洋子', 'ようこ'],
  ['美咲', 'みさき'],
  ['拓也', 'たくや'],
  ['翔太', 'しょうた'],
  ['恵子', 'けいこ'],
  ['和也', 'かずや'],
  ['裕子', 'ゆうこ'],
  ['哲也', 'てつや'],
  ['純', 'じゅん'],
  ['さくら', 'さくら'],
  ['優', 'ゆう'],
  ['正男', 'まさお'],
  ['久美子', 'くみこ'],
  ['隆', 'たかし'],
  ['智子', 'ともこ'],
  ['亮', 'りょう'],
  ['慎太郎', 'しんたろう'],
  ['葵', 'あおい'],
  ['剛', 'つよし'],
  ['典子', 'のりこ'],
  ['勝', 'まさる'],
  ['麻衣', 'まい'],
];

/** Who is announced for today. */
export const EXPECTED_TODAY: readonly Name[] = [
  ['渡邉 健一', 'わたなべ けんいち'],
  ['濵田 久美子', 'はまだ くみこ'],
  ['勅使河原 純', 'てしがわら じゅん'],
  ['﨑山 亮', 'さきやま りょう'],
];

/** People whose names try the width of a column. */
export const LONG_NAMES: readonly Name[] = [
  [
    'アレクサンドラ・マリア・フェルナンデス=オリヴェイラ',
    'あれくさんどら まりあ ふぇるなんです おりゔぇいら',
  ],
  ['寿限無川原 長左衛門之助', 'じゅげむがわら ちょうざえもんのすけ'],
  ['Bartholomew Featherstonehaugh-Cholmondeley', ''],
];

export interface Firm {
  readonly name: string;
  /** What its people come for, each with the index of the area in the demo's list. */
  readonly work: readonly (readonly [purpose: string, area: number])[];
  readonly belongings: readonly string[];
}

/** Firms and offices whose people visit. */
export const FIRMS: readonly Firm[] = [
  {
    name: '株式会社あおば計装',
    work: [
      ['計装設備 定期点検', 0],
      ['残留塩素計 校正', 2],
      ['流量計 交換', 3],
    ],
    belongings: ['工具箱、校正器', '工具箱', '校正器、記録紙'],
  },
  {
    name: '東みどり電設工業㈱',
    work: [
      ['受変電設備 点検', 1],
      ['照明 取替', 3],
      ['UPS 蓄電池 交換', 4],
    ],
    belongings: ['絶縁抵抗計、工具箱', '脚立、工具箱'],
  },
  {
    name: '㈲かわせみ設備',
    work: [
      ['配管 漏水調査', 3],
      ['弁 分解点検', 3],
      ['空調機 点検', 0],
    ],
    belongings: ['工具箱、懐中電灯', '漏水探知器'],
  },
  {
    name: '北嶺ポンプ製作所',
    work: [
      ['送水ポンプ 振動測定', 3],
      ['ポンプ 軸受 交換', 3],
    ],
    belongings: ['振動計、工具箱'],
  },
  {
    name: 'さざなみ薬品商事',
    work: [['次亜塩素酸 注入ポンプ 点検', 2]],
    belongings: ['保護具、工具箱', ''],
  },
  {
    name: 'ひなた通信サービス株式会社',
    work: [
      ['監視制御装置 保守', 0],
      ['サーバ 定期保守', 4],
      ['無線機 点検', 0],
    ],
    belongings: ['保守用端末(許可済)', '工具箱、ケーブル'],
  },
  {
    name: '特定非営利活動法人 みどり川流域水環境保全推進協議会連合会 事務局',
    work: [
      ['施設見学', 5],
      ['打合せ', 5],
    ],
    belongings: ['', '資料'],
  },
  {
    name: 'みどり市 施設管理課',
    work: [
      ['工事 立会', 1],
      ['打合せ', 5],
      ['視察', 0],
    ],
    belongings: ['', '図面'],
  },
  {
    name: '青柳警備保障㈱',
    work: [['入退室装置 点検', 0]],
    belongings: ['工具箱'],
  },
];

/** Firms that deliver. */
export const CARRIERS: readonly Firm[] = [
  {
    name: '若葉エクスプレス',
    work: [['宅配 受け渡し', 5]],
    belongings: ['荷物 1個', '荷物 2個', '封書'],
  },
  {
    name: 'ひばり運輸',
    work: [
      ['部品 納品', 5],
      ['薬品 納入', 2],
    ],
    belongings: ['次亜塩素酸ナトリウム 20缶', '部品 1箱'],
  },
  { name: '丸三文具店', work: [['事務用品 納品', 5]], belongings: ['コピー用紙 5箱', '事務用品'] },
];

/** What staff go in for. */
export const STAFF_WORK: readonly (readonly [purpose: string, area: number])[] = [
  ['巡視点検', 1],
  ['巡視点検', 3],
  ['巡視点検', 2],
  ['当直', 0],
  ['日常点検', 3],
  ['水質試料 採取', 2],
  ['記録 整理', 0],
  ['サーバ 状態確認', 4],
];

export const UNKNOWN_EXITS: readonly string[] = [
  '閉庁後の確認で室内に不在。退室を見た者なし。',
  '交代時の点呼で不在を確認。',
  '証の返却がないまま姿が見えない。',
];

export const EXPLANATIONS: readonly (readonly [explanation: string, source: string])[] = [
  ['本人に電話で確認。通用口から退室したとのこと。', '本人の申告'],
  ['警備の巡回記録に退室の記載あり。', '警備日誌'],
  ['付添者と一緒に退室していた。', '付添者の申告'],
];

export const CORRECTION_REASONS: readonly string[] = [
  '聞き違いのため訂正',
  '名刺と照合して訂正',
  '記入誤り',
  '本人の申し出により訂正',
];
