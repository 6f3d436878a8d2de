import { type IndexDefinition, allIndices } from '@spendscope/contracts';
import { type Check, fail, ok } from '../check';

interface Templates {
  index_templates?: { name: string; index_template: { version?: number } }[];
}

/** Whether every index template is installed in the version that this code expects. */
export const checkTemplates: Check = async ({ elastic }) => {
  const answer = await elastic(
    '/_index_template/spendscope-*?filter_path=index_templates.name,index_templates.index_template.version'
  );
  if (answer.status === 0 || answer.status === 401 || answer.status === 403) {
    return [];
  }
  const installed = new Map(
    ((answer.body as Templates | undefined)?.index_templates ?? []).map((entry) => [
      entry.name,
      entry.index_template.version,
    ])
  );
  const wanted = allIndices as readonly IndexDefinition[];
  const wrong = wanted.filter((index) => installed.get(index.name) !== index.version);
  if (wrong.length === 0) {
    return [ok('Index templates', `${wanted.length} installed, all of this version`)];
  }
  const names = wrong
    .slice(0, 3)
    .map((index) => `${index.name} (${installed.get(index.name) ?? 'missing'}, not ${index.version})`);
  const more = wrong.length > names.length ? ` and ${wrong.length - names.length} more` : '';
  return [fail('Index templates', names.join(', ') + more, 'npm start installs them.')];
};
