'use strict';
// Run by itself, because an addon built for another Node-API crashes the process that loads it.
// Arguments: a folder for its database, the folder of the package, and optionally another addon than the installed one.
const fs = require('node:fs');
const path = require('node:path');

const [folder, packageFolder, addonFile] = process.argv.slice(2);
const Database = require(packageFolder);
const file = path.join(folder, 'check.db');
const open = () => {
  const db = new Database(file, addonFile ? { nativeBinding: addonFile } : {});
  db.pragma(`cipher='sqlcipher'`);
  db.pragma('legacy=4');
  db.pragma(`key="x'${'5a'.repeat(32)}'"`);
  return db;
};
const first = open();
first.exec('CREATE TABLE t (v TEXT) STRICT; INSERT INTO t VALUES (42)');
first.close();
const second = open();
const value = second.prepare('SELECT v FROM t').pluck().get();
second.close();
if (value !== '42') throw new Error(`read ${value}, wrote 42`);
if (fs.readFileSync(file).subarray(0, 15).toString('latin1') === 'SQLite format 3') {
  throw new Error('the file is not encrypted');
}
process.stdout.write('ok');
