import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { unpack } from './unpack';

describe('unpack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-unpack-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('leaves out the top folder and Windows, and marks programs as such', () => {
    const target = join(folder, 'home');
    unpack(
      zipSync({
        'elasticsearch-1/bin/elasticsearch': strToU8('#!/bin/bash'),
        'elasticsearch-1/bin/elasticsearch.bat': strToU8('@echo off'),
        'elasticsearch-1/lib/a/b.jar': strToU8('jar'),
      }),
      target
    );
    expect(readdirSync(join(target, 'bin'))).toEqual(['elasticsearch']);
    expect(statSync(join(target, 'bin/elasticsearch')).mode & 0o777).toBe(0o755);
    expect(statSync(join(target, 'lib/a')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(target, 'lib/a/b.jar'), 'utf8')).toBe('jar');
  });

  it('refuses a path that leads out of the folder', () => {
    const zip = zipSync({ 'elasticsearch-1/../../evil': strToU8('x') });
    expect(() => unpack(zip, join(folder, 'other'))).toThrow('leads outside');
  });
});
