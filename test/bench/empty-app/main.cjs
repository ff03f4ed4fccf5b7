// The floor of everything measured in a window: the same Electron, an empty page, one bare insert behind one channel.
// Arguments: --database-module=<folder> --ledger=<file> --key=<hex> --insert=<JSON of [sql, values][]>
const { app, BrowserWindow, ipcMain } = require('electron');
const path = require('node:path');

/** @param {string} name */
const given = (name) => {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? '';
};

app.setPath('userData', given('user-data'));

/** @returns {(id: string) => void} */
function insertion() {
  const Database = require(given('database-module'));
  const db = new Database(given('ledger'));
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  db.key(Buffer.from(`x'${given('key')}'`, 'latin1'));
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'wal_autocheckpoint = 4000',
    'cache_size = -65536',
  ]) {
    db.pragma(setting);
  }
  /** @type {readonly (readonly [string, unknown[]])[]} */
  const statements = JSON.parse(given('insert'));
  const [visit, search] = statements.map(([sql, values]) => ({ statement: db.prepare(sql), values }));
  const insert = db.transaction((/** @type {string} */ id) => {
    const { lastInsertRowid } = visit.statement.run(id, ...visit.values);
    search.statement.run(lastInsertRowid, ...search.values);
  });
  return (id) => insert.immediate(id);
}

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  // Opened by the first insert: the empty page's memory has no database in it.
  /** @type {(id: string) => void} */
  let insert = (id) => {
    insert = insertion();
    insert(id);
  };
  ipcMain.handle('nothing', () => null);
  ipcMain.handle('insert', (_event, /** @type {string} */ id) => {
    insert(id);
    return id;
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.removeMenu();
  void window.loadFile(path.join(__dirname, 'index.html'));
});
