import { assessOrganisation } from '#compliance/public.ts';
import { registerOverviewPanel } from '#register/public.ts';
import { ComplianceCardBrief } from './compliance/ui/compliance-card.tsx';

/** What slices above the register show on the overview of an organisation; imported where pages are drawn. */
registerOverviewPanel({
  load: async (ctx, id) => await assessOrganisation(ctx, id, ctx.today),
  Panel: ComplianceCardBrief,
});
