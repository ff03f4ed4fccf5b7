import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../../../main/vault/atomic-file.ts';
import { temporaryFolder } from './fixture.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

describe('writing a file whole', () => {
  it('makes or replaces it for its owner alone, and leaves no temporary file', () => {
    const file = join(folder, 'state.json');
    writeFileAtomic(file, 'one');
    writeFileAtomic(file, Buffer.from('two'));
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('gets past what a crash has left, and does not write through a link put in its way', () => {
    const file = join(folder, 'state.json');
    const target = join(folder, 'target');
    writeFileSync(target, 'untouched');
    symlinkSync(target, `${file}.new`);
    writeFileAtomic(file, 'new');
    expect(readFileSync(target, 'utf8')).toBe('untouched');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('leaves nothing of itself when the name cannot be given', () => {
    const file = join(folder, 'state.json');
    mkdirSync(file);
    expect(() => writeFileAtomic(file, 'new')).toThrow('EISDIR');
    expect(readdirSync(folder)).toEqual(['state.json']);
  });
});
