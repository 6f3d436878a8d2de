import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

interface Bom {
  serialNumber: string;
  metadata: { timestamp: string; component: { name: string } };
}

/** As of version 4 in form, but made from the contents: the same list has the same number. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}

/**
 * Bill of materials (CycloneDX, JSON) of what `workspaces` need at run time, by npm. Its time, its random number and the name
 * of the folder are replaced by what depends on the source alone.
 */
export function billOfMaterials(root: string, name: string, workspaces: readonly string[], seconds: number): string {
  const flags = workspaces.map((workspace) => `--workspace=${workspace}`);
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', ...flags], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  const bom = JSON.parse(text) as Bom;
  bom.metadata.timestamp = new Date(seconds * 1000).toISOString();
  bom.metadata.component.name = name;
  bom.serialNumber = '';
  bom.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(bom))}`;
  return `${JSON.stringify(bom, null, 2)}\n`;
}
