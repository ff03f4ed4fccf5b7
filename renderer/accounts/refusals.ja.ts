import type { AccountsRefusal } from '../../shared/accounts/rules.ts';

/** What happened, what was kept, what to do: for every code with which account work is refused. */
export const refusalsJa = {
  'refusal.recovery-fault':
    '台帳のファイルに問題があり、開けませんでした({{fault}})。何も変わっていません。控えから戻してから、もう一度行ってください。',
  'refusal.recovery-nothing': '用紙がまだそろっていません。最初から入力してください。',
  'refusal.share-length': '用紙の文字数が違います。6 行、各 12 文字(全 72 文字)を入力してください。',
  'refusal.share-row': '{{row}} 行目に打ち間違いがあります。紙の {{row}} 行目を確かめてください。',
  'refusal.share-version': 'この用紙は、このプログラムの版では読めません。',
  'refusal.share-same-half': '同じ側の用紙が 2 度入力されました。もう一方の保管者の用紙を入力してください。',
  'refusal.share-other-pair': '組の番号が違う用紙です。同じ組の 2 枚を使ってください。',
  'refusal.share-other-generation': '発行回の違う用紙です。同じときに渡された 2 枚を使ってください。',
  'refusal.share-no-pair': 'この組の用紙は、使用済みか取り消されていて使えません。',
  'refusal.share-old-generation': '古い用紙です。発行し直した後の用紙を使ってください。',
  'refusal.share-wrong':
    '2 枚の用紙では開けませんでした。ほかの施設の用紙か、保管中に書き換えられたものです。',
  'refusal.attest-refused': 'パスワードか利用者 ID が違います。何も変わっていません。',
  'refusal.attest-no-key': 'この利用者は署名の鍵を持っていません。責任者・監査・権限管理者が行ってください。',
  'refusal.founding-two-administrators': '権限管理者が 2 名要ります。',
  'refusal.founding-officer': '情報セキュリティ責任者が 1 名要ります。',
  'refusal.identifier-taken': 'この利用者 ID は、ほかの人が使っています。1 人に 1 つです。',
  'refusal.identifier-form': '英小文字・数字・「.」「-」「_」で 2 〜 32 文字にしてください(先頭は英数字)。',
  'refusal.administrator-ledger-role':
    '権限管理者は、台帳を扱う役割を兼ねられません。別の利用者 ID を作ってください。',
  'refusal.password-common': 'よく使われるパスワードです。ほかのものにしてください。',
  'refusal.password-holds-name': '利用者 ID を含むパスワードは使えません。',
  'refusal.password-too-short': '{{min}} 文字以上にしてください。',
  'refusal.password-wrong': '今のパスワードが違います。',
  'refusal.password-same': '今と同じです。違うパスワードにしてください。',
  'refusal.password-different': '2 回の入力が違います。',
  'refusal.already-founded': 'この端末には、すでに施設が作られています。起動し直してください。',
  'refusal.founding-failed':
    '施設を作れませんでした。何も残していません。ディスクの空きとフォルダーの権限を確かめてください。',
  'refusal.sign-in-refused': 'サインインできません。利用者 ID とパスワードを確かめてください。',
  'refusal.sign-in-wait': '続けて失敗したため、しばらく待つ必要があります。',
  'refusal.sign-in-fault': '台帳を開けませんでした。',
  'refusal.malformed': '英小文字・数字・ハイフンで 2 〜 24 文字にしてください。',

  // Account work by two people
  'refusal.sign-in-hours':
    '今は、この利用者 ID を使える時間ではありません。使える時間は権限管理者に確かめてください。',
  'refusal.account-missing': 'その利用者は見つかりません。何も変わっていません。一覧から選び直してください。',
  'refusal.account-active': '{{name}} さんは停止されていません。何も変わっていません。',
  'refusal.account-suspended': '{{name}} さんは停止中です。先に再開してください。何も変わっていません。',
  'refusal.account-closed':
    '{{name}} さんの利用者 ID は廃止済みです。廃止したものは元に戻せません。何も変わっていません。',
  'refusal.account-no-key': 'この利用者は署名の鍵を持たない役割です。更新する鍵がありません。',
  'refusal.last-administrators':
    '有効な権限管理者が 2 名より少なくなるため、できません。先に別の権限管理者を登録してください。',
  'refusal.last-officer':
    '有効な情報セキュリティ責任者がいなくなるため、できません。先に別の責任者を登録してください。',
  'refusal.policy-password-min': 'パスワードの長さは 12 〜 64 文字で決めてください。',
  'refusal.policy-iterations': '鍵導出の反復回数は 60 万 〜 1,000 万回で決めてください。',
  'refusal.recovery-same-custodian': '保管者 2 名に同じ人は選べません。別々の人にしてください。',
  'refusal.check-incomplete': 'まだ判断していない利用者が {{missing}} 名います。全員の判断を選んでください。',
  'refusal.check-changed':
    '点検を始めてから利用者が変わりました。何も記録していません。画面を開き直して、もう一度確かめてください。',
  'refusal.proposal-missing': 'その提案は見つかりません。何も変わっていません。一覧から選び直してください。',
  'refusal.proposal-nothing-changes': '今と同じ内容です。変えるところを直してください。',
  'refusal.proposal-own': '提案した本人は、確認も却下もできません。別の権限のある人が行ってください。',
  'refusal.proposal-own-account':
    '自分自身についての提案や確認はできません。別の権限のある人が行ってください。',
  'refusal.proposal-open-already':
    '同じことについての提案が、もう確認を待っています。先にその提案を確認するか、取り下げてください。',
  'refusal.proposal-nobody-to-confirm':
    '確認できる人がいないため、提案できません。提案する人のほかに、有効な権限管理者がもう 1 名要ります。',
  'refusal.proposal-confirmed': 'この提案は、もう確認されています。何も変わっていません。',
  'refusal.proposal-refused': 'この提案は、却下されています。何も変わっていません。',
  'refusal.proposal-withdrawn': 'この提案は、取り下げられています。何も変わっていません。',
  'refusal.proposal-void':
    '提案した人が停止・廃止されたか役割が変わったため、この提案は無効です。要るなら、改めて提案してください。',
  'refusal.proposal-expired': 'この提案は期限を過ぎました。要るなら、改めて提案してください。',
  'refusal.recovery-no-pair':
    'その組の回復鍵はありません。何も変わっていません。組の番号を確かめてください。',
  'refusal.proposal-not-own':
    '取り下げられるのは、提案した本人だけです。別の人が止めるには、却下してください。',
  'refusal.rotation-failed':
    '台帳の暗号化をし直せませんでした。台帳は元の鍵のままで、何も失われていません。ディスクの空きを確かめて、もう一度行ってください。',

  // What the window alone refuses
  'refusal.close-lines': '貼り付けた行に、廃止できないものがあります。赤い枠の行を直すか、消してください。',
  'refusal.close-nobody': '廃止する人を、一覧から選ぶか貼り付けてください。',
  'refusal.roles-required': '役割を 1 つ以上選んでください。',
  'refusal.policy-numbers': '範囲を外れた値があります。赤い欄を直してください。',
} as const satisfies Readonly<
  Record<`refusal.${AccountsRefusal}`, string> & Record<`refusal.${string}`, string>
>;
