/**
 * Kanji that are forms (異体字) of one character: each group is written without gaps, the form used for folding first.
 *
 * Sources
 * - JOYO: 常用漢字表 (内閣告示第2号, 2010): the 康熙字典体 in brackets beside each character.
 * - JINMEI: 人名用漢字表 (戸籍法施行規則 別表第二), the pairs it marks as forms of one character, and its second table.
 * - HYOGAI: 表外漢字字体表 (国語審議会, 2000): 印刷標準字体 with 簡易慣用字体; with it the forms JIS X 0208 changed in 1983
 *   and JIS X 0213 gave back in 2000/2004.
 * - NAMES: forms met in family and place names (戸籍統一文字, 法務省 誤字俗字・正字一覧表, 国税庁 JIS縮退マップ), as far as Unihan
 *   (kZVariant, kSemanticVariant) or the related characters listed in JIS X 0212 / X 0213 say the same.
 *
 * Not listed, because normalisation or the dropping of variation selectors already does it: CJK compatibility
 * ideographs (神 U+FA19, 都 U+FA26, 塚 U+FA10 ...), radicals (⼀ U+2F00) and glyphs told apart by a selector (葛󠄀, 辻󠄀).
 *
 * The one exception to "forms of one character": 斎 (ものいみ) and 斉 (ひとしい) are two characters, but in family names
 * (斎藤, 斉藤, 齋藤, 齊藤) they are written for one another so often that a search must find all four by any one.
 *
 * Kept apart on purpose, although some lists relate them: 崎 / 埼 / 碕 (two prefecture and place names, and 碕 has its
 * own entry in 人名用漢字表), 坂 / 阪, 藪 / 籔, 磯 / 礒, 刈 / 苅, 回 / 廻, 総 / 惣, 棲 / 栖, 湧 / 涌, 耀 / 燿, 旗 / 籏, 着 / 著,
 * 世 / 丗, 肉 / 宍 and the numerals (一 / 壱 / 弌). Characters merely alike (未末, 土士, 己已巳, 柿杮 ...) are of no list.
 */
const JOYO = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷豔 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩
仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 渇渴 缶罐 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 気氣
帰歸 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧舉 虚虛 峡峽 挟挾 狭狹 郷鄕鄉 暁曉 区區 駆驅駈 勲勳 薫薰 径徑 茎莖 恵惠 掲揭
渓溪谿 経經 蛍螢 軽輕 継繼 鶏鷄雞 芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍劔劒剱釼 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴 広廣
効效 恒恆 黄黃 鉱鑛礦砿 号號 国國圀 黒黑 砕碎 済濟 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒 児兒 辞辭辤 湿濕溼
実實 写寫冩 釈釋 寿壽 収收 従從 渋澁澀 獣獸 縦縱 粛肅 処處 緒緖 叙敍敘 将將 称稱 渉涉 焼燒 証證 奨奬獎 条條 状狀 乗乘
浄淨 剰剩 畳疊疉疂 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 真眞 寝寢 慎愼 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨
声聲 静靜 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛濳 繊纖纎 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插揷 巣巢 曽曾 痩瘦 装裝
総總緫 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體躰 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔 単單 胆膽 団團 断斷 弾彈
遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳廰 徴徵 聴聽 勅敕 鎮鎭 逓遞 鉄鐵銕 点點 転轉 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬭鬪 徳德
独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 瓶甁 払拂 仏佛 併倂 並竝
餅餠 辺邊邉 変變 弁辨瓣辯 歩步 宝寶寳 豊豐 褒襃 翻飜 毎每 万萬 満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖
様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚泪 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞
郎郞 楼樓 録錄 湾灣 叱𠮟 填塡 剥剝 頬頰
`;

const JINMEI = `
亘亙 凛凜 尭堯 巌巖 晃晄 桧檜 槙槇 祢禰 祷禱 禄祿 穣穰 萌萠 遥遙 園薗 島嶋嶌 杯盃 富冨 峰峯 野埜 涼凉
`;

const HYOGAI = `
繍繡 鴎鷗 蒋蔣 醤醬 蝋蠟 唖啞 芦蘆 穎頴 撹攪 噛嚙 鹸鹼 麹麴 掻搔 枡桝 屏屛 并幷 弯彎 濾沪 鯵鰺 鴬鶯 蛎蠣 竃竈 潅灌 諌諫
頚頸 靭靱 賎賤 壷壺 砺礪 梼檮 涛濤 迩邇 蝿蠅 薮藪 篭籠 侭儘 嘘噓 焔焰 倶俱 躯軀 繋繫 屡屢 蝉蟬 騨驒 箪簞 掴摑 顛顚 涜瀆
呑吞 嚢囊 溌潑 醗醱 莱萊 侠俠 蕊蘂 葱蔥 喩喻
`;

const NAMES = `
斎斉齋齊 高髙 崎﨑嵜㟢 橋槗𣘺 吉𠮷 桑桒 柳栁桺 館舘 土圡𡈽 丈𠀋 喜㐂 功㓛 勢㔟 泰𣳾 宜冝 京亰 町甼 村邨 松枩柗 杉杦 柏栢
柿柹 栃杤 梅楳 淵渕渊 沖冲 鶴靍靏 顔顏 産產 彦彥 姫姬 姉姊 歳歲 戸戶户 呉吳吴 教敎 強强 告吿 説說 税稅 脱脫 悦悅 閲閱 鋭銳
絶絕 内內 尚尙 青靑 清淸 柵栅 兎兔 秋穐龝 厩廐廏 晋晉 昂昻 昇曻 皐皋 瑶瑤 聡聰 熙煕熈 蘇蘓 讃讚 賓賔 達逹 釜釡 船舩 裏裡
稚穉 留畄畱 耕畊 略畧 年秊 群羣 職軄 線綫 綿緜 紙帋 窓窗 舎舍 舗舖 婿壻聟 飲飮 翠翆 蓋盖葢 雁鴈 鑑鑒 隣鄰 庵菴 哲喆 煙烟
脈脉 氷冰 決决 況况 減减 準凖 凄淒 災灾 糧粮 糾糺 冊册 函凾 刃刄 卒卆 却卻 回囘 場塲 垂埀 多夛 奇竒 往徃 恥耻 曳曵 期朞
棋棊 猫貓 珍珎 稿稾 笋筍 筝箏 纏纒 罰罸 虎乕 蛇虵 衆眾 竪豎 轟軣 陰隂 隷隸 鼓皷 鼠鼡 爾尓 厨廚 厠廁 厦廈 畝畆畒 蟹蠏 卯夘
贋贗 讐讎 鎖鏁鎻 鉛鈆 走赱 閉閇 鈎鉤 呪咒 唇脣
`;

/** The groups, each as its characters with the form used for folding first. No character is in two of them. */
export const VARIANT_GROUPS: readonly (readonly string[])[] = [JOYO, JINMEI, HYOGAI, NAMES].flatMap((list) =>
  list
    .trim()
    .split(/\s+/)
    .map((group) => [...group]),
);

const CANONICAL: ReadonlyMap<string, string> = new Map(
  VARIANT_GROUPS.flatMap(([canonical = '', ...forms]) =>
    forms.map((form): readonly [string, string] => [form, canonical]),
  ),
);

/** The form a character is folded to: 邊 gives 辺; a character of no group gives itself. Takes one code point. */
export function canonicalKanji(character: string): string {
  return CANONICAL.get(character) ?? character;
}
