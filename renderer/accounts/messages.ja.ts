import { refusalsJa } from './refusals.ja.ts';
import { retentionRefusalsJa } from '../trail/retention/refusals.ja.ts';
export const ja = {
  'login.title': 'サインイン',
  'login.identifier': '利用者 ID',
  'login.password': 'パスワード',
  'login.submit': 'サインイン',
  'login.pending': '確かめています',
  'login.recorded': 'サインインとその後の操作は、すべて記録されます。',
  'login.ended.locked': 'ロックしました。続ける人がサインインしてください。',
  'login.ended.idle': '操作がなかったため、ロックしました。',
  'login.ended.signed-out': 'サインアウトしました。',
  'login.ended.failed':
    '処理を続けられなくなったため、サインインを終えました。記録済みのものは残っています。',
  'login.restore': '台帳を控えから戻す',
  'login.ended.suspended':
    '権限管理者 2 名がこの利用者 ID を停止したため、サインインを終えました。記録済みのものは残っています。心当たりがなければ、権限管理者に確かめてください。',
  'login.ended.hours':
    'この利用者 ID を使える時間が終わったため、サインインを終えました。記録済みのものは残っています。続ける人がサインインしてください。',
  'login.recover': 'サインインできないとき(復旧)',
  'login.wait': 'あと {{seconds}} 秒待ってください。',

  'password.title': 'パスワードを変える',
  'password.must':
    'パスワードを、自分で決めた新しいものに変えてください。渡された初期パスワードのままか、使える日数を過ぎています。変えるまで、ほかの操作はできません。',
  'password.first':
    '渡された初期パスワードを、自分で決めたものに変えてください。変えるまで、ほかの操作はできません。',
  'password.current': '今のパスワード',
  'password.handed': '渡されたパスワード',
  'password.next': '新しいパスワード',
  'password.repeat': '新しいパスワード(もう一度)',
  'password.rule':
    '{{min}} 文字以上。長さが大切で、記号や数字は必須ではありません。よくある言葉や利用者 ID を含むものは使えません。',
  'password.submit': '変える',
  'password.done': 'パスワードを変えました。',

  roles: '役割',

  ...refusalsJa,
  'refusal.retention-years': '1 から 100 までの年数を数字で入力するか、空にしてください。',
  ...retentionRefusalsJa,
} as const;
