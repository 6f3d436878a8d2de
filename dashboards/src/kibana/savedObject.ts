interface Reference {
  name: string;
  type: string;
  id: string;
}

/** One line of the file that Kibana imports. */
export interface SavedObject {
  type: 'index-pattern' | 'visualization' | 'dashboard';
  id: string;
  attributes: Record<string, unknown>;
  references: Reference[];
  coreMigrationVersion: string;
  typeMigrationVersion: string;
}

/** The shapes that are written here, as Kibana names them: a newer Kibana migrates from there, an older one refuses. */
const versions: Record<SavedObject['type'], string> = {
  'index-pattern': '8.0.0',
  visualization: '8.5.0',
  dashboard: '8.9.0',
};

export const savedObject = (
  type: SavedObject['type'],
  id: string,
  attributes: SavedObject['attributes'],
  references: Reference[] = []
): SavedObject => ({
  type,
  id,
  attributes,
  references,
  coreMigrationVersion: '8.8.0',
  typeMigrationVersion: versions[type],
});
