export const ja = {
  'kind.visitor': '入退室(来訪者)',
  'kind.delivery': '入退室(受け渡し業者)',
  'kind.staff': '入退室(職員)',
  'kind.media-requests': '媒体(申請・許可・検査)',
  'kind.media-contents': '媒体(収録内容一覧)',
  'kind.media-register': '媒体(管理台帳 廃棄・紛失分)',

  'periods.title': '保存期間',
  'periods.about':
    '記録の種類ごとに、属する年度の翌年度から何年残すかを決めます。責任者が提案し、別の責任者か監査が確認すると決まります。',
  'periods.none': '決めていません。何も消去しません。',
  'periods.first': '{{n}} 年(初期値。まだ決めていません)',
  'periods.never': '期限なし。何も消去しません。',
  'periods.years': '{{n}} 年',
  'periods.set': '{{at}} {{proposed}} が提案、{{confirmed}} が確認',
  'periods.propose': '変更を提案',
  'periods.proposeFor': '{{kind}}の保存期間の変更を提案',

  'due.title': '保存期間が終わった記録',
  'due.none': '消去するものはありません。',
  'due.noneUnset': '保存期間を決めた種類がないので、消去するものはありません。',
  'due.what': '{{kind}} {{year}}',
  'due.count': '{{n}} 件',
  'due.since': '{{at}} から消去できます',
  'due.open': '閉じていない記録 {{n}} 件(在室、退室不明、入館証が未返却)は消去せずに残します。',
  'due.openMedia':
    '閉じていない記録 {{n}} 件(未決、搬入中・持出中、期限超過、相違や検出が未解決、使用中の媒体)は消去せずに残します。',
  'due.propose': '消去を提案',
  'due.proposeFor': '{{kind}} {{year}}の消去を提案',

  'pending.title': '確認を待っている提案',
  'pending.erasure': '{{kind}} {{year}}を消去する',
  'pending.years': '{{kind}}の保存期間を {{n}} 年にする',
  'pending.never': '{{kind}}の保存期間を期限なしにする',
  'pending.who': '{{at}} {{name}} が提案。{{until}} までに別の責任者か監査が確認します。',

  'erasing.going': '消去しています',
  'erasing.about': '途中で止めると、何も消えません。',

  'erased.title': '消去した記録',
  'erased.none': 'まだ何も消去していません。',
  'erased.what': '{{kind}} {{year}} {{n}} 件',
  'erased.who': '{{at}} {{proposed}} が提案、{{confirmed}} が確認(証跡 {{seq}} 番)',
  'erased.residue':
    '消去した内容は台帳、検索、書き込み用のファイルからなくなりました。ファイルの隙間に残りうる断片は、次に台帳を開くときにファイルを作り直して取り除きます。',
  'erased.backupsWhich': '{{name}}({{at}}、{{folder}})',
  'erased.backups':
    '消去より前に作った控えには、消去した内容が残っています。控えの世代が入れ替わるまで、控えの保管に注意してください。バージョンを上げたときに台帳のそばに作られた控え(ledger.suimon.before-…)も同じです。',

  'form.setTitle': '保存期間の変更を提案',
  'form.years': '残す年数',
  'form.yearsHint': '1 から 100 までの年数。空のままにすると期限なし(何も消去しない)になります。',
  'form.eraseTitle': '消去を提案',
  'form.eraseWhat':
    '{{kind}} {{year}}の記録 {{n}} 件の内容を消去します。消去すると元に戻せません。記録があったこと(項目とハッシュ)は証跡に残ります。',
};
