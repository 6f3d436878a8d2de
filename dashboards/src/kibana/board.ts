import { type SavedObject, savedObject } from './savedObject';

/** A visualization and where it stands: 48 columns make a row. */
export interface Placed {
  shown: SavedObject;
  x: number;
  y: number;
  w: number;
  h: number;
}

interface Board {
  id: string;
  title: string;
  description: string;
}

export const board = ({ id, title, description }: Board, panels: readonly Placed[]): SavedObject =>
  savedObject(
    'dashboard',
    id,
    {
      title,
      description,
      version: 1,
      timeRestore: true,
      timeFrom: 'now-6h',
      timeTo: 'now',
      refreshInterval: { pause: false, value: 60_000 },
      optionsJSON: JSON.stringify({ useMargins: true, syncColors: false, syncCursor: true, syncTooltips: false, hidePanelTitles: false }), // prettier-ignore
      panelsJSON: JSON.stringify(
        panels.map(({ x, y, w, h }, position) => {
          const i = String(position + 1);
          return {
            version: '8.9.0',
            type: 'visualization',
            gridData: { x, y, w, h, i },
            panelIndex: i,
            embeddableConfig: { enhancements: {} },
            panelRefName: `panel_${i}`,
          };
        })
      ),
      kibanaSavedObjectMeta: {
        searchSourceJSON: JSON.stringify({ query: { query: '', language: 'kuery' }, filter: [] }),
      },
    },
    panels.map(({ shown }, position) => ({
      name: `${position + 1}:panel_${position + 1}`,
      type: 'visualization',
      id: shown.id,
    }))
  );
