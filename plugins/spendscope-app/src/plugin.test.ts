import fs from 'node:fs';
import path from 'node:path';
import { appId, orgRoles, rightAction, rights, rightsOfRole, routes } from '@spendscope/contracts';
import { mostBytes, shots } from '../../../scripts/screenshots/shots';
import plugin from './plugin.json';

const panels = fs.readdirSync(path.join(__dirname, 'panels'));

describe('plugin.json', () => {
  it('has the id that the rights are named after', () => {
    expect([plugin.id, plugin.type]).toEqual([appId, 'app']);
  });

  it('passes on exactly the routes of the contracts, in their order, each with its right', () => {
    expect(plugin.routes.map(({ method, path: pattern, reqAction }) => [method, pattern, reqAction])).toEqual(
      routes.map(({ method, path: pattern, right }) => [method, pattern, rightAction(right)])
    );
  });

  it.each(plugin.routes)('$method $path asks for a right, sends the token and keeps its path', (route) => {
    expect(rights.map(rightAction)).toContain(route.reqAction);
    expect(route.headers).toEqual([{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.apiToken }}' }]);
    expect(route.url).toBe(`{{ .JsonData.apiUrl }}/${route.path.replace(/\/\*$/, '')}`);
  });

  it('grants each organisation role the rights of the contracts', () => {
    const granted = plugin.roles.map(({ role, grants }) => [grants, role.permissions.map(({ action }) => action)]);
    expect(granted).toEqual(orgRoles.map((role) => [[role], rightsOfRole[role].map(rightAction)]));
  });

  it('guards every page of its own with a right', () => {
    const pages = plugin.includes.filter((include) => include.path.startsWith('/a/'));
    expect(pages.map((page) => [page.path, page.action])).toEqual([
      [`/a/${appId}/overview`, rightAction('data:read')],
      [`/a/${appId}/segments`, rightAction('data:read')],
      [`/a/${appId}/personas`, rightAction('data:read')],
      [`/a/${appId}/benefits`, rightAction('data:read')],
      [`/a/${appId}/anomalies`, rightAction('data:read')],
      [`/a/${appId}/thresholds`, rightAction('data:read')],
      [`/a/${appId}/customers`, rightAction('data:read')],
      [`/a/${appId}/interventions`, rightAction('data:read')],
      [`/a/${appId}/models`, rightAction('data:read')],
      [`/a/${appId}/feedback`, rightAction('data:read')],
      [`/a/${appId}/jobs`, rightAction('data:read')],
      [`/a/${appId}/policy`, rightAction('data:read')],
      [`/a/${appId}/audit`, rightAction('audit:read')],
      [`/a/${appId}/privacy`, rightAction('pii:reveal')],
    ]);
  });

  it('explains every nested panel, and has it offered where its data is', () => {
    for (const panel of panels) {
      const folder = path.join(__dirname, 'panels', panel);
      const { name, suggestions } = JSON.parse(fs.readFileSync(path.join(folder, 'plugin.json'), 'utf8')) as {
        name: string;
        suggestions: boolean;
      };
      expect(suggestions).toBe(true);
      expect(fs.readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain(`# ${name}\n`);
    }
  });

  it.each(['.', ...panels.map((panel) => path.join('panels', panel))])(
    '%s lists its pictures, which are there',
    (at) => {
      const folder = path.join(__dirname, at);
      const { info } = JSON.parse(fs.readFileSync(path.join(folder, 'plugin.json'), 'utf8')) as {
        info: { screenshots: { name: string; path: string }[] };
      };
      const taken = shots.filter(({ plugin: of }) => of === at).map(({ name, file }) => ({ name, path: file }));
      expect(info.screenshots).toEqual(taken);
      expect(taken.length).toBeGreaterThan(0);
      for (const { path: file } of taken) {
        const bytes = fs.readFileSync(path.join(folder, file));
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        expect(bytes.length).toBeLessThan(mostBytes);
      }
    }
  );

  it('includes every nested panel, with a logo that is there', () => {
    const included = plugin.includes.filter((include) => include.type === 'panel').map((include) => include.path);
    expect(included.sort()).toEqual(panels.map((panel) => `panels/${panel}/plugin.json`).sort());
    for (const file of [...included, 'plugin.json']) {
      const folder = path.join(__dirname, path.dirname(file));
      const { info } = JSON.parse(fs.readFileSync(path.join(__dirname, file), 'utf8')) as typeof plugin;
      expect(fs.existsSync(path.join(folder, info.logos.small))).toBe(true);
    }
  });
});
