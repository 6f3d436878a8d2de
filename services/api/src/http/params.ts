import { tokenPattern } from '@spendscope/contracts';
import Type from 'typebox';

/** Path parameter of a document's id. */
export const IdParams = Type.Object({ id: Type.String({ pattern: tokenPattern }) });
