import type { ModelChangeKind, ModelFile, ModelHistoryEntry, ModelRef } from '@spendscope/contracts';
import {
  type HistoryHead,
  emptyHead,
  entryKey,
  historyOf,
  historyPrefix,
  liveBefore,
  readEntry,
  writeEntry,
} from './history';
import { isModelFile, isModelName, modelName, refOf, versionOfFile } from './modelNames';
import { type ModelContent, readModelText, writeModelText } from './modelText';
import type { ObjectStore } from './objects/objectStore';
import { RegistryError } from './registryError';

/** Who changes what is live, and why. */
export interface ModelChange {
  at: Date;
  /** run:ID, cli:USER or user:LOGIN */
  by: string;
  approvedBy?: string;
  /** id of what the second person approved */
  request?: string;
  reason: string;
  kind: ModelChangeKind;
  /** How many entries there were when this was decided: where there are more by now it is refused. Absent: whatever is live. */
  seq?: number;
}

interface Known {
  entries: ModelHistoryEntry[];
  head: HistoryHead;
}

/** Entries that a writer without a `seq` of its own is told of by others before it gives up. */
const mostTries = 5;

/**
 * Models, immutable and named by their content's hash, and for each name the history of which version is live and which is
 * the shadow. Everything is read from the store; entries that were read and verified are not read again.
 */
export class ModelRegistry {
  private readonly known = new Map<string, Known>();

  constructor(private readonly store: ObjectStore) {}

  get place(): string {
    return this.store.place;
  }

  /** Files of all models, by name and hash. */
  async files(): Promise<string[]> {
    return (await this.store.list('')).filter(isModelFile);
  }

  /** Names that have a model or a history. */
  async names(): Promise<string[]> {
    const withHistory = (await this.store.list(historyPrefix)).map((key) => key.slice(historyPrefix.length, -1));
    return [...new Set([...withHistory, ...(await this.files()).map(modelName)])].sort();
  }

  /** Stores a model beside the others. The same content is the same file, which is there only once. */
  async save(name: string, content: ModelContent): Promise<ModelRef> {
    const { text, contentHash } = writeModelText(content);
    return this.keep(refOf(name, contentHash), text);
  }

  /** Takes in a model's text as it is. @throws RegistryError where it is not what it says */
  async take(name: string, text: string, what: string): Promise<ModelRef> {
    return this.keep(refOf(name, readModelText(text, what).content_hash), text);
  }

  /** @throws RegistryError where its content is not what it and its name say, or it is not of the contract's form */
  async read(file: string): Promise<ModelFile> {
    return readModelText(await this.readText(file), `The model ${file}`);
  }

  /** The bytes of a model, checked. */
  async readText(file: string): Promise<string> {
    const text = isModelFile(file) ? await this.store.read(file) : undefined;
    if (text === undefined) {
      throw new RegistryError('model_unknown', `There is no model ${file}.`, 'Run "spendscope models list" for those there are.'); // prettier-ignore
    }
    const { content_hash: hash } = readModelText(text, `The model ${file}`);
    if (refOf(modelName(file), hash).file !== file) {
      throw new RegistryError('model_tampered', `The model ${file} is another one than its name says.`, 'Import it again, or analyze anew.'); // prettier-ignore
    }
    return text;
  }

  /** A version that an alias names, checked against the history too. */
  async readRef({ file, content_hash: expected }: ModelRef): Promise<ModelFile> {
    const model = await this.read(file);
    if (model.content_hash !== expected) {
      throw new RegistryError('model_tampered', `The model ${file} is another one than the history names.`, 'Import it again, or analyze anew.'); // prettier-ignore
    }
    return model;
  }

  /** @throws RegistryError where there is no such version, or its file is not what it says */
  async find(name: string, version: string): Promise<ModelRef> {
    const file = (await this.files()).find((one) => modelName(one) === name && versionOfFile(one) === version);
    if (!file) {
      throw new RegistryError('model_unknown', `There is no version ${version} of ${name}.`, 'Look at the list of models.'); // prettier-ignore
    }
    return this.refOf(file);
  }

  /** A file and the whole hash of what is in it. @throws RegistryError where that is not what it says */
  async refOf(file: string): Promise<ModelRef> {
    return refOf(modelName(file), (await this.read(file)).content_hash);
  }

  /** Whether there is a model or a history of the name. */
  async knows(name: string): Promise<boolean> {
    return (await this.names()).includes(name);
  }

  /** All entries of a model's history, oldest first. @throws RegistryError where one is not as it was written */
  async history(name: string): Promise<readonly ModelHistoryEntry[]> {
    return (await this.refresh(name)).entries;
  }

