export const ja = {
  title: '台帳を開けません',
  what: '何が起きたか',
  kept: '残っているもの',
  do: 'すること',
  file: '調べるファイル',
  again: 'もう一度調べる',
  recover: '復旧する(保管者 2 名の用紙)',
  restore: '控えから戻す',

  'ledger-missing.what': '台帳のファイルがありません。鍵のファイルは残っています。',
  'ledger-missing.kept': '鍵は残っています。台帳の中身は、ここからは分かりません。',
  'ledger-missing.do':
    'ファイルを移したのなら元の場所に戻してください。消えたのなら、控えから戻してください。新しく作り直さないでください。',
  'ledger-plaintext.what': '台帳の場所に、暗号化されていないデータベースがあります。この台帳ではありません。',
  'ledger-plaintext.kept': 'そのファイルには触れていません。',
  'ledger-plaintext.do':
    '誰かが差し替えたおそれがあります。ファイルを別の場所に保全し、責任者に知らせ、控えから戻してください。',
  'ledger-damaged.what': '台帳のファイルが傷んでいるか、途中で切れています。',
  'ledger-damaged.kept': '傷んだファイルはそのまま残してあります。何も書き加えていません。',
  'ledger-damaged.do':
    'ファイルを別の場所に写して保全してから、控えから戻してください。ディスクの故障も調べてください。',
  'ledger-newer.what': 'この台帳は、より新しい版の水門で作られています。',
  'ledger-newer.kept': '台帳は無事です。古い版で開くと傷めるおそれがあるため、開いていません。',
  'ledger-newer.do': '同じか、より新しい版の水門で開いてください。',
  'ledger-other-cipher.what': '台帳が、決められたものと違う暗号方式で作られています。',
  'ledger-other-cipher.kept': 'そのファイルには触れていません。',
  'ledger-other-cipher.do':
    '誰かが差し替えたおそれがあります。ファイルを保全し、責任者に知らせ、控えから戻してください。',
  'keys-missing.what': '鍵のファイルがありません。台帳はありますが、開く鍵がありません。',
  'keys-missing.kept': '台帳は残っています。',
  'keys-missing.do':
    '鍵のファイルを控えから元の場所に戻してください。控えもないときは、開くことができません。',
  'keys-damaged.what': '鍵のファイルが傷んでいて、読めません。',
  'keys-damaged.kept': '台帳は残っています。',
  'keys-damaged.do': '鍵のファイルを控えから戻してください。傷んだファイルは保全しておいてください。',
  'keys-altered.what': '鍵のファイルが書き換えられているか、古いものに戻されています。',
  'keys-altered.kept': '台帳は残っています。書き換えられた鍵は使っていません。',
  'keys-altered.do':
    '誰かが手を加えたおそれがあります。今のファイルを保全し、責任者に知らせてから、正しい控えを戻してください。',
  'keys-algorithm.what': '鍵のファイルが、認められていない暗号方式や回数を指定しています。',
  'keys-algorithm.kept': '台帳は残っています。その指定は使っていません。',
  'keys-algorithm.do': '誰かが手を加えたか、版が違います。責任者に知らせ、正しい控えを戻してください。',
  'secret-missing.what': 'この端末に置かれた施設の秘密ファイルがないか、読めません。',
  'secret-missing.kept': '台帳と鍵のファイルは残っています。',
  'secret-missing.do':
    'この端末の水門のフォルダーを控えから戻してください。台帳を別の端末で開こうとしているのなら、元の端末で開いてください。',
  'folder-unreadable.what': '台帳のフォルダーを読めません。',
  'folder-unreadable.kept': '中身には触れていません。',
  'folder-unreadable.do': 'ディスクがつながっているか、フォルダーの権限が正しいかを確かめてください。',
} as const;
