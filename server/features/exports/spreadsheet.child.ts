import { parentPort, workerData } from 'node:worker_threads';
import { letOthersFirst } from '../../platform/jobs/priority.js';
import type { Sheet } from './plan-export.rules.js';
import { workbookOf } from './spreadsheet.js';

/** The thread that writes one workbook and ends. Started by `workbookApart` alone. */
letOthersFirst();
const bytes = await workbookOf(workerData as readonly Sheet[]);
parentPort?.postMessage(bytes);
