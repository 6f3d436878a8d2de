import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Field } from '../generate/columns';
import { type CompiledEntity, compileEntity } from '../ingest/compileEntity';
import { columnsOf } from '../ingest/fieldSql';
import type { EntityName, Mapping } from '../ingest/mappingSchema';
import { jsonLinesSource } from '../ingest/sourceSql';
import { targets } from '../ingest/targets';
import type { LiveRow } from '../watch/liveRow';
import { requireStreamable } from './requireStreamable';

/** Why a message is no row. */
export interface MessageFault {
  column?: string;
  value?: string;
  code: string;
  reason: string;
}

/** A message as a row, or why it is none. */
export type ReadMessage = { row: LiveRow } | { fault: MessageFault };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const notUtf8: MessageFault = { code: 'not_utf8', reason: 'the message is not UTF-8' };

/** Turns JSON messages into rows by the very SQL that checks files, so that a stream and a file are judged alike. */
export class StreamRows {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly mapping: Mapping
  ) {}

  /** @throws UserError where the mapping needs what a stream has not */
  static async open(mapping: Mapping, entities: Iterable<EntityName>): Promise<StreamRows> {
    requireStreamable(mapping, entities);
    const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '400MB' });
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'; CREATE TABLE lines (line VARCHAR)");
    return new StreamRows(instance, connection, mapping);
  }

  /** One answer for each message, in their order. Times may lie at most a day after `now`. */
  async read(entity: EntityName, messages: readonly Uint8Array[], now: Date): Promise<ReadMessage[]> {
    const answers = new Array<ReadMessage>(messages.length);
    const places: number[] = [];
    const appender = await this.connection.createAppender('lines');
    messages.forEach((message, place) => {
      const text = decode(message);
      if (text === undefined) {
        answers[place] = { fault: notUtf8 };
      } else {
        places.push(place);
        appender.appendVarchar(text);
        appender.endRow();
      }
    });
    appender.closeSync();
    const compiled = compileEntity(entity, this.mapping, now);
    const names = Object.values(this.mapping[entity]!.fields).flatMap(columnsOf);
    const select = compiled.select(jsonLinesSource('lines', [...new Set(names)]), 0);
    const reader = await this.connection.runAndReadAll(`${select} ORDER BY ordinal`);
    await this.connection.run('DELETE FROM lines');
    reader.getRowObjectsJS().forEach((row, i) => {
      answers[places[i]!] = answerOf(entity, compiled, row);
    });
    return answers;
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

function decode(message: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(message);
  } catch {
    return undefined;
  }
}

function answerOf(entity: EntityName, { checks }: CompiledEntity, row: Record<string, unknown>): ReadMessage {
  if (row.problem !== null) {
    const { column, code, reason } = checks[Number(row.problem)]!;
    const value = typeof row.bad === 'string' ? { value: row.bad } : {};
    return { fault: { ...(column ? { column } : {}), ...value, code, reason } };
  }
  const fields: Record<string, Field> = {};
  for (const [field, { column, kind }] of Object.entries(targets[entity])) {
    const value = row[column];
    if (kind !== 'instant' && value !== null && value !== undefined) {
      fields[field] = value as Field;
    }
  }
  return { row: { at: row.ts as Date, fields } };
}
