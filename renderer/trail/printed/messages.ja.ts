export const ja = {
  title: '印刷した用紙の署名欄を確かめる',
  about:
    '申請書などの署名欄の文字列を貼り付けるか、欄をクリックしてから二次元コードをスキャナーで読み込みます。一度に確かめるのは一つです。',
  text: '署名欄の文字列',
  hint: '「SUIMON SIGNATURE 1」から「-----END SIGNED DATA-----」までです。最後の行を読み込むと、自動で確かめます。スキャナーで読むときは、日本語入力を切ってください。',
  check: '確かめる',
  clear: '消して次を確かめる',

  stands: '成り立ちます。この台帳の証跡 {{seq}} 件目の署名です。',
  'stands.means':
    '下の内容に、記された人が署名しました。用紙の表の記載と同じことを確かめてください。後で取り消されていることもあるので、今の状態は申請を開いて見てください。',
  unsound: '証跡 {{seq}} 件目にありますが、その人の鍵による署名ではありません。',
  'unsound.means': '証跡に、認められない署名があります。証跡を検証してください。',
  'altered.signed': '書き換えられています。署名と、署名された内容か公開鍵が合いません。',
  'altered.head': '書き換えられています。署名は本物ですが、{{parts}}が、証跡 {{own}} 件目のものと違います。',
  'altered.means':
    '読み取りの誤りのこともあります。読み直しても同じなら、この用紙を許可の証しとして使わず、責任者に知らせてください。',
  'part.entry': '番号',
  'part.hash': 'ハッシュ',
  'part.signer': '署名した人の識別子',
  'part.signed': '内容',
  comma: '、',
  'foreign.site': 'この台帳のものではありません。施設「{{site}}」の用紙です。',
  'foreign.beyond': 'この台帳のものではありません。この証跡に {{seq}} 件目はありません。',
  'foreign.entry': 'この台帳のものではありません。この証跡の {{seq}} 件目は、ほかの記録です。',
  'foreign.means':
    '署名と内容は合っていますが、この証跡にはありません。ほかの施設のものか、だれかが自分の鍵で作ったものか、台帳が古い控えから戻されたものです。',

  signer: '署名した人',
  signerId: '識別子',
  at: '署名した日時',
  what: '種類',
  'data.decision': '決裁',
  'data.revision': '版',
  'data.conditions': '条件',
  'data.reason': '理由',
  'data.digest': '申請の内容の指紋',
  'decision.approve': '許可',
  'decision.refuse': '不許可',
  'decision.return': '差戻し',
  'decision.acknowledge': '届出を確認',
  open: '申請を開く',
} as const;
