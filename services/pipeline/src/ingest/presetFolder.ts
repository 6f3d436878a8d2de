import { join } from 'node:path';
import { sourceFolder } from '../sourceFolder';

export const presetFolder = join(sourceFolder, 'ingest', 'presets');
