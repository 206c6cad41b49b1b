import { sendFile } from '#platform/http/submit.ts';
import { writeTemplate } from '../commands/write-template.ts';
import { XLSX } from '../media-type.ts';
import type { Route } from './+types/template-file';

/** `/van-phong/nhap-excel/mau/:unit/:period.xlsx`, with what is known; `?trong=1` without. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { unit, file } = args.params;
    const periodCode = file.replace(/\.xlsx$/i, '');
    const prefill = new URL(args.request.url).searchParams.get('trong') !== '1';
    const bytes = await writeTemplate(ctx, { unitCode: unit, periodCode, prefill });
    return { name: `${unit}-${periodCode}.xlsx`, mediaType: XLSX, bytes };
  });
