'use strict';
// The app that an unpackaged Electron starts with: it opens the app folder named in the arguments, as Electron's own
// default app does (https://github.com/electron/electron/blob/main/default_app/main.ts), or says the version.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const args = process.argv.slice(1);
if (args.includes('--version') || args.includes('-v')) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
const named = args.find((arg) => !arg.startsWith('-'));
const folder = path.resolve(named ?? '.');
if (!fs.existsSync(path.join(folder, 'package.json'))) {
  process.stderr.write(`No app in ${folder}: it has no package.json\n`);
  process.exit(1);
}
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.name = manifest.productName ?? manifest.name;
if (manifest.version) app.setVersion(manifest.version);
app.setDesktopName(`${app.name}.desktop`);
app.setAppPath(folder);
require(path.join(folder, manifest.main ?? 'index.js'));