  /** What is live and what is the shadow, as of the newest entry. */
  async head(name: string): Promise<Readonly<HistoryHead>> {
    return (await this.refresh(name)).head;
  }

  /** Makes a version the live one. Where it is so already nothing is written, and the answer is undefined. */
  async makeLive(name: string, ref: ModelRef, change: ModelChange): Promise<ModelHistoryEntry | undefined> {
    const { format } = await this.readRef(ref);
    if (format === 'spendscope-onnx') {
      throw new RegistryError(
        'not_promotable',
        'An imported ONNX model is a shadow: it is compared and decides nothing.',
        'Promote a model that was trained here.'
      );
    }
    return this.append(name, change, ({ live, shadow }) =>
      live?.file === ref.file ? undefined : { live: ref, ...(shadow && shadow.file !== ref.file ? { shadow } : {}) }
    );
  }

  /** Makes a version the shadow. Where it is live or the shadow already nothing is written. */
  async makeShadow(name: string, ref: ModelRef, change: ModelChange): Promise<ModelHistoryEntry | undefined> {
    await this.readRef(ref);
    return this.append(name, change, ({ live, shadow }) =>
      shadow?.file === ref.file || live?.file === ref.file ? undefined : { ...(live ? { live } : {}), shadow: ref }
    );
  }

  /** The version that a rollback would make live. @throws RegistryError where there was none before */
  async rollbackTarget(name: string): Promise<ModelRef> {
    const target = liveBefore(await this.history(name));
    if (!target) {
      throw new RegistryError('nothing_before', `No version of ${name} was live before this one.`, 'Promote another version.'); // prettier-ignore
    }
    return target;
  }

  private async keep(ref: ModelRef, text: string): Promise<ModelRef> {
    await this.store.create(ref.file, text);
    // Also what was there before: it may have been changed since, and a store may have lost half of it.
    await this.readRef(ref);
    return ref;
  }

  /** Writes the next entry; of two writers at once one gets its number. */
  private async append(
    name: string,
    { at, by, approvedBy, request, reason, kind, seq }: ModelChange,
    aliasesAfter: (head: HistoryHead) => Pick<HistoryHead, 'live' | 'shadow'> | undefined
  ): Promise<ModelHistoryEntry | undefined> {
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const { head } = await this.refresh(name);
      if (seq !== undefined && head.seq !== seq) {
        throw liveChanged(name);
      }
      const aliases = aliasesAfter(head);
      if (!aliases) {
        return undefined;
      }
      const entry: ModelHistoryEntry = {
        ...{ model: name, seq: head.seq + 1, at: at.toISOString(), by },
        ...(approvedBy ? { approved_by: approvedBy } : {}),
        ...(request ? { request } : {}),
        ...{ reason, kind, ...aliases, before: head.hash },
      };
      const text = writeEntry(entry);
      const key = entryKey(name, entry.seq);
      // What stands there counts, also on a store that let two writers through.
      if ((await this.store.create(key, text)) && (await this.store.read(key)) === text) {
        return entry;
      }
    }
    throw liveChanged(name);
  }

  private async refresh(name: string): Promise<Known> {
    if (!isModelName(name)) {
      throw new RegistryError('model_unknown', `"${name}" is no name of a model.`, 'Run "spendscope models list" for those there are.'); // prettier-ignore
    }
    const before = this.known.get(name);
    let known = before ?? { entries: [], head: emptyHead };
    for (;;) {
      const text = await this.store.read(entryKey(name, known.head.seq + 1));
      if (text === undefined) {
        await (before ?? this.refuseGap(name, known.head.seq));
        return known;
      }
      const { entry, head } = readEntry(text, name, known.head);
      known = { entries: [...known.entries, entry], head };
      this.known.set(name, known);
    }
  }

  /** Where an entry is missing, what was live earlier would seem to be live. */
  private async refuseGap(name: string, seq: number): Promise<void> {
    const later = (await this.store.list(historyOf(name))).find((key) => key > entryKey(name, seq));
    // Written since we looked, where the next one is there by now.
    if (later !== undefined && (await this.store.read(entryKey(name, seq + 1))) === undefined) {
      throw new RegistryError('history_tampered', `Entry ${seq + 1} of the history of ${name} is missing.`, `Restore ${entryKey(name, seq + 1)} from your backup: nothing is promoted until then.`); // prettier-ignore
    }
  }
}

const liveChanged = (name: string): RegistryError =>
  new RegistryError('live_changed', `What is live of ${name} has changed since you looked.`, 'Look again, and decide anew.'); // prettier-ignore
