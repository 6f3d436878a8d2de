import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { packRelease } from './packRelease';
import { pluginFiles } from './pluginFiles';
import { sourceDate } from './sourceDate';

const root = path.resolve(__dirname, '../..');
const seconds = Date.UTC(2026, 10, 28, 1, 2, 4) / 1000;
const { id } = JSON.parse(readFileSync(path.join(root, 'plugins/spendscope-app/src/plugin.json'), 'utf8')) as {
  id: string;
};
const withoutToken = { ...process.env, GRAFANA_ACCESS_POLICY_TOKEN: '' };

const { files, signed } = packRelease({ root, seconds, environment: withoutToken });
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const content = (name: string): Uint8Array => Buffer.from(files.get(name)!);
const unpacked = unzipSync(content(`${id}-${version}.zip`));
const names = Object.keys(unpacked);
const text = (name: string): string => strFromU8(unpacked[`${id}/${name}`]!);
const texts = names.filter((name) => !name.endsWith('.png')).map((name) => [name, strFromU8(unpacked[name]!)] as const);

/** What the browser has no business with, and tests. */
const foreign = /\.\.\/(services|e2e|bench|scripts|deploy|packages\/(?!contracts\/))|\.test\.|\/testing\//;

describe('the plugin’s zip', () => {
  it('holds the app and its three panels in one folder of the plugin’s id, as of its source', () => {
    expect(names.filter((name) => !name.startsWith(`${id}/`))).toEqual([]);
    const plugins = names.filter((name) => name.endsWith('/plugin.json'));
    expect(plugins).toEqual([
      `${id}/panels/anomaly-table/plugin.json`,
      `${id}/panels/persona-cards/plugin.json`,
      `${id}/panels/segment-explorer/plugin.json`,
      `${id}/plugin.json`,
    ]);
    expect(JSON.parse(text('plugin.json'))).toMatchObject({
      id,
      type: 'app',
      info: { version, updated: '2026-11-28' },
    });
    for (const plugin of plugins) {
      const code = strFromU8(unpacked[plugin.replace('plugin.json', 'module.js')]!);
      expect(code).toMatch(/^define\(\[/);
    }
  });

  it('brings the licence, the notice and what the plugin shows of itself', () => {
    expect(text('LICENSE')).toBe(readFileSync(path.join(root, 'LICENSE'), 'utf8'));
    expect(text('NOTICE')).toBe(readFileSync(path.join(root, 'NOTICE'), 'utf8'));
    const manifests = names.filter((name) => name.endsWith('/plugin.json'));
    for (const manifest of manifests) {
      const { info } = JSON.parse(strFromU8(unpacked[manifest]!)) as {
        info: { logos: { small: string; large: string }; screenshots: { path: string }[] };
      };
      for (const shown of [info.logos.small, info.logos.large, ...info.screenshots.map((shot) => shot.path)]) {
        expect(names).toContain(path.posix.join(path.posix.dirname(manifest), shown));
      }
    }
  });

  it('has no source files, and maps only of the plugin, of what it shares, and of libraries', () => {
    expect(names.filter((name) => /\.(tsx?|mjs|cjs|env|pem|key)$/.test(name))).toEqual([]);
    const maps = texts.filter(([name]) => name.endsWith('.map'));
    expect(maps.length).toBeGreaterThan(4);
    for (const [, map] of maps) {
      const { sources } = JSON.parse(map) as { sources: string[] };
      const ours = sources.filter((source) => !source.includes('/node_modules/'));
      expect(ours.filter((source) => foreign.test(source))).toEqual([]);
    }
  });

  it('holds neither secrets nor the paths of who packed it', () => {
    const secrets = /-----BEGIN [A-Z ]*PRIVATE KEY|\bglsa_\w{20}|\bglc_\w{20}|\bgh[po]_\w{30}|\bAKIA[0-9A-Z]{16}\b/;
    for (const [name, written] of texts) {
      expect([name, secrets.exec(written)?.[0]]).toEqual([name, undefined]);
      expect([name, written.includes(root) || written.includes(os.homedir() + path.sep)]).toEqual([name, false]);
    }
  });

  it('is unsigned without a token, and says so', () => {
    expect(signed).toBe(false);
    expect(names).not.toContain(`${id}/MANIFEST.txt`);
  });
});

describe('beside it', () => {
  it('lists what plugin and services need at run time, with versions and licences, and no tools of development', () => {
    for (const [name, has] of [
      [`${id}-${version}.cdx.json`, '@grafana/scenes'],
      [`spendscope-services-${version}.cdx.json`, 'fastify'],
    ] as const) {
      const bom = JSON.parse(Buffer.from(content(name)).toString()) as {
        bomFormat: string;
        components: { name: string; version: string }[];
      };
      expect(bom.bomFormat).toBe('CycloneDX');
      const components = bom.components.map((component) => component.name);
      expect(components).toContain(has);
      expect(components).not.toContain('jest');
    }
  });

  it('sums up every file', () => {
    const lines = Buffer.from(content('SHA256SUMS')).toString().trim().split('\n');
    expect(lines).toHaveLength(files.size - 1);
    for (const line of lines) {
      const [sum, name] = line.split('  ') as [string, string];
      expect(createHash('sha256').update(content(name)).digest('hex')).toBe(sum);
    }
  });
});

it('gives the same bytes again by its command, elsewhere on earth', () => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'spendscope-packed-'));
  try {
    const said = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package/run.ts', '--out', out], {
      cwd: root,
      env: { ...withoutToken, TZ: 'Pacific/Auckland', SOURCE_DATE_EPOCH: String(seconds) },
      encoding: 'utf8',
    });
    expect(said).toContain('NOT signed: set GRAFANA_ACCESS_POLICY_TOKEN');
    expect(readFileSync(path.join(out, 'SHA256SUMS'), 'utf8')).toBe(files.get('SHA256SUMS'));
  } finally {
    rmSync(out, { recursive: true });
  }
});

it('refuses to pack what no plugin consists of', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-plugin-'));
  try {
    writeFileSync(path.join(folder, 'module.js'), '');
    expect([...pluginFiles(folder).keys()]).toEqual(['module.js']);
    writeFileSync(path.join(folder, '.env'), 'TOKEN=1');
    writeFileSync(path.join(folder, 'notes.ts'), '');
    expect(() => pluginFiles(folder)).toThrow('.env, notes.ts');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('takes its time from the environment, or from the last commit', () => {
  expect(sourceDate(root, { SOURCE_DATE_EPOCH: '1000' })).toBe(1000);
  expect(sourceDate(root, {})).toBeGreaterThan(1_700_000_000);
  expect(() => sourceDate(root, { SOURCE_DATE_EPOCH: 'yesterday' })).toThrow('yesterday');
  expect(() => sourceDate(os.tmpdir(), {})).toThrow('set SOURCE_DATE_EPOCH');
});
