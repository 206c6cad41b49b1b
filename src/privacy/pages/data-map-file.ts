import { csvFile } from '#kernel/csv.ts';
import { sendFile } from '#platform/http/submit.ts';
import { readDataMap } from '../data-map.ts';
import {
  maskingLabels,
  peopleLabels,
  purposeLabels,
  retentionLabels,
  sensitivityLabels,
  text,
  viewerLabels,
} from '../messages.vi.ts';
import { requireMapReader } from '../permissions.ts';
import type { Route } from './+types/data-map-file.ts';

/** The map as a comma separated file; it describes data and holds none. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    requireMapReader(ctx);
    const { columns } = await readDataMap();
    const rows = columns.map((one) => [
      one.column,
      one.data,
      peopleLabels[one.people],
      purposeLabels[one.purpose],
      one.basis,
      retentionLabels[one.retention],
      one.viewers.map((viewer) => viewerLabels[viewer]).join(', '),
      sensitivityLabels[one.sensitivity],
      maskingLabels[one.masking],
      one.certainty,
    ]);
    return {
      name: text.map.fileName(ctx.today),
      mediaType: 'text/csv; charset=utf-8',
      bytes: csvFile([[...Object.values(text.map.heads), text.map.certainty], ...rows]),
    };
  });
