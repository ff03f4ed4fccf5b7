/** The texts of what happens to media at the door. */
export const ja = {
  'visit.title': '持ち込んだ媒体・機器',
  'visit.none': 'この来訪で持ち込まれた媒体・機器はありません。',
  'visit.carryIn': '媒体を持ち込む',
  'visit.emergency': '緊急持込',
  'visit.open': '申請 {{no}} を見る',

  'action.carryIn': '持ち込む',
  'action.takeOut': '持ち帰る',
  'action.handOver': '引き渡す',
  'action.carryOut': '持ち出す',
  'action.giveBack': '返却を受ける',
  'action.deliver': '引き渡し済にする',

  'title.carryIn': '持込を記録する: {{medium}}',
  'title.takeOut': '持帰りを記録する: {{medium}}',
  'title.handOver': '引き渡しを記録する: {{medium}}',
  'title.carryOut': '持出を記録する: {{medium}}',
  'title.giveBack': '返却を記録する: {{medium}}',
  'title.deliver': '移送先への引き渡しを記録する: {{medium}}',
  'title.choose': '{{name}} の媒体を持ち込む',

  'about.carryIn': '現物の製造番号と封印を確かめてから記録してください。',
  'about.takeOut': '現物がそろっていること、封印の状態を確かめてから記録してください。',
  'about.handOver': '職員が預かると、来訪者は媒体を置いたまま退室できます。媒体は持込中のままです。',
  'about.carryOut': '封印の番号を書き、返却期限を伝えてください。',
  'about.giveBack': '封印が元のままか確かめてから記録してください。',
  'about.deliver': '受け取った人の名前を書いてください。',

  'looked.open': '申請を開いて検査・一覧を記録する',

  'field.seal': '封印番号・状態',
  'field.sealHint': '例 封印 A-1024、異常なし',
  'seal.before': '前に記録した封印: {{seal}}',
  'seal.none': '封印は記録されていません。',
  'field.at': '実際の時刻',
  'field.lateReason': '遅れて記録する理由',
  'field.to.handOver': '預かる職員',
  'field.to.deliver': '受け取った人',
  'field.reason': '置いていく理由',
  'field.holder': '持ち出す人',
  'field.visit': '一緒に入った来訪者',
  'field.visitHint': '運ぶ人と同じ名前の、在室中の来訪',
  'field.noVisit': '来訪の記録なし(職員)',
  'field.request': '許可・届出の済んだ申請',

  'late.open': '前に起きたことを記録する',
  'late.close': '今起きたこととして記録する',

  'choose.none': '今持ち込めるものはありません',
  'choose.noneDo':
    '許可・届出が済み、期間の中にある申請だけが出ます。急ぐときは「緊急持込」で記録し、責任者にあとで決裁してもらいます。',
  'choose.other': 'ほかの人の申請',

  'done.carryIn': '{{medium}} を持ち込みました',
  'done.takeOut': '{{medium}} を持ち帰りました',
  'done.handOver': '{{medium}} を {{to}} が預かりました',
  'done.carryOut': '{{medium}} を持ち出しました',
  'done.giveBack': '{{medium}} が返却されました',
  'done.deliver': '{{medium}} を {{to}} に引き渡しました',

  'leave.title': '媒体がまだ中にあります',
  'leave.again': '中にある媒体はもうありません。もう一度退室を押してください。',
  'leave.do': '持ち帰るか、職員に引き渡してから、もう一度退室を押してください。',
} as const;
