import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldColorModeId,
  type FieldConfigPropertyItem,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  setTimeZoneResolver,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  type StandardEditorsRegistryItem,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  type TransformerRegistryItem,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

const noEditor = (): null => null;

type Processor = FieldConfigPropertyItem['process'];

function property(
  id: string,
  process: unknown,
  { types, defaultValue }: { types?: FieldType[]; defaultValue?: unknown } = {}
): FieldConfigPropertyItem {
  return {
    id,
    path: id,
    name: id,
    editor: noEditor,
    override: noEditor,
    process: process as Processor,
    defaultValue,
    settings: {},
    shouldApply: (field) => types === undefined || types.includes(field.type),
    category: ['Standard options'],
  };
}

/** Without these, units, thresholds and overrides of a dashboard do nothing. */
function standardProperties(): FieldConfigPropertyItem[] {
  const numbers = { types: [FieldType.number] };
  const thresholds = {
    mode: ThresholdsMode.Absolute,
    steps: [
      { value: -Infinity, color: 'green' },
      { value: 80, color: 'red' },
    ],
  };
  return [
    property('displayName', displayNameOverrideProcessor),
    property('unit', unitOverrideProcessor),
    property('min', numberOverrideProcessor, numbers),
    property('max', numberOverrideProcessor, numbers),
    property('fieldMinMax', booleanOverrideProcessor, numbers),
    property('decimals', numberOverrideProcessor, numbers),
    property('noValue', stringOverrideProcessor),
    property('color', identityOverrideProcessor, { defaultValue: { mode: FieldColorModeId.Thresholds } }),
    property('thresholds', thresholdsOverrideProcessor, { ...numbers, defaultValue: thresholds }),
    property('mappings', valueMappingsOverrideProcessor, { defaultValue: [] }),
    property('links', dataLinksOverrideProcessor),
    property('actions', dataLinksOverrideProcessor),
    property('description', stringOverrideProcessor),
    property('filterable', booleanOverrideProcessor),
  ];
}

const editorIds = [
  ...['text', 'number', 'slider', 'boolean', 'select', 'radio', 'unit', 'color', 'strings', 'multi-select', 'units'],
  ...['fieldColor', 'thresholds', 'mappings', 'timezone', 'field-name', 'dashboard-uid', 'stats-picker', 'links'],
  ...['actions', 'interval', 'cell-height', 'code'],
];

/** Fills the registries that Grafana's core fills at its start; panels and transformations look things up in them. */
export function fillRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(standardProperties);
  standardEditorsRegistry.setInit(() =>
    editorIds.map((id): StandardEditorsRegistryItem => ({ id, name: id, editor: noEditor }))
  );
  standardTransformersRegistry.setInit(() => {
    // Some transformations stand in the list twice, and the registry refuses a second one of an id.
    const unique = new Map(
      Object.values(standardTransformers).map((transformation) => [transformation.id, transformation])
    );
    return [...unique.values()].map(
      (transformation) =>
        ({
          id: transformation.id,
          name: transformation.name,
          editor: noEditor,
          transformation,
        }) as unknown as TransformerRegistryItem
    );
  });
  setTimeZoneResolver(() => 'browser');
}
