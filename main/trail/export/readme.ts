import { FORMAT } from './format.ts';

/** What the export's README says about itself. */
export interface ReadmeFacts {
  readonly site: string;
  readonly size: number;
  readonly head: string;
  readonly madeAt: string;
  readonly withheld: string;
}

/** `README.txt`, in Japanese and English: what is in the folder and how it is checked without this program. */
export function readme({ site, size, head, madeAt, withheld }: ReadmeFacts): string {
  return `証跡の書き出し (${FORMAT})

施設          ${site}
範囲          1 件目から ${size} 件目まで
最新のハッシュ  ${head}
書き出した日時  ${madeAt}
内容を伏せた台帳 ${withheld === '' ? 'なし' : withheld}

中身
  entries.ndjson   証跡の項目。一行に一件。内容 (payload) は証跡にあるバイトのまま。
  checkpoints.txt  検証点。施設の鍵で署名された短い文書 (C2SP signed note)。
  keys.json        署名を確かめるための公開鍵と、その鍵が有効だった項目の番号。
  SHA256SUMS       上の各ファイルの SHA-256。「sha256sum -c SHA256SUMS」で確かめられます。

確かめ方
  操作の手引「証跡の書き出しと検査」の章に、形式の説明と検査スクリプト (Node.js だけで動きます) があります。
  検査スクリプトは、この書き出しとは別の道で受け取ってください。
  書き出しの中だけを見て分かるのは、つじつまが合っていることまでです。証跡が作り直されていないことは、
  外に保管してある検証点の控え (紙など) の番号とハッシュを、検査スクリプトに渡して確かめます。

------------------------------------------------------------------------
Trail export (${FORMAT})

Site              ${site}
Range             entries 1 to ${size}
Head hash         ${head}
Made              ${madeAt}
Ledgers withheld  ${withheld === '' ? 'none' : withheld}

Contents
  entries.ndjson   The entries, one a line. Each payload stands byte for byte as on the chain.
  checkpoints.txt  Checkpoints: short notes signed with the site's key (C2SP signed note).
  keys.json        Public keys, and the numbers of the entries for which each was valid.
  SHA256SUMS       SHA-256 of those files: check with "sha256sum -c SHA256SUMS".

How to check
  The chapter of the manual on this export describes the format and holds a script that needs Node.js alone.
  Get the script by another way than this folder.
  What can be seen from this folder alone is that it agrees with itself. That the trail was not made anew is seen by
  giving the script the number and head of a checkpoint that was kept elsewhere, on paper for instance.
`;
}
