import { csvFile } from '#kernel/csv.ts';
import { sendFile } from '#platform/http/submit.ts';
import { flowsOf } from '../assessment.ts';
import { readDataMap } from '../data-map.ts';
import { peopleLabels, purposeLabels, retentionLabels, text, viewerLabels } from '../messages.vi.ts';
import { requireMapReader } from '../permissions.ts';
import type { Route } from './+types/assessment-file.ts';

/** The assessment as a comma separated file: systems, flows, measures, risks. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    requireMapReader(ctx);
    const { columns } = await readDataMap();
    const { assessment: words, map } = text;
    const rows = [
      ...words.systemsText.map(([what, how]) => [words.systems, what, how, '', '', '']),
      ...flowsOf(columns).map((flow) => [
        words.flows,
        `${purposeLabels[flow.purpose]} (${peopleLabels[flow.people]})`,
        flow.data.join('; '),
        flow.recipients.map((viewer) => viewerLabels[viewer]).join(', '),
        retentionLabels[flow.retention],
        flow.bases.map(({ basis, isToCheck }) => (isToCheck ? `${basis} (${map.toCheck})` : basis)).join('; '),
      ]),
      ...words.measuresText.map((measure, at) => [words.measures, String(at + 1), measure, '', '', '']),
      ...words.risksText.map(([risk, measure]) => [words.risks, risk, measure, '', '', '']),
    ];
    return {
      name: words.fileName(ctx.today),
      mediaType: 'text/csv; charset=utf-8',
      bytes: csvFile([words.fileHeads, ...rows]),
    };
  });
