export const ja = {
  title: '水門をはじめる',
  steps: '手順',
  stepOf: '{{n}} / {{total}}',
  'step.intro': 'はじめに',
  'step.site': '施設',
  'step.administrator1': '権限管理者 1',
  'step.administrator2': '権限管理者 2',
  'step.officer': '情報セキュリティ責任者',
  'step.others': 'ほかの利用者',
  'step.review': '確認',

  'intro.what':
    '水門は、この部屋の端末 1 台の中で、入退室の記録を暗号化して保管する台帳です。ネットワークは使いません。',
  'intro.recorded':
    'サインイン、入力、訂正、閲覧のための検証など、行った操作はすべて、誰がいつ行ったかとともに証跡に残ります。後から消したり書き換えたりはできません。使う人全員に知らせてください。',
  'intro.people':
    'これから、権限管理者 2 名と情報セキュリティ責任者 1 名が、それぞれ自分でパスワードを決めます。3 名がこの場にいることを確かめてください。',
  'intro.loss': 'パスワードは誰も読み出せません。全員が忘れると台帳は開けなくなります。',
  'intro.folder': '台帳を置くフォルダー',

  'site.code': '施設コード',
  'site.codeHint':
    '英小文字・数字・ハイフンで 2 〜 24 文字。証跡に残り、後から変えられません。例 daini-jousui',
  'site.name': '施設の名前',
  'site.nameHint': '例 第二浄水場',
  'site.room': '部屋',
  'site.roomHint': '例 中央監視室',

  'person.turn': '{{role}}になる本人が入力してください。ほかの人は画面を見ないでください。',
  'person.administrator':
    '利用者と権限だけを扱い、台帳は見えません。権限の変更は、権限管理者 2 名がそろって行います。',
  'person.officer': '持込や継続立入の可否を決め、証跡を見直します。',
  'person.identifier': '利用者 ID',
  'person.identifierHint':
    '英小文字・数字・「.」「-」「_」で 2 〜 32 文字。1 人に 1 つで、後から別の人には使えません。',
  'person.name': '氏名',
  'person.reading': 'よみ',
  'person.readingHint': 'ひらがなで。並べ替えと検索に使います。',
  'person.password': 'パスワード',
  'person.passwordHint':
    '12 文字以上。長さが大切で、記号や数字は必須ではありません。よくある言葉や利用者 ID を含むものは使えません。',
  'person.repeat': 'パスワード(もう一度)',

  'others.about':
    '制御室職員など、ほかの人を登録します。初期パスワードは自動で作られ、最後に一度だけ表示されます。本人が最初のサインインで変えます。',
  'others.none': 'まだ誰も登録していません。後からでも登録できますが、入退室の受付には制御室職員が要ります。',
  'others.add': '人を追加',
  'others.remove': '{{name}} を外す',
  'others.removeUnnamed': 'この人を外す',
  'others.person': '{{n}} 人目',

  'review.about': 'この内容で施設を作ります。施設コードと証跡の始まりは、後から変えられません。',
  'review.site': '施設',
  'review.people': '利用者({{n}} 名)',
  'review.own': '本人が決めたパスワード',
  'review.handed': '初期パスワードを渡す',
  'review.create': '施設を作る',
  'review.edit': '直す',

  'create.label': '鍵と台帳を作っています(約 {{seconds}} 秒)',
  'create.wait': '終わるまで電源を切らないでください。途中で止まっても、半端な台帳は残りません。',

  'done.title': '施設ができました',
  'done.handed': '次の人に初期パスワードを渡してください。この画面を閉じると二度と表示されません。',
  'done.none': 'それぞれの利用者 ID とパスワードでサインインできます。',
  'done.identifier': '利用者 ID',
  'done.name': '氏名',
  'done.password': '初期パスワード',
  'done.ack': '書き写しました。閉じてかまいません。',
  'done.finish': 'サインインへ',
} as const;
