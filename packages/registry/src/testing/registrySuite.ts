import { modelContentOf } from '@spendscope/testing';
import { ModelRegistry } from '../ModelRegistry';
import { entryKey } from '../history';
import type { ObjectStore } from '../objects/objectStore';

const change = (kind: 'trained' | 'promoted' | 'rolled_back' | 'shadowed', seq?: number) =>
  ({ kind, at: new Date(0), by: 'user:kim', reason: `A test of what is ${kind}.`, seq }) as const;

/** What both places of models must do. `overwrite` puts a text where one is, past the store's own rule. */
export function registrySuite(
  open: () => { store: ObjectStore; overwrite(key: string, text: string): Promise<void> }
): void {
  it('keeps a model once, under its content’s hash', async () => {
    const { store } = open();
    const registry = new ModelRegistry(store);
    const ref = await registry.save('churn', modelContentOf(1));
    expect(await registry.save('churn', modelContentOf(1))).toEqual(ref);
    expect(await registry.files()).toEqual([`churn-${ref.content_hash.slice(0, 16)}.json`]);
    expect(await registry.find('churn', ref.version)).toEqual(ref);
    expect(await registry.read(ref.file)).toMatchObject({ card: { seed: 1, metrics: { roc_auc: 0.75 } } });
    await expect(registry.find('churn', 'churn-00000000')).rejects.toMatchObject({ code: 'model_unknown' });
    await expect(registry.head('../churn')).rejects.toMatchObject({ code: 'model_unknown' });
    expect(await store.read('nothing.json')).toBeUndefined();
  });

  it('knows what is live and the shadow, also when opened anew', async () => {
    const { store } = open();
    const registry = new ModelRegistry(store);
    const [one, two] = [
      await registry.save('churn', modelContentOf(1)),
      await registry.save('churn', modelContentOf(2)),
    ];
    expect(await registry.head('churn')).toMatchObject({ seq: 0 });
    await registry.makeLive('churn', one, change('trained'));
    await registry.makeShadow('churn', two, change('shadowed'));
    expect(await registry.makeLive('churn', one, change('trained'))).toBeUndefined();
    const anew = new ModelRegistry(store);
    expect(await anew.head('churn')).toMatchObject({ seq: 2, live: one, shadow: two });
    const promoted = await anew.makeLive('churn', two, {
      ...change('promoted'),
      approvedBy: 'user:choi',
      request: 'm-1',
    });
    expect(promoted).toMatchObject({ seq: 3, by: 'user:kim', approved_by: 'user:choi', live: two });
    expect(promoted).not.toHaveProperty('shadow');
    // The one that was open all the time hears of it.
    expect(await registry.head('churn')).toMatchObject({ seq: 3, live: two });
    expect(await registry.names()).toEqual(['churn']);
    expect(await registry.rollbackTarget('churn')).toEqual(one);
  });

  it('lets one of two promoters win, and tells the other', async () => {
    const { store } = open();
    const first = new ModelRegistry(store);
    const refs = [await first.save('churn', modelContentOf(1)), await first.save('churn', modelContentOf(2)), await first.save('churn', modelContentOf(3))]; // prettier-ignore
    await first.makeLive('churn', refs[0]!, change('trained'));
    const { seq } = await first.head('churn');
    const outcomes = await Promise.allSettled(
      [refs[1]!, refs[2]!].map((ref) => new ModelRegistry(store).makeLive('churn', ref, change('promoted', seq)))
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [lost] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost!.reason).toMatchObject({ code: 'live_changed' });
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(await first.head('churn')).toMatchObject({ seq: 2, live: refs[won + 1] });
  });

  it('writes both of two runs’ models down, one after the other', async () => {
    const { store } = open();
    const registry = new ModelRegistry(store);
    const refs = [await registry.save('churn', modelContentOf(1)), await registry.save('churn', modelContentOf(2))];
    await Promise.all(refs.map((ref) => new ModelRegistry(store).makeLive('churn', ref, change('trained'))));
    expect((await registry.history('churn')).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('refuses a changed file and leaves what is live as it is', async () => {
    const { store, overwrite } = open();
    const registry = new ModelRegistry(store);
    const [one, two] = [
      await registry.save('churn', modelContentOf(1)),
      await registry.save('churn', modelContentOf(2)),
    ];
    await registry.makeLive('churn', one, change('trained'));
    const text = await registry.readText(two.file);
    await overwrite(two.file, text.replace('0.75', '0.95'));
    const refused = { code: 'model_tampered', message: `The model ${two.file} was changed after it was saved.` };
    await expect(registry.makeLive('churn', two, change('promoted'))).rejects.toMatchObject(refused);
    await overwrite(two.file, await registry.readText(one.file));
    await expect(registry.makeLive('churn', two, change('promoted'))).rejects.toThrow(
      'is another one than its name says'
    );
    expect(await registry.head('churn')).toMatchObject({ seq: 1, live: one });
    // A file whose name fits and whose whole hash does not.
    await expect(registry.readRef({ ...one, content_hash: '0'.repeat(64) })).rejects.toThrow(
      /another one than the history/
    );
  });

  it('refuses a history of which an entry was changed or is missing', async () => {
    const { store, overwrite } = open();
    const registry = new ModelRegistry(store);
    const [one, two] = [
      await registry.save('churn', modelContentOf(1)),
      await registry.save('churn', modelContentOf(2)),
    ];
    await registry.makeLive('churn', one, change('trained'));
    await registry.makeLive('churn', two, change('promoted'));
    const first = await store.read(entryKey('churn', 1));
    await overwrite(entryKey('churn', 1), first!.replace('user:kim', 'user:lee'));
    const refused = { code: 'history_tampered', message: 'Entry 2 of the history of churn does not follow the one before: one of both was changed.' }; // prettier-ignore
    await expect(new ModelRegistry(store).head('churn')).rejects.toMatchObject(refused);
    await overwrite(entryKey('churn', 1), '{}');
    await expect(new ModelRegistry(store).head('churn')).rejects.toThrow(
      /^Entry 1 of the history of churn is none of this/
    );
    await overwrite(entryKey('churn', 1), first!);
    expect(await new ModelRegistry(store).head('churn')).toMatchObject({ seq: 2 });
    await overwrite(entryKey('churn', 4), first!);
    await expect(new ModelRegistry(store).head('churn')).rejects.toThrow('Entry 3 of the history of churn is missing.');
  });

  it('makes no imported ONNX model the live one', async () => {
    const { store } = open();
    const registry = new ModelRegistry(store);
    const onnx = { format: 'spendscope-onnx', kind: 'churn', input: 'X', dtype: 'float32', output: 'p', higher_is_more: true, onnx: '' }; // prettier-ignore
    const ref = await registry.save('theirs', modelContentOf(1, onnx));
    await registry.makeShadow('theirs', ref, change('shadowed'));
    await expect(registry.makeLive('theirs', ref, change('promoted'))).rejects.toMatchObject({
      code: 'not_promotable',
    });
  });
}
