export const ja = {
  title: '共通の決まり',
  about: 'この施設の全員に当てはまる決まりです。変えるには、権限管理者 2 名が要ります。',
  change: '変更を提案する',
  form: '共通の決まりの変更',
  unchanged: '今と同じです。変えるところを直してください。',

  passwordMin: 'パスワードの長さ',
  'passwordMin.unit': '{{n}} 文字以上',
  'passwordMin.about':
    'これから決めるパスワードの最も短い長さです。今のパスワードは次に変えるときまで使えます。',
  'passwordMin.range': '12 〜 64 文字',
  passwordMaxDays: 'パスワードの使える日数',
  'passwordMaxDays.unit': '{{n}} 日',
  'passwordMaxDays.never': '期限なし',
  'passwordMaxDays.about': 'この日数を過ぎると、次のサインインで変えてもらいます。0 は期限なしです。',
  'passwordMaxDays.range': '0 〜 3650 日',
  idleMinutes: '操作がないときのロック',
  'idleMinutes.unit': '{{n}} 分',
  'idleMinutes.about': '操作がないまま、この時間がたつとロックします。',
  'idleMinutes.range': '1 〜 120 分',
  unusedDays: '未使用とみなす日数',
  'unusedDays.unit': '{{n}} 日',
  'unusedDays.about': 'この日数サインインがない利用者を、利用者の点検で知らせます。',
  'unusedDays.range': '7 〜 730 日',
  signatureSuite: '署名の方式',
  'signatureSuite.about':
    'これから作る署名鍵の方式です。ほかの方式の鍵を持つ人は、次のサインインで作り直します。これまでの署名はそのまま確かめられます。',
  iterations: '鍵導出の反復回数(PBKDF2)',
  'iterations.unit': '{{n}} 回',
  'iterations.about':
    '多いほどパスワードの総当たりに強く、サインインに時間がかかります。それぞれの次のサインインで切り替わります。',
  'iterations.range': '600000 〜 10000000 回',
  ledgerEncryption: '台帳の暗号方式',
  'ledgerEncryption.about':
    '台帳のファイルの暗号化と改ざん検知の方式です。変えるとすぐに、台帳全体が新しい鍵と新しい方式で暗号化し直されます。その間も受付は続けられます。前の方式の控えもそのまま復元できます。',

  'encryption.sqlcipher-4-aes-256-cbc-hmac-sha512': 'AES-256-CBC + HMAC-SHA-512',
  'encryption.sqlcipher-4-aes-256-cbc-hmac-sha256': 'AES-256-CBC + HMAC-SHA-256',
  'suite.ed25519': 'Ed25519(EdDSA)',
  'suite.ecdsa-p256-sha256': 'ECDSA P-256(SHA-256)',
  fieldRange: '{{field}}({{range}})',
  wrongNumber: '整数で入力してください({{range}})。',
} as const;
