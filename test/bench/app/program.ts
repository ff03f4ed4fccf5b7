import { setTimeout as wait } from 'node:timers/promises';
import { PASSWORD, person, type Site } from '../ledgers/site.ts';
import { pssOf } from './memory.ts';
import { ENTER, PAINTED, type Session, TAB, Window } from './window.ts';

/** What one start of the program gives: times in ms, memory in MiB. */
export interface ProgramSample {
  readonly start: number;
  readonly memory: number;
  /** From the key that submits to the painted row. */
  readonly commands: readonly number[];
  /** The frames while the history is wheeled through. */
  readonly wheel: readonly number[];
  /** From a key that jumps through the history until the rows there are painted. */
  readonly jumps: readonly number[];
}

/** A draft of the door's form as `renderer/entries/door/draft.ts` keeps it. */
function draft(site: Site, name: string): string {
  return JSON.stringify({
    mode: 'enter',
    visitId: null,
    kind: 'staff',
    name,
    reading: '',
    organisation: '',
    purpose: '巡視点検',
    host: '',
    escort: '当直 二郎',
    identity: 'known-personally',
    areaId: site.areaIds[0],
    badge: 'none',
    belongings: '',
    workReference: '',
    expectedFrom: null,
    expectedUntil: null,
    party: [],
    joining: '',
    followIn: 'nobody',
    late: false,
    enteredAt: null,
    lateReason: '',
    note: '',
  });
}

const LIST = `document.querySelector('[role=listbox]')`;
const FILLED = `[...(${LIST}?.querySelectorAll('[role=option]') ?? [])].length > 5 &&
  [...${LIST}.querySelectorAll('[role=option]')].every((row) => row.textContent !== '')`;

/** Signs in with the keyboard; the first page is there then. */
async function signIn(window: Window): Promise<void> {
  await window.type(person('operator'));
  await window.press(TAB);
  await window.type(PASSWORD);
  await window.press(ENTER);
  await window.painted(
    `document.querySelector('[role=timer]') !== null && !document.getElementById('password')`,
  );
}

/** Lets one person in: fills the form by its draft, submits with the keyboard, waits for the row. */
async function command(window: Window, site: Site, name: string): Promise<number> {
  await window.cdp.evaluate(`location.hash = '#/'`);
  await window.painted(`document.querySelector('form') === null`);
  await window.cdp.evaluate(`suimon.entries.saveDraft(${JSON.stringify({ draft: draft(site, name) })})`);
  await window.cdp.evaluate(`location.hash = '#/entries?tab=history'`);
  await window.painted(
    `${FILLED} && [...document.querySelectorAll('input')].some((one) => one.value === ${JSON.stringify(name)})`,
  );
  // Counts from the key's own time stamp, so that the debugger's part is left out.
  await window.cdp.evaluate(`window.pressed = new Promise((resolve) =>
    addEventListener('keydown', (event) => event.key === 'Enter' && resolve(performance.timeOrigin + event.timeStamp), true));
    window.shown = new Promise((resolve) => {
      const look = () => ${LIST}?.textContent.includes(${JSON.stringify(name)}) ? (watch.disconnect(), resolve(${PAINTED})) : undefined;
      const watch = new MutationObserver(look);
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    }); null`);
  await window.press({ ...ENTER, ctrl: true });
  return Number(
    await window.cdp.evaluate(`Promise.race([
      Promise.all([shown, pressed]).then(([end, start]) => end - start),
      new Promise((_, reject) => setTimeout(() => reject(new Error(document.body.innerText)), 30_000)),
    ])`),
  );
}

/** Wheels through the history for a second and a half; the time of each frame. */
async function wheel(window: Window): Promise<number[]> {
  const at = (await window.cdp.evaluate(
    `(({ left, top, width, height }) => [left + width / 2, top + height / 2])(${LIST}.getBoundingClientRect())`,
  )) as [number, number];
  await window.cdp.evaluate(`window.frames_ = []; window.wheeling = true;
    requestAnimationFrame(function frame(at) { frames_.push(at); if (wheeling) requestAnimationFrame(frame); }); null`);
  for (let turn = 0; turn < 75; turn += 1) {
    const event = { type: 'mouseWheel', x: at[0], y: at[1], deltaX: 0, deltaY: 120 };
    void window.cdp.send('Input.dispatchMouseEvent', event);
    await wait(20);
  }
  const frames = (await window.cdp.evaluate(`wheeling = false; frames_`)) as number[];
  return frames.slice(1).map((frame, index) => frame - (frames[index] ?? frame));
}

/** Jumps through the history to places not read before; the time until each is filled. */
async function jumps(window: Window, count: number): Promise<number[]> {
  return (await window.cdp.evaluate(`(async () => {
    const times = [];
    const list = ${LIST};
    for (let n = 1; n <= ${count}; n += 1) {
      const start = performance.timeOrigin + performance.now();
      list.scrollTop = (list.scrollHeight - list.clientHeight) * ((n * 0.381) % 1);
      await ${PAINTED};
      while (!(${FILLED})) await new Promise((resolve) => setTimeout(resolve, 1));
      times.push((await ${PAINTED}) - start);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return times;
  })()`)) as number[];
}

/** Starts the program once on a copy of a site and measures all that a person would do. */
export async function programSample(
  { executable, env, idle, count }: Session,
  app: string,
  site: Site,
  copy: string,
  run: number,
): Promise<ProgramSample> {
  const window = await Window.start(executable, [app, `--site-folder=${copy}`], env);
  try {
    const start = (await window.painted(`document.activeElement?.id === 'identifier'`)) - window.startedAt;
    await signIn(window);
    await wait(idle);
    const memory = pssOf(window.pid);
    const commands: number[] = [];
    for (let call = 0; call <= count; call += 1) {
      const time = await command(window, site, `計測 ${run}-${call}`);
      if (call > 0) commands.push(time);
    }
    const frames = await wheel(window);
    return { start, memory, commands, wheel: frames, jumps: await jumps(window, count) };
  } finally {
    await window.kill();
  }
}
