import { peakMemory } from './peakMemory';
import { type Probed, workloads } from './workloads';

// `tsx probe.ts NAME ROWS`: does the work once and prints its peak of memory.
const [name, rows] = process.argv.slice(2);
const bytes = await workloads[name as keyof typeof workloads](Number(rows));
const probed: Probed = { peak: peakMemory(), data: bytes / 2 ** 20 };
console.log(JSON.stringify(probed));
